/// A figure as it is written: its digits, how many of them are decimals, and its sign.
///
/// `1.20` is not `1.2`: the written precision decides what is a rounding tail (尾差). Never a `Double`.
public struct Amount: Hashable, Sendable {
  /// All digits as one integer, without the decimal point; negative below zero.
  public let digits: Int64
  /// How many of the digits stand after the decimal point, 0 to ``maximumDecimals``.
  public let decimals: Int

  /// The most decimals that are held; a figure with more is not read as an amount.
  public static let maximumDecimals = 9

  /// Creates an amount; decimals outside 0...9 are clamped.
  public init(digits: Int64, decimals: Int) {
    self.digits = digits
    self.decimals = Swift.max(0, Swift.min(decimals, Self.maximumDecimals))
  }

  /// The value in billionths of the written unit: the one scale in which all arithmetic is exact.
  public var scaled: Int128 { Int128(digits) * Scale.power(Self.maximumDecimals - decimals) }

  /// Half a unit of the last written place, in billionths.
  public var half: Int128 { Scale.power(Self.maximumDecimals - decimals) / 2 }

  /// One unit of the last written place, in billionths.
  public var lastPlace: Int128 { Scale.power(Self.maximumDecimals - decimals) }

  /// Tells whether the figure is zero.
  public var isZero: Bool { digits == 0 }

  /// Creates the amount that shows `scaled` billionths with the given decimals, rounding half away from zero.
  ///
  /// Returns `nil` if the digits do not fit into 64 bits.
  public init?(scaled: Int128, decimals: Int) {
    let places = Swift.max(0, Swift.min(decimals, Self.maximumDecimals))
    let step = Scale.power(Self.maximumDecimals - places)
    let rounded = (scaled.magnitude + step.magnitude / 2) / step.magnitude
    guard let digits = Int64(exactly: rounded) else { return nil }
    self.init(digits: scaled < 0 ? -digits : digits, decimals: places)
  }

  /// The figure in plain digits with its written decimals, such as `1234.50`.
  public var plain: String {
    let magnitude = String(digits.magnitude)
    let sign = digits < 0 ? "-" : ""
    guard decimals > 0 else { return sign + magnitude }
    let padded = String(repeating: "0", count: Swift.max(0, decimals + 1 - magnitude.count)) + magnitude
    let split = padded.index(padded.endIndex, offsetBy: -decimals)
    return sign + padded[..<split] + "." + padded[split...]
  }

  /// The figure with thousands separators, such as `1,234.50`.
  public var grouped: String {
    let text = plain
    let body = text.hasPrefix("-") ? text.dropFirst() : Substring(text)
    let parts = body.split(separator: ".", maxSplits: 1)
    guard let whole = parts.first else { return text }
    var out = ""
    for (offset, digit) in whole.enumerated() {
      if offset > 0, (whole.count - offset) % 3 == 0 { out.append(",") }
      out.append(digit)
    }
    return (digits < 0 ? "-" : "") + out + (parts.count > 1 ? "." + parts[1] : "")
  }
}

/// Powers of ten for the common scale of all amounts.
package enum Scale {
  private static let powers: [Int128] = (0...27).reduce(into: []) { list, _ in
    list.append((list.last ?? 0) == 0 ? 1 : (list.last ?? 1) * 10)
  }

  /// Ten to the power `exponent`; exponents outside 0...27 are clamped.
  @inline(__always)
  package static func power(_ exponent: Int) -> Int128 {
    powers[Swift.max(0, Swift.min(exponent, 27))]
  }

  /// One, in billionths.
  package static let one: Int128 = 1_000_000_000
}

/// The unit (单位) in which a figure is stated.
public enum MoneyUnit: UInt8, Sendable, Hashable, CaseIterable {
  /// 元
  case yuan
  /// 千元
  case thousandYuan
  /// 万元
  case tenThousandYuan
  /// 百万元
  case millionYuan
  /// 亿元
  case hundredMillionYuan

  /// How many yuan one unit is.
  public var yuan: Int128 {
    switch self {
    case .yuan: 1
    case .thousandYuan: 1_000
    case .tenThousandYuan: 10_000
    case .millionYuan: 1_000_000
    case .hundredMillionYuan: 100_000_000
    }
  }

  /// The Chinese name, as drafts write it.
  public var name: String {
    switch self {
    case .yuan: "元"
    case .thousandYuan: "千元"
    case .tenThousandYuan: "万元"
    case .millionYuan: "百万元"
    case .hundredMillionYuan: "亿元"
    }
  }
}

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
  public var scaled: Int128 { Int128(digits) * Int128(Scale.smallPower(Self.maximumDecimals - decimals)) }

  /// Half a unit of the last written place, in billionths.
  public var half: Int128 { Int128(Scale.smallPower(Self.maximumDecimals - decimals) / 2) }

  /// One unit of the last written place, in billionths.
  public var lastPlace: Int128 { Int128(Scale.smallPower(Self.maximumDecimals - decimals)) }

  /// Tells whether the figure is of a size that can be calculated with.
  ///
  /// In any unit of money it is below 10³² billionths of a yuan, so that a million of them can be added in 128 bits. The
  /// product of two does not always fit.
  package var isCalculable: Bool { digits.magnitude < 1_000_000_000_000_000 }

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
  public var plain: String { text(isGrouped: false) }

  /// The figure with thousands separators, such as `1,234.50`.
  public var grouped: String { text(isGrouped: true) }

  private func text(isGrouped: Bool) -> String {
    var bytes: [UInt8] = []
    write(to: &bytes, isGrouped: isGrouped)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes the figure as ASCII.
  package func write(to out: inout [UInt8], isGrouped: Bool) {
    // At most 20 digits, 6 commas, a point and a sign, written from the last digit on.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 48) { buffer in
      var position = buffer.count
      func put(_ byte: UInt8) {
        guard position > 0 else { return }
        position -= 1
        buffer[position] = byte
      }
      var rest = digits.magnitude
      var place = 0
      repeat {
        if place > 0, place == decimals { put(UInt8(ascii: ".")) }
        if isGrouped, place > decimals, (place - decimals) % 3 == 0 { put(UInt8(ascii: ",")) }
        put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
        rest /= 10
        place += 1
      } while rest > 0 || place <= decimals
      if digits < 0 { put(UInt8(ascii: "-")) }
      out.append(contentsOf: UnsafeBufferPointer(rebasing: UnsafeBufferPointer(buffer)[position...]))
    }
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

  /// Ten to the power `exponent`; exponents outside 0...9 are clamped.
  @inline(__always)
  static func smallPower(_ exponent: Int) -> Int64 {
    switch exponent {
    case ...0: 1
    case 1: 10
    case 2: 100
    case 3: 1_000
    case 4: 10_000
    case 5: 100_000
    case 6: 1_000_000
    case 7: 10_000_000
    case 8: 100_000_000
    default: 1_000_000_000
    }
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

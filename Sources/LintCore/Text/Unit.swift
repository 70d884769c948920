/// What single units are.
package enum Unit {
  @inline(__always)
  package static func isDigit(_ unit: UInt16) -> Bool { unit >= 0x30 && unit <= 0x39 }

  @inline(__always)
  package static func isIdeograph(_ unit: UInt16) -> Bool {
    (unit >= 0x4E00 && unit <= 0x9FFF) || (unit >= 0x3400 && unit <= 0x4DBF)
  }

  /// Tells whether a unit is a comma, full width or half.
  @inline(__always)
  package static func isComma(_ unit: UInt16) -> Bool { unit == 0xFF0C || unit == 0x2C }

  /// Tells whether a unit ends a sentence, or a group of clauses in one: 。 and ;.
  @inline(__always)
  package static func isStop(_ unit: UInt16) -> Bool { unit == 0x3002 || unit == 0x3B }

  /// Tells whether a unit ends a clause: a comma or a stop.
  @inline(__always)
  package static func endsClause(_ unit: UInt16) -> Bool { isComma(unit) || isStop(unit) }

  /// The value of a Chinese numeral (一 to 十, 〇, 零, 百), or `nil`.
  package static func numeral(_ unit: UInt16) -> Int? {
    switch unit {
    case 0x4E00: 1
    case 0x4E8C: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    case 0x5341: 10
    case 0x3007, 0x96F6: 0
    default: nil
    }
  }
}

/// The tags that folding knows; any other `<...>` is text.
enum TagKind {
  case bold, inline, block, table, row, cell

  /// Looks a lower-case name up, its letters packed into an integer.
  init?(_ name: UInt64) {
    switch name {
    case 0x62, 0x7374_726F_6E67: self = .bold
    case 0x69, 0x75, 0x65_6D, 0x7370_616E, 0x666F_6E74, 0x7375_70, 0x7375_62, 0x61, 0x69_6D_67,
      0x7468_6561_64, 0x7462_6F64_79, 0x7466_6F6F_74, 0x6365_6E74_6572, 0x6874_6D6C, 0x626F_6479,
      0x636F_6C67_726F_7570, 0x636F_6C, 0x6361_7074_696F_6E, 0x6831, 0x6832, 0x6833, 0x6834, 0x6835,
      0x6836:
      self = .inline
    case 0x70, 0x62_72, 0x64_69_76, 0x6C_69, 0x75_6C, 0x6F_6C, 0x68_72: self = .block
    case 0x74_61_62_6C_65: self = .table
    case 0x74_72: self = .row
    case 0x74_64, 0x74_68: self = .cell
    default: return nil
    }
  }

  func unit(closing: Bool) -> UInt16 {
    switch self {
    case .table: closing ? Structural.tableEnd : Structural.tableStart
    case .row: closing ? Structural.rowEnd : Structural.rowStart
    default: closing ? Structural.cellEnd : Structural.cellStart
    }
  }
}

/// What a scalar folds to.
enum Character16 {
  case blank
  case nothing
  case unit(UInt16)

  @inline(__always)
  static func fold(_ scalar: UInt32) -> Character16 {
    switch scalar {
    case 0xFF0C: .unit(0xFF0C)
    case 0xFF01...0xFF5E:
      scalar == 0xFF0D ? .unit(0x2D) : .unit(UInt16(truncatingIfNeeded: scalar - 0xFEE0))
    case 0x3000, 0x00A0, 0x2000...0x200A, 0x202F, 0x205F: .blank
    case 0xFEFF, 0x200B...0x200F, 0x2060, 0x00AD, 0xFE00...0xFE0F: .nothing
    case 0x2010...0x2015, 0x2212, 0xFE63, 0x2500, 0x2E3A: .unit(0x2D)
    case 0xFE6A: .unit(0x25)
    case 0x2E80...0x2FD5: .unit(RadicalFolding.fold(UInt16(truncatingIfNeeded: scalar)))
    case 0xE000...0xF8FF: .unit(0xFFFD)
    // Scalars beyond 16 bits only have to compare equal to themselves: they keep their lower bits.
    case 0x1_0000...: .unit(0xD800 | UInt16(truncatingIfNeeded: scalar & 0x7FF))
    default: .unit(UInt16(truncatingIfNeeded: scalar))
    }
  }
}

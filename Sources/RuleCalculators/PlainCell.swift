import CivilTime
import WorkingTimeRules

/// Cells read at once from their bytes; nil for whatever is not written in the plainest way.
enum PlainCell {
  /// A month as `YYYY-MM`.
  static func month(_ cell: ArraySlice<UInt8>) -> YearMonth? {
    guard cell.count == 7, cell[cell.startIndex + 4] == UInt8(ascii: "-"),
      let year = number(cell.prefix(4), atMost: 9999),
      let month = number(cell.suffix(2), atMost: 12)
    else { return nil }
    return YearMonth(year: year, month: month)
  }

  /// One to five digits that write a number up to a limit.
  static func number(_ cell: ArraySlice<UInt8>, atMost limit: Int) -> Int? {
    guard (1...5).contains(cell.count) else { return nil }
    var number = 0
    for byte in cell {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number <= limit ? number : nil
  }

  /// A kind of post.
  static func post(_ cell: ArraySlice<UInt8>) -> PostKind? {
    switch cell.first {
    case UInt8(ascii: "o"): cell.elementsEqual(PostKind.ordinary.rawValue.utf8) ? .ordinary : nil
    case UInt8(ascii: "e"): cell.elementsEqual(PostKind.external.rawValue.utf8) ? .external : nil
    default: nil
    }
  }

  /// A text that neither begins nor ends with a space.
  static func text(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let first = cell.first, let last = cell.last, !isSpace(first), !isSpace(last) else { return nil }
    return cell
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}

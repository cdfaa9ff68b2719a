import DelimitedText
import Testing

@testable import Publication

/// A file of open data read back by the rules that it is to keep.
struct ReadBack {
  let heading: [String]
  let rows: [[String]]

  /// Reads a file and holds it against the rules: BOM, CRLF, all quoted, one table without gaps.
  init(_ bytes: [UInt8]) throws {
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    #expect(bytes.suffix(2) == [0x0D, 0x0A])
    // A line end of ours is CR LF right after a quote; every line begins with a quote.
    var lastByte: UInt8 = 0x0A
    var isQuoted = false
    for byte in text.utf8 {
      if lastByte == 0x0A, !isQuoted { #expect(byte == UInt8(ascii: "\"")) }
      if byte == 0x0A, !isQuoted { #expect(lastByte == 0x0D) }
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      lastByte = byte
    }
    let lines = try DelimitedBytes.parse(bytes)
    heading = try #require(lines.first).fields
    rows = lines.dropFirst().map(\.fields)
    #expect(Set(heading).count == heading.count, "headings are unique")
    for row in rows {
      #expect(row.count == heading.count)
      #expect(row.contains { !$0.isEmpty }, "no blank rows")
      for cell in row { #expect(!Self.isFormula(cell), "\(cell)") }
    }
  }

  /// The cell of a row under a heading.
  func cell(_ row: Int, _ name: String) throws -> String {
    rows[row][try #require(heading.firstIndex(of: name), "\(name)")]
  }

  /// A negative number is none; anything else that a spreadsheet would run is.
  private static func isFormula(_ cell: String) -> Bool {
    guard let first = cell.unicodeScalars.first else { return false }
    let isNumber = cell.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    return "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) && !(first == "-" && isNumber)
  }
}

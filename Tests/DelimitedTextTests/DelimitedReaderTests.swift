import DelimitedText
import Foundation
import Testing

struct DelimitedReaderTests {
  struct Case: Sendable {
    let text: String
    let rows: [[String]]
    var lines: [Int]?
  }

  static let cases = [
    Case(text: "a,b\n1,2\n", rows: [["a", "b"], ["1", "2"]]),
    Case(text: "a,b\r\n1,2", rows: [["a", "b"], ["1", "2"]]),
    Case(text: "a,b\r1,2\r", rows: [["a", "b"], ["1", "2"]]),
    Case(text: "\u{FEFF}a\n", rows: [["a"]]),
    Case(text: "\"a\"\"b\",\"c,d\"\n", rows: [["a\"b", "c,d"]]),
    Case(text: "\"x\r\ny\"\r\nz\r\n", rows: [["x\r\ny"], ["z"]], lines: [1, 3]),
    Case(text: "a\n\n\r\nb\n", rows: [["a"], ["b"]], lines: [1, 4]),
    Case(text: "a,,\n,\n", rows: [["a", "", ""], ["", ""]]),
    Case(text: "\"\"\n", rows: [[""]]),
    Case(text: "5\" disk,x\n", rows: [["5\" disk", "x"]]),
    // A combining mark after a quote makes one Character of both, and still ends the field's quote.
    Case(text: "\"a\",\u{301}b\n", rows: [["a", "\u{301}b"]]),
    Case(text: "\u{FA19},\u{795E}\n", rows: [["\u{FA19}", "\u{795E}"]]),
    Case(text: "", rows: []),
  ]

  @Test(arguments: cases)
  func rowsAreRead(_ example: Case) throws {
    let rows = try DelimitedBytes.parse(Array(example.text.utf8))
    #expect(rows.map { $0.fields.map { Array($0.utf8) } } == example.rows.map { $0.map { Array($0.utf8) } })
    if let lines = example.lines { #expect(rows.map(\.line) == lines) }
  }

  struct Fault: Sendable {
    let text: String
    let error: DelimitedTextError
  }

  static let faults = [
    Fault(text: "a\n\"b\nc", error: DelimitedTextError(line: 2, reason: .unclosedQuote)),
    Fault(text: "\"a\"b\n", error: DelimitedTextError(line: 1, reason: .textAfterQuote)),
    Fault(text: "a\nb\0\n", error: DelimitedTextError(line: 2, reason: .notText)),
    Fault(text: "a,b,c,d,e\n", error: DelimitedTextError(line: 1, reason: .tooManyColumns(limit: 4))),
    Fault(
      text: "a\n\"0123456789\n0123456789\"\n",
      error: DelimitedTextError(line: 2, reason: .rowTooLong(limit: 20))
    ),
  ]

  @Test(arguments: faults)
  func badTextIsRefusedWithItsLine(_ fault: Fault) {
    let limits = DelimitedLimits(rowBytes: 20, columns: 4)
    #expect(throws: fault.error) { try DelimitedBytes.parse(Array(fault.text.utf8), limits: limits) }
    #expect(fault.error.japanese.hasPrefix("\(fault.error.line)行目："))
  }

  @Test func theEncodingIsFound() throws {
    // 髙①表 in CP932, whose 表 ends with the byte of a backslash.
    let bytes: [UInt8] = [0xFB, 0xFC, 0x87, 0x40, 0x95, 0x5C, 0x2C, 0xB1, 0x0D, 0x0A]
    var reader = try DelimitedReader(bytes: bytes)
    #expect(reader.encoding == .cp932)
    let row = try reader.next()
    #expect(row?.fields == ["髙①表", "ｱ"])
    #expect(try DelimitedBytes.decode(bytes).text == "髙①表,ｱ\r\n")
    #expect(try DelimitedBytes.decode(Array("\u{FEFF}あ".utf8)).bytes == Array("あ".utf8))
  }

  @Test func whatCannotBeReadIsReplacedAndReported() throws {
    let bytes: [UInt8] = [0x61, 0x0A, 0x62, 0x2C, 0xF0, 0x40, 0xFF, 0x0A]
    var reader = try DelimitedReader(bytes: bytes)
    _ = try reader.next()
    let row = try reader.next()
    #expect(row?.fields == ["b", "〓〓"])
    let expected = [
      TextReplacement(line: 2, column: 2, original: "F0 40"),
      TextReplacement(line: 2, column: 2, original: "FF"),
    ]
    #expect(reader.replacements == expected)
    #expect(try DelimitedBytes.decode(bytes).replacements.map(\.column) == [3, 4])
  }

  @Test(
    arguments: [[0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE3, 0x81], [0x80]] as [[UInt8]]
  )
  func looseUTF8IsNotUTF8(_ bytes: [UInt8]) throws {
    #expect(try DelimitedBytes.decode(bytes).encoding == .cp932)
  }

  /// A file is read in chunks; rows must not depend on where they are cut.
  @Test func aFileReadsLikeTheSameBytes() throws {
    var writer = try DelimitedWriter(style: .legacy)
    for number in 0..<20_000 {
      writer.write(["\(number)", "髙橋\"表\"\r\n①", String(repeating: "ソ", count: number % 40)])
    }
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(writer.bytes).write(to: URL(fileURLWithPath: path))
    var reader = try DelimitedReader(path: path)
    var rows: [DelimitedRow] = []
    while let row = try reader.next() { rows.append(row) }
    #expect(rows == (try DelimitedBytes.parse(writer.bytes)))
    #expect(rows.count == 20_000)
    #expect(rows.last?.fields[1] == "髙橋\"表\"\r\n①")
    #expect(rows.last?.line == 39_999)
  }

  @Test func aMissingFileIsToldWithItsReason() {
    let expected = DelimitedTextError(line: 0, reason: .unreadable(errorNumber: ENOENT))
    #expect(throws: expected) {
      _ = try DelimitedReader(path: "/nonexistent/file.csv")
    }
  }
}

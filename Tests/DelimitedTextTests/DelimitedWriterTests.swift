import DelimitedText
import Testing

struct DelimitedWriterTests {
  @Test func spreadsheetsGetMarkCRLFAndQuotes() throws {
    var writer = try DelimitedWriter(style: .spreadsheet)
    writer.write(["a", "b\"c"])
    #expect(writer.takeBytes() == [0xEF, 0xBB, 0xBF] + Array("\"a\",\"b\"\"c\"\r\n".utf8))
    writer.write(["d"])
    #expect(writer.takeBytes() == Array("\"d\"\r\n".utf8))
  }

  @Test func plainQuotesOnlyWhereNeeded() {
    var writer = DelimitedWriter.plain()
    writer.write(["a", "b,c", "d\r\ne", "\"", ""])
    writer.write([""])
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "a,\"b,c\",\"d\r\ne\",\"\"\"\",\n\"\"\n")
  }

  @Test func legacyWritesCP932AndReportsWhatItCannot() throws {
    var writer = try DelimitedWriter(style: .legacy)
    writer.write(["〜−‖¢—髙①", "a😀\u{E000}"])
    #expect(
      writer.replacements == [
        TextReplacement(line: 1, column: 2, original: "😀"),
        TextReplacement(line: 1, column: 2, original: "\u{E000}"),
      ]
    )
    let rows = try DelimitedBytes.parse(writer.bytes)
    #expect(rows.first?.fields[1] == "a〓〓")
    #expect(rows.first?.fields[0].hasSuffix("髙①") == true)
  }

  @Test(arguments: ["=1+1", "+81", "-1", "@x", "\tx", "\rx", "＝1"])
  func freeTextIsGuardedAgainstFormulas(_ text: String) {
    #expect(DelimitedField.freeText(text).guarded == "'" + text)
    #expect(DelimitedField.value(text).guarded == text)
  }

  @Test(arguments: ["1-1", "", "a=b", "'x"])
  func harmlessTextStaysAsItIs(_ text: String) {
    #expect(DelimitedField.freeText(text).guarded == text)
  }

  @Test(arguments: [DelimitedStyle.plain, .spreadsheet, .legacy])
  func whatIsWrittenIsReadBack(_ style: DelimitedStyle) throws {
    let cells = ["", "a", ",", "\"", "\r", "\n", "\r\n", "あ", "\"\"", "a,\"b\"\nc", "ソ表"]
    var writer = try DelimitedWriter(style: style)
    var rows: [[String]] = []
    for first in cells {
      for second in cells { rows.append([first, second]) }
    }
    for row in rows { writer.write(row) }
    #expect(try DelimitedBytes.parse(writer.bytes).map(\.fields) == rows)
  }
}

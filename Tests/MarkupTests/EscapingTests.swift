import Markup
import Testing

@Suite struct EscapingTests {
  @Test(arguments: ProbeStrings.hiddenQuotes + ProbeStrings.breakOuts)
  func noDelimiterLeavesAValue(probe: String) {
    let bytes = HTML(text: probe).bytes
    for delimiter in "<>\"'".utf8 {
      #expect(!bytes.contains(delimiter))
    }
  }

  @Test(arguments: ProbeStrings.hiddenQuotes + ProbeStrings.breakOuts)
  func anInterpolatedTextIsEscapedLikeAText(probe: String) {
    let page: HTML = "<input value=\"\(probe)\">"
    #expect(page.bytes == Array("<input value=\"".utf8) + HTML(text: probe).bytes + Array("\">".utf8))
  }

  @Test(arguments: ProbeStrings.names)
  func namesComeThroughByteForByte(name: String) {
    let escaped = HTML(text: name)
    #expect(escaped.bytes == Array(name.utf8))
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let markup: String
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "the five delimiters", text: "<>&\"'", markup: "&lt;&gt;&amp;&quot;&#39;"),
    Case(name: "clean runs between delimiters", text: "甲<乙>丙", markup: "甲&lt;乙&gt;丙"),
    Case(name: "an entity is text", text: "&amp;", markup: "&amp;amp;"),
    Case(name: "white space stays", text: "a\tb\r\nc", markup: "a\tb\r\nc"),
    Case(
      name: "nought and controls",
      text: "a\u{0}b\u{1}c\u{1F}d\u{7F}e",
      markup: "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e"
    ),
    Case(name: "second controls", text: "a\u{80}b\u{9F}c\u{A0}", markup: "a\u{FFFD}b\u{FFFD}c\u{A0}"),
    Case(
      name: "neighbours of ends",
      text: "\u{1FFFD}\u{20000}\u{10FFFD}",
      markup: "\u{1FFFD}\u{20000}\u{10FFFD}"
    ),
    Case(name: "full width", text: "！＂＜＞＆＇￥", markup: "！＂＜＞＆＇￥"),
    Case(name: "nothing", text: "", markup: ""),
  ]

  @Test(arguments: cases)
  func aTextBecomesMarkup(_ given: Case) {
    #expect(HTML(text: given.text).bytes == Array(given.markup.utf8))
  }

  /// Swift knows no literal for these, but a decoded request may hold them.
  static let noncharacters: [UInt32] = [0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x1FFFF, 0x10FFFE, 0x10FFFF]

  @Test(arguments: noncharacters)
  func aNoncharacterIsReplaced(value: UInt32) throws {
    let text = String(try #require(Unicode.Scalar(value)))
    #expect(HTML(text: "甲\(text)乙").bytes == Array("甲\u{FFFD}乙".utf8))
  }

  @Test(arguments: [0xFDCF, 0xFDF0, 0xFFFD, 0x10000, 0x1FFFD, 0x20000, 0x10FFFD] as [UInt32])
  func theNeighboursOfNoncharactersStay(value: UInt32) throws {
    let text = String(try #require(Unicode.Scalar(value)))
    #expect(HTML(text: text).bytes == Array(text.utf8))
  }
}

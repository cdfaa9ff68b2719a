import CivilTime
import Testing

@testable import Site

@Suite("Forms")
struct FormTests {
  struct Sent: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let fields: [[String]]

    init(_ text: String, _ fields: [[String]]) {
      testDescription = text
      bytes = Array(text.utf8)
      self.fields = fields
    }
  }

  static let sent = [
    Sent("", []), Sent("&&", []), Sent("a=1", [["a", "1"]]), Sent("a", [["a", ""]]), Sent("a=", [["a", ""]]),
    Sent("=1", [["", "1"]]), Sent("a=1=2", [["a", "1=2"]]),
    Sent("a=1&a=2&b=3", [["a", "1"], ["a", "2"], ["b", "3"]]),
    Sent("a+b=c+d", [["a b", "c d"]]), Sent("a=%2B%25%26%3D", [["a", "+%&="]]),
    Sent("a=%E7%A5%9e", [["a", "神"]]), Sent("a=神", [["a", "神"]]), Sent("a=%0D%0a", [["a", "\r\n"]]),
    Sent("%61=%2562", [["a", "%62"]]),
  ]

  @Test(arguments: sent)
  func areDecodedByteByByte(sent: Sent) throws {
    let fields = try FormFields(urlEncoded: sent.bytes)
    #expect(fields.pairs.map { [$0.name, $0.value] } == sent.fields)
  }

  struct Broken: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let fault: FormFields.Fault

    init(_ text: String, _ fault: FormFields.Fault) {
      testDescription = text
      bytes = Array(text.utf8)
      self.fault = fault
    }

    init(_ bytes: [UInt8], _ fault: FormFields.Fault) {
      testDescription = "\(bytes)"
      self.bytes = bytes
      self.fault = fault
    }
  }

  static let broken = [
    Broken("a=%", .brokenEscape), Broken("a=%4", .brokenEscape), Broken("a=%4&b=1", .brokenEscape),
    Broken("a=%zz", .brokenEscape), Broken("a=%4g", .brokenEscape), Broken("%=1", .brokenEscape),
    Broken("a=%+1", .brokenEscape), Broken("a=%00", .notText), Broken("a%00b=1", .notText),
    Broken("a=%FF", .notText), Broken("a=%C0%AF", .notText), Broken("a=%ED%A0%80", .notText),
    Broken("a=%E7%A5", .notText), Broken([0x61, 0x3d, 0xff], .notText), Broken([0x61, 0x3d, 0], .notText),
  ]

  @Test(arguments: broken)
  func areRefusedWhenTheyCannotBeRead(broken: Broken) {
    #expect(throws: broken.fault) { try FormFields(urlEncoded: broken.bytes) }
  }

  @Test func areRefusedWhenThereAreTooMany() throws {
    let most = Array(repeating: "a=1", count: FormFields.mostFields).joined(separator: "&")
    #expect(try FormFields(urlEncoded: Array(most.utf8)).pairs.count == FormFields.mostFields)
    #expect(throws: FormFields.Fault.tooManyFields) {
      try FormFields(urlEncoded: Array((most + "&a=1").utf8))
    }
  }

  @Test func giveTheFirstAndAllOfAName() {
    let fields = FormFields([("unit", "1"), ("か\u{3099}", "2"), ("unit", "3")])
    #expect(fields.first("unit") == "1")
    #expect(fields.all("unit") == ["1", "3"])
    #expect(fields.first("が") == nil)
    #expect(fields.all("Unit") == [])
  }

  struct Pair: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let one: [(name: String, value: String)]
    let other: [(name: String, value: String)]
    let isSame: Bool
  }

  static let pairs = [
    Pair(testDescription: "nothing", one: [], other: [], isSame: true),
    Pair(testDescription: "the same", one: [("か", "神")], other: [("か", "神")], isSame: true),
    Pair(
      testDescription: "two scalars for one",
      one: [("a", "が")],
      other: [("a", "か\u{3099}")],
      isSame: false
    ),
    Pair(testDescription: "a name of two", one: [("が", "1")], other: [("か\u{3099}", "1")], isSame: false),
    Pair(testDescription: "神 twice", one: [("a", "\u{FA19}")], other: [("a", "\u{795E}")], isSame: false),
    Pair(
      testDescription: "order",
      one: [("a", "1"), ("b", "2")],
      other: [("b", "2"), ("a", "1")],
      isSame: false
    ),
    Pair(testDescription: "one more", one: [("a", "1")], other: [("a", "1"), ("a", "1")], isSame: false),
  ]

  @Test(arguments: pairs)
  func areTheSameByteByByte(pair: Pair) {
    let (one, other) = (FormFields(pair.one), FormFields(pair.other))
    #expect((one == other) == pair.isSame)
    #expect((one.hashValue == other.hashValue) == pair.isSame)
  }

  enum Answer: String {
    case yes
  }

  @Test func areMendedAllAtOnceInTheOrderOfTheControls() {
    var reader = FormReader(
      FormFields([
        ("name", "\u{3000} \t\r\n"), ("reason", "一二三四"), ("date", "令和8年13月1日"), ("minutes", "二時間"),
        ("time", "9:75"), ("answer", "no"),
      ])
    )
    #expect(reader.text("name", label: "氏名") == nil)
    #expect(reader.optionalText("reason", label: "理由", most: 3) == nil)
    #expect(reader.date("date", label: "日付") == nil)
    #expect(reader.minutes("minutes", label: "時間") == nil)
    #expect(reader.optionalClockTime("time", label: "時刻") == nil)
    #expect(reader.choice("answer", label: "回答", as: Answer.self) == nil)
    #expect(reader.faults.map(\.field) == ["name", "reason", "date", "minutes", "time", "answer"])
    #expect(reader.faults.first == FormFault("name", "氏名を入力してください。"))
    #expect(reader.faults.dropFirst().first == FormFault("reason", "理由を3文字以内で入力してください。"))
  }

  @Test func areReadWithoutFullWidthSpacesAtTheirEnds() {
    var reader = FormReader(
      FormFields([
        ("name", "\u{3000}髙橋\u{3000}花子\u{3000} "), ("reason", " \u{3000}"), ("date", "\u{3000}R8.4.1 "),
        ("minutes", "２：３０"), ("time", " 0930\r\n"), ("answer", "yes\u{3000}"),
      ])
    )
    #expect(reader.text("name", label: "氏名") == "髙橋\u{3000}花子")
    #expect(reader.optionalText("reason", label: "理由") == nil)
    #expect(reader.date("date", label: "日付") == CivilDate(iso: "2026-04-01"))
    #expect(reader.minutes("minutes", label: "時間") == Minutes(150))
    #expect(reader.optionalClockTime("time", label: "時刻") == ClockTime(minutesFromMidnight: 570))
    #expect(reader.choice("answer", label: "回答", as: Answer.self) == .yes)
    #expect(reader.optionalClockTime("left-out", label: "時刻") == nil)
    #expect(reader.faults == [])
  }

  @Test func countLengthsByScalars() {
    var reader = FormReader(FormFields([("family", "👨‍👩‍👧")]))
    #expect(reader.text("family", label: "家族", most: 4) == nil)
    #expect(reader.text("family", label: "家族", most: 5) == "👨‍👩‍👧")
  }
}

import RuleCalculators
import Testing

struct CapsTableTests {
  static let input = "case,month,minutes,post,special\n"
  static let output = "case,month,test,window,value,limit,verdict,verify_by\n"

  struct Row {
    let name: String
    let month: String
    let minutes: Int

    var input: String { "\(name),\(month),\(minutes),ordinary,0\n" }
    var output: String { minutes > 2700 ? "\(name),\(month),month,,\(minutes),2700,exceeded,\n" : "" }
  }

  /// Far more cases than are judged at a time, and more than one round of the table of names.
  static let cases = (0..<3000).map { number in
    ["2026-04", "2026-05", "2026-06"].enumerated().map { place, month in
      Row(name: "職員\(number)", month: month, minutes: 2600 + (number * 7 + place * 31) % 200)
    }
  }

  struct Order: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let rows: @Sendable ([[Row]]) -> [Row]
  }

  static let orders = [
    Order(testDescription: "case by case") { $0.flatMap(\.self) },
    Order(testDescription: "month by month") { cases in (0..<3).flatMap { place in cases.map { $0[place] } }
    },
    Order(testDescription: "the second month before the first, the third in runs of two") { cases in
      cases.flatMap { [$0[1]] } + cases.flatMap { [$0[0], $0[2]] }
    },
  ]

  @Test(arguments: orders)
  func theRowsOfACaseMayStandAnywhere(_ order: Order) throws {
    let input = Self.input + order.rows(Self.cases).map(\.input).joined()
    let expected = Self.output + Self.cases.flatMap { $0.map(\.output) }.joined()
    #expect(try RuleCalculator.caps.run(Array(input.utf8)) == expected)
  }

  struct Example: Sendable {
    let rows: String
    let findings: String
  }

  static let examples = [
    Example(
      rows: " A\t, 2026-04 ,\t3000,ordinary , 1\n",
      findings: "A,2026-04,month,,3000,2700,exceeded-special,2027-09-30\n"
    ),
    Example(rows: "A,2026-04,0003000,ordinary,0,,\n", findings: "A,2026-04,month,,3000,2700,exceeded,\n"),
    Example(
      rows: "\"A, \"\"B\"\"\",2026-04,\"3000\",ordinary,0\n",
      findings: "\"A, \"\"B\"\"\",2026-04,month,,3000,2700,exceeded,\n"
    ),
    Example(
      rows: "A,2026-01,44640,ordinary,0\n",
      findings: "A,2026-01,month,,44640,2700,exceeded,\nA,2026-01,year,,44640,21600,exceeded,\n"
    ),
    Example(
      rows: "A,2026-04,2000,ordinary,0\n A,2026-04,2000,ordinary,0\n",
      findings: "A,2026-04,month,,4000,2700,exceeded,\n"
    ),
    Example(
      rows: "A,9999-12,2701,ordinary,0\nA,0000-01,2701,ordinary,0\n",
      findings: "A,9999-12,month,,2701,2700,exceeded,\n"
    ),
  ]

  @Test(arguments: examples)
  func rowsThatAreNotWrittenPlainlyAreReadToo(_ example: Example) throws {
    #expect(
      try RuleCalculator.caps.run(Array((Self.input + example.rows).utf8)) == Self.output + example.findings
    )
  }

  @Test func namesWrittenDifferentlyInCP932AreOneCase() throws {
    // Both stand for ≒.
    let names: [[UInt8]] = [[0x81, 0xE0], [0x87, 0x90]]
    let rows = names.flatMap { name in name + Array(",2026-04,2000,ordinary,0\n".utf8) }
    let expected = Self.output + "≒,2026-04,month,,4000,2700,exceeded,\n"
    #expect(try RuleCalculator.caps.run(Array(Self.input.utf8) + rows) == expected)
  }

  struct Fault: Sendable {
    let rows: [UInt8]
    let message: String

    init(_ rows: String, _ message: String) {
      self.rows = Array(rows.utf8)
      self.message = message
    }

    init(bytes rows: [UInt8], _ message: String) {
      self.rows = rows
      self.message = message
    }
  }

  static let badMonth = "A,2026-13,1,ordinary,0\n"

  static let faults = [
    Fault(badMonth + "B,2026-04,x,ordinary,0\n", "line 2, column month, value \"2026-13\": "),
    Fault("A,2026-04,1,ordinary,0\n" + badMonth, "line 3, column month, value \"2026-13\": "),
    Fault(badMonth + "B,2026-04\n", "line 3, column minutes: "),
    Fault(badMonth + "B,2026-04,1,ordinary,0,x\n", "line 3, value \"x\": "),
    Fault(badMonth + "\"B\n", "line 3: a quoted field is never closed"),
    Fault(badMonth + "B\0,2026-04,1,ordinary,0\n", "line 3: the file holds a zero byte"),
    Fault(
      bytes: Array((badMonth + "B").utf8) + [0xFD] + Array(",2026-04,1,ordinary,0\n".utf8),
      "line 3, value \"FD\": "
    ),
    Fault("A,2026-13,x,other,2\n", "line 2, column month, "),
    Fault("A,2026-04,x,other,2\n", "line 2, column post, "),
    Fault("A,2026-04,x,ordinary,2\n", "line 2, column minutes, "),
    Fault(
      "A,2026-02,40320,ordinary,0\nA,2026-02,40321,ordinary,0\n",
      "line 3, column minutes, value \"40321\": 2026-02 has"
    ),
  ]

  @Test(arguments: faults)
  func faultsOfTheTableAreToldBeforeThoseOfCells(_ fault: Fault) {
    do {
      _ = try RuleCalculator.caps.run(Array(Self.input.utf8) + fault.rows)
      Issue.record("accepted: \(fault.message)")
    } catch {
      #expect(error.description.hasPrefix(fault.message), "\(error)")
    }
  }
}

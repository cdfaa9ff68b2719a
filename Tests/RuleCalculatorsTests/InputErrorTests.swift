import RuleCalculators
import Testing

struct InputErrorTests {
  struct Case: Sendable {
    let calculator: RuleCalculator
    let input: String
    let message: String
  }

  static let caps = "case,month,minutes,post,special\n"
  static let pay = "case,start,end,breaks,off_days,swapped,comp_day,running\n"

  static let cases = [
    Case(calculator: .caps, input: "", message: "line 1: the input is empty"),
    Case(calculator: .caps, input: "case,month,minutes,post\n", message: "line 1, column special: "),
    Case(
      calculator: .caps,
      input: "case,case,month,minutes,post,special\n",
      message: "line 1, column case: "
    ),
    Case(
      calculator: .caps,
      input: caps + "A,2026-13,1,ordinary,0\n",
      message: "line 2, column month, value \"2026-13\": "
    ),
    Case(
      calculator: .caps,
      input: caps + "A,2026-04,x,ordinary,0\n",
      message: "line 2, column minutes, value \"x\": "
    ),
    Case(
      calculator: .caps,
      input: caps + "A,2026-04,-1,ordinary,0\n",
      message: "line 2, column minutes, value \"-1\": "
    ),
    Case(
      calculator: .caps,
      input: caps + "A,2026-04,43201,ordinary,0\n",
      message: "line 2, column minutes, value \"43201\": "
    ),
    Case(
      calculator: .caps,
      input: caps + "A,2026-04,99999999999999999999,ordinary,0\n",
      message: "line 2, column minutes, value \"99999999999999999999\": "
    ),
    Case(
      calculator: .caps,
      input: caps + "A,2026-04,1,other,0\n",
      message: "line 2, column post, value \"other\": "
    ),
    Case(
      calculator: .caps,
      input: caps + "A,2026-04,1,ordinary,2\n",
      message: "line 2, column special, value \"2\": "
    ),
    Case(calculator: .caps, input: caps + "A,2026-04,1\n", message: "line 2, column post: "),
    Case(
      calculator: .caps,
      input: caps + ",2026-04,1,ordinary,0\n",
      message: "line 2, column case, value \"\": "
    ),
    Case(calculator: .caps, input: caps + "\"A\n", message: "line 2: "),
    Case(
      calculator: .pay,
      input: pay + "A,2026-04-01T48:00,2026-04-02T09:00,,,0,0,0\n",
      message: "line 2, column start, value \"2026-04-01T48:00\": "
    ),
    Case(
      calculator: .pay,
      input: pay + "A,2026-04-02T09:00,2026-04-01T09:00,,,0,0,0\n",
      message: "line 2, column end, value \"2026-04-01T09:00\": "
    ),
    Case(
      calculator: .pay,
      input: pay + "A,2026-04-01T09:00,2026-04-01T10:00,9-10,,0,0,0\n",
      message: "line 2, column breaks, value \"9-10\": "
    ),
    Case(
      calculator: .interval,
      input: "case,end,start\nA,2026-04-01T22:00,2026-04-01T21:59\n",
      message: "line 2, column start, value \"2026-04-01T21:59\": "
    ),
    Case(
      calculator: .annualLeave,
      input: "case,year,hired_on,term_ends_on\nA,2026,2026-04-31,\n",
      message: "line 2, column hired_on, value \"2026-04-31\": "
    ),
    Case(
      calculator: .annualLeave,
      input: "case,year,hired_on,term_ends_on\nA,2026,2026-04-30,2026-04-01\n",
      message: "line 2, column term_ends_on, value \"2026-04-01\": "
    ),
  ]

  @Test(arguments: cases)
  func badInputIsRefusedWithItsPlace(_ example: Case) {
    do {
      _ = try example.calculator.run(Array(example.input.utf8))
      Issue.record("accepted: \(example.input)")
    } catch {
      #expect(error.description.hasPrefix(example.message), "\(error)")
    }
  }

  @Test func rowsOfTheSameMonthAreAddedAndMonthsSorted() throws {
    let input =
      Self.caps
      + "B,2026-05,2000,ordinary,0\nA,2026-04,2701,ordinary,0\nB,2026-05,701,ordinary,1\nB,2026-04,2800,ordinary,0\n"
    let expected = """
      case,month,test,window,value,limit,verdict,verify_by
      B,2026-04,month,,2800,2700,exceeded,
      B,2026-05,month,,2701,2700,exceeded-special,2027-09-30
      A,2026-04,month,,2701,2700,exceeded,

      """
    #expect(try RuleCalculator.caps.run(Array(input.utf8)) == expected)
  }

  @Test func namesThatOnlyLookAlikeAreTwoCases() throws {
    let input = Self.caps + "\u{FA19},2026-04,2000,ordinary,0\n\u{795E},2026-04,2000,ordinary,0\n"
    let output = try RuleCalculator.caps.run(Array(input.utf8))
    #expect(output == "case,month,test,window,value,limit,verdict,verify_by\n")
  }

  @Test func payOfSeveralRowsIsSummed() throws {
    let input =
      Self.pay + "A,2026-11-17T18:15,2026-11-17T19:15,,,0,0,0\nA,2026-11-18T18:15,2026-11-18T19:15,,,0,0,60\n"
    #expect(try RuleCalculator.pay.run(Array(input.utf8)) == "case,class,minutes\nA,overtime-125,120\n")
  }

  @Test(arguments: [(2006, 2007), (2099, 2100), (2027, 2024)])
  func holidaysAreRefusedOutsideTheCalendar(_ from: Int, _ to: Int) {
    #expect(throws: RuleCalculatorError.self) { try RuleCalculator.holidays(from: from, to: to) }
  }
}

import CivilTime
import TestSupport
import Testing
import WorkingTimeRules

struct OvertimeLimitsTests {
  struct Case: Sendable {
    let name: String
    let months: [MonthlyOvertime]
    let findings: [String]
  }

  static let april = YearMonth(index: 2026 * 12 + 3)

  static func series(
    _ hours: [Int],
    _ post: PostKind,
    from first: Int = 0,
    special: Bool = false
  ) -> [MonthlyOvertime] {
    hours.enumerated().map { offset, hours in
      let month = april.adding(months: first + offset)
      return MonthlyOvertime(
        month: month,
        overtime: Minutes(hours: hours),
        post: post,
        isSpecialWork: special
      )
    }
  }

  static func minutes(_ count: Int, _ post: PostKind) -> [MonthlyOvertime] {
    [MonthlyOvertime(month: april, overtime: Minutes(count), post: post)]
  }

  static let cases = [
    Case(name: "C01", months: minutes(2700, .ordinary), findings: []),
    Case(name: "C02", months: minutes(2701, .ordinary), findings: ["2026-04 month 2701/2700"]),
    Case(name: "C03", months: series(Array(repeating: 30, count: 12), .ordinary), findings: []),
    Case(
      name: "C04",
      months: series(Array(repeating: 30, count: 11) + [31], .ordinary),
      findings: ["2027-03 year 21660/21600"]
    ),
    Case(name: "C05", months: minutes(5999, .external), findings: []),
    Case(name: "C06", months: minutes(6000, .external), findings: ["2026-04 month 6000/6000"]),
    Case(name: "C07", months: series([90, 70], .external), findings: []),
    Case(name: "C08", months: series([90, 71], .external), findings: ["2026-05 average2 9660/9600"]),
    Case(name: "C10", months: series([75, 85], .external, from: -1), findings: []),
    Case(
      name: "C12",
      months: series(Array(repeating: 80, count: 6) + Array(repeating: 40, count: 6), .external),
      findings: []
    ),
    Case(
      name: "C18",
      months: series(Array(repeating: 46, count: 7), .external),
      findings: ["2026-10 monthsOver45 7/6"]
    ),
    Case(
      name: "C25",
      months: series([50], .ordinary, from: 1, special: true),
      findings: ["2026-05 month 3000/2700 verify 2027-09-30"]
    ),
    Case(
      name: "C28",
      months: series([30], .ordinary) + series([16], .ordinary),
      findings: ["2026-04 month 2760/2700"]
    ),
    Case(
      name: "M03",
      months: series([40, 40], .external) + series([45, 45, 45, 45, 45, 45, 31], .ordinary, from: 2),
      findings: ["2026-12 afterMove 18060/18000"]
    ),
    Case(
      name: "no gap is taken for zero",
      months: series([99], .external) + series([99], .external, from: 2),
      findings: []
    ),
    Case(
      name: "windows stop at April 2019",
      months: series([99, 65], .external, from: -7 * 12 - 1),
      findings: []
    ),
  ]

  @Test(arguments: cases)
  func limitsAreJudged(_ example: Case) {
    let findings = OvertimeLimits().findings(of: OvertimeHistory(example.months)).map(Self.text)
    #expect(findings == example.findings, "\(example.name)")
  }

  static func text(_ finding: OvertimeFinding) -> String {
    let window = finding.test.window.map(String.init) ?? ""
    let name =
      finding.test == .afterMove
      ? "afterMove" : finding.test == .monthsOver45 ? "monthsOver45" : finding.test.name
    let base = "\(finding.month) \(name)\(window) \(finding.value)/\(finding.limit)"
    guard case .exceededSpecial(let day) = finding.verdict else { return base }
    return base + " verify \(day)"
  }

  /// Sums everything anew for every month, straight from the words of the rule.
  static func naive(_ months: [MonthlyOvertime]) -> [String] {
    var lines: [String] = []
    for record in months where record.overtime.count > 0 && record.month.index >= 2019 * 12 + 3 {
      let yearSoFar = months.filter {
        $0.month.fiscalYear == record.month.fiscalYear && $0.month <= record.month
      }
      func tell(_ name: String, _ value: Int, _ limit: Int, _ over: Bool, _ period: [MonthlyOvertime]) {
        guard over else { return }
        let special = period.contains(where: \.isSpecialWork)
        let verify = special ? " verify \(record.month.fiscalYear.startYear + 1)-09-30" : ""
        lines.append("\(record.month) \(name) \(value)/\(limit)" + verify)
      }
      let value = record.overtime.count
      if record.post == .external {
        tell("month", value, 6000, value >= 6000, [record])
      } else {
        tell("month", value, 2700, value > 2700, [record])
      }
      let total = yearSoFar.reduce(0) { $0 + $1.overtime.count }
      let yearLimit = yearSoFar.contains { $0.post == .external } ? 43200 : 21600
      tell("year", total, yearLimit, total > yearLimit, yearSoFar)
      if record.post == .ordinary, let external = yearSoFar.last(where: { $0.post == .external }) {
        let rest = yearSoFar.filter { $0.month > external.month }
        let sum = rest.reduce(0) { $0 + $1.overtime.count }
        let march = YearMonth(index: (record.month.fiscalYear.startYear + 1) * 12 + 2)
        let limit = 1800 * (march.index - external.month.index)
        tell("afterMove", sum, limit, sum > limit, rest)
      }
      if record.post == .external {
        for window in 2...6 {
          let first = record.month.index - window + 1
          let inside = months.filter { $0.month.index >= first && $0.month <= record.month }
          if inside.count < window || first < 2019 * 12 + 3 { continue }
          let sum = inside.reduce(0) { $0 + $1.overtime.count }
          tell("average\(window)", sum, 4800 * window, sum > 4800 * window, inside)
        }
        let over = yearSoFar.filter { $0.overtime.count > 2700 }.count
        tell("monthsOver45", over, 6, value > 2700 && over > 6, yearSoFar)
      }
    }
    return lines
  }

  @Test func findingsAgreeWithNaiveSums() {
    var random = Randomness(seed: 20_190_401)
    let limits = OvertimeLimits()
    var total = 0
    for _ in 0..<3000 {
      var month = YearMonth(index: 2018 * 12 + 9 + Int.random(in: 0...20, using: &random))
      var records: [MonthlyOvertime] = []
      for _ in 0..<Int.random(in: 1...30, using: &random) {
        let isExternal = Int.random(in: 0...3, using: &random) > 0
        let ceilings = [2702, 3300, 5000, 6002]
        let ceiling = ceilings[Int.random(in: 0...3, using: &random)]
        let minutes =
          Int.random(in: 0...9, using: &random) == 0 ? 0 : Int.random(in: 1800...ceiling, using: &random)
        records.append(
          MonthlyOvertime(
            month: month,
            overtime: Minutes(minutes),
            post: isExternal ? .external : .ordinary,
            isSpecialWork: Int.random(in: 0...19, using: &random) == 0
          )
        )
        month = month.adding(months: Int.random(in: 0...14, using: &random) == 0 ? 2 : 1)
      }
      let findings = limits.findings(of: OvertimeHistory(records.shuffled(using: &random))).map(Self.text)
      #expect(findings == Self.naive(records))
      total += findings.count
    }
    #expect(total > 5000)
  }

  @Test func oneMoreMinuteThanRemainsIsTooMuch() throws {
    var random = Randomness(seed: 45)
    let limits = OvertimeLimits()
    for _ in 0..<500 {
      let posts: [PostKind] = (0..<8).map { _ in Bool.random(using: &random) ? .external : .ordinary }
      let hours = (0..<8).map { _ in Int.random(in: 20...60, using: &random) }
      var records = zip(hours, posts).enumerated().map { offset, pair in
        let month = Self.april.adding(months: offset)
        return MonthlyOvertime(month: month, overtime: Minutes(hours: pair.0), post: pair.1)
      }
      let popped = records.popLast()
      let last = try #require(popped)
      func judged(with minutes: Int) -> [OvertimeFinding] {
        let record = MonthlyOvertime(month: last.month, overtime: Minutes(minutes), post: last.post)
        return limits.findings(of: OvertimeHistory(records + [record])).filter { $0.month == last.month }
      }
      let idle = MonthlyOvertime(month: last.month, overtime: .zero, post: last.post)
      let room = try #require(limits.remaining(of: OvertimeHistory(records + [idle]), in: last.month)).count
      #expect(judged(with: room).isEmpty)
      #expect(!judged(with: room + 1).isEmpty)
    }
  }

  @Test func everyTestHasItsValueForAScreen() {
    let history = OvertimeHistory(Self.series([40, 50, 90, 71], .external))
    let tests = OvertimeLimits().assessments(of: history, in: Self.april.adding(months: 3))
    let expected: [OvertimeTest] = [
      .month, .year, .average(months: 2), .average(months: 3), .average(months: 4), .monthsOver45,
    ]
    #expect(tests.map(\.test) == expected)
    #expect(tests.filter(\.verdict.isExceeded).map(\.test) == [.average(months: 2)])
    #expect(
      tests[2].explanation == "令和8年6月から令和8年7月までの2か月の超過勤務は合計161時間で、上限の160時間（平均80時間）を超えています。"
    )
    #expect(tests[2].citation == "人事院規則15―14第16条の2の2第1項第2号ハ")
    #expect(OvertimeLimits().assessments(of: history, in: Self.april.adding(months: 9)).isEmpty)
  }

  @Test func specialWorkTellsItsVerification() throws {
    let history = OvertimeHistory(Self.series([50], .ordinary, special: true))
    let finding = try #require(OvertimeLimits().findings(of: history).first)
    #expect(finding.explanation.hasSuffix("特例業務によるものです。令和9年9月30日までに要因の整理、分析及び検証を行います。"))
    #expect(finding.citation.hasSuffix("第1項第1号イ(1)"))
  }
}

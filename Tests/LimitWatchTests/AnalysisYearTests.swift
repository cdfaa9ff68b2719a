import Access
import CivilTime
import Duties
import Indicators
import People
import Store
import TestSupport
import Testing
import WorkingTime

@testable import LimitWatch

@Suite("Analyses through a year and after it")
struct AnalysisYearTests {
  private static let path = "/limits/analyses/2/2025"
  private static let list = "/limits/analyses"

  private func fields(_ months: [(Int64, String)], seen: Int) -> [(String, String)] {
    [("act", "submit"), ("seen", "\(seen)"), ("staffing", "欠員1人"), ("measures", "応援を頼んだ")]
      + months.map { ("factor-\($0.0)-\($0.1)-0", "diet") }
  }

  private func open(_ office: LimitOffice) async throws -> Int64 {
    try await office.number("SELECT COUNT(*) FROM duty WHERE about_unit = 2 AND state = 'open'")
  }

  private func share(_ office: LimitOffice, _ today: String) async throws -> Int? {
    let listing = try #require(LimitWatchIndicators.analysesSubmitted.listing)
    return try await office.database.read { connection in
      try listing.rows(LimitOffice.year2025, day(today), connection).first?.ratio.numerator
    }
  }

  @Test(arguments: Engine.available)
  func thatWereSubmittedDoNotStandForMonthsThatComeLater(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      try await office.work(202, "2025-05-12", hours: 50)
      office.set("2025-11-24")
      try await AnalysisDuty.sweep(office)
      let autumn = try await office.visit(201)
      #expect(await autumn.post(Self.path, fields([(202, "2025-05")], seen: 0)).status == 303)
      #expect(try await open(office) == 1, "the year is not over")
      #expect(await autumn.get(Self.list).text.contains("提出済み（年度の途中）"))
      let during = await autumn.get(Self.path).text
      #expect(during.contains("令和8年4月1日（水）以後に、もう一度提出して確認してください") && during.contains("計画の義務"))
      #expect(!during.contains("このまま提出して確認する"))

      // In February two more are beyond; nothing of what was submitted names them.
      try await office.work(203, "2026-02-10", hours: 60)
      try await office.work(204, "2026-02-10", hours: 70)
      office.set("2026-02-20")
      let winter = try await office.visit(201)
      let page = await winter.get(Self.list, "year=2025").text
      #expect(
        page.contains("<span class=\"tag attention\">未分析の月 2人月") && page.contains("提出の後に上限を超えた月が加わりました")
      )
      #expect(await winter.get(Self.path).text.contains("2人月の分析がありません"))
      #expect(try await share(office, "2026-02-20") == 0)

      office.set("2026-06-10")
      let head = try await office.visit(201)
      #expect(await head.get("/test/home").text.contains("提出の後に加わった2人月がありません"))
      #expect(await head.post(Self.path, fields([(202, "2025-05")], seen: 1)).status == 422)
      let all: [(Int64, String)] = [(202, "2025-05"), (203, "2026-02"), (204, "2026-02")]
      #expect(await head.post(Self.path, fields(all, seen: 1)).status == 303)
      #expect(try await open(office) == 0)
      #expect(await head.get(Self.list).text.contains("1つの組織がすべて提出しました"))
      #expect(try await share(office, "2026-06-10") == 1)
      #expect(await !head.get("/test/home").text.contains("要因の分析"))
    }
  }

  @Test(arguments: Engine.available)
  func ofTheYearUnderWayAreConfirmedOnceItIsOver(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      try await office.work(202, "2025-05-12", hours: 50)
      office.set("2026-03-31")
      try await AnalysisDuty.sweep(office)
      let before = try await office.visit(201)
      #expect(await before.post(Self.path, fields([(202, "2025-05")], seen: 0)).status == 303)
      #expect(try await open(office) == 1, "even on the last day")
      office.set("2026-04-01")
      let head = try await office.visit(201)
      #expect(await head.get(Self.list).text.contains("確認待ち"))
      #expect(await head.get("/test/home").text.contains("もう一度提出して確認してください"))
      let page = await head.get(Self.path).text
      #expect(page.contains("このまま提出して確認する"))
      for (name, value) in fields([(202, "2025-05")], seen: 1) {
        #expect(page.contains("type=\"hidden\" name=\"\(name)\" value=\"\(value)\""), "\(name)")
      }
      let above = await (try office.visit(102, as: .hr)).get(Self.path).text
      #expect(above.contains("年度の途中に提出したままで") && !above.contains("このまま提出して確認する"))
      #expect(await head.post(Self.path, fields([(202, "2025-05")], seen: 1)).status == 303)
      #expect(try await open(office) == 0)
      #expect(await head.get(Self.list).text.contains("提出済み</"))
    }
  }

  @Test(arguments: Engine.available)
  func thatWereSettledRaiseAnAlarmWhenMonthsAreAdded(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      try await office.work(202, "2025-05-12", hours: 50)
      try await AnalysisDuty.sweep(office)
      let head = try await office.visit(201)
      #expect(await head.post(Self.path, fields([(202, "2025-05")], seen: 0)).status == 303)
      #expect(try await open(office) == 0)
      #expect(await !head.get("/test/home").text.contains("未分析"))
      try await office.work(203, "2026-03-10", hours: 60)
      let alarm = "<span class=\"tag alarm\">未分析の月 1人月</span>"
      let (page, home) = (await head.get(Self.list).text, await head.get("/test/home").text)
      for text in [page, home] { #expect(text.contains(alarm)) }
      #expect(try await share(office, "2026-06-10") == 0)
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let owed: [Int64]
    /// Who is named by what was submitted, and when; nil where nothing was.
    let answer: ([Int64], String)?
    let standing: AnalysisStanding
  }

  static let cases = [
    Case(testDescription: "nothing", owed: [], answer: nil, standing: .notOwed),
    Case(testDescription: "not yet", owed: [1], answer: nil, standing: .open(isDraft: true)),
    Case(
      testDescription: "on the last day of the year",
      owed: [1],
      answer: ([1], "2026-03-31"),
      standing: .provisional
    ),
    Case(testDescription: "on the next day", owed: [1], answer: ([1], "2026-04-01"), standing: .done),
    Case(
      testDescription: "one who is not named",
      owed: [1, 2, 3],
      answer: ([1], "2025-11-24"),
      standing: .incomplete(missing: 2, wasFinal: false)
    ),
    Case(
      testDescription: "one who came after the end",
      owed: [1, 2],
      answer: ([1], "2026-05-01"),
      standing: .incomplete(missing: 1, wasFinal: true)
    ),
    Case(
      testDescription: "one who is owed no more",
      owed: [1],
      answer: ([1, 2], "2026-05-01"),
      standing: .done
    ),
    Case(
      testDescription: "none who is owed any more",
      owed: [],
      answer: ([1], "2025-11-24"),
      standing: .done
    ),
  ]

  @Test(arguments: cases)
  func areAsFarAsTheMonthsThatTheyName(_ one: Case) {
    let months = { (people: [Int64]) in
      Set(people.map { LimitAnalysis.PersonMonth(employee: RecordID($0), month: month("2025-05")) })
    }
    let answer = one.answer.map { LimitAnalysis.Answer(months: months($0.0), on: day($0.1)) }
    let standing = AnalysisStanding(
      owed: months(one.owed),
      answer: answer,
      isDraft: true,
      in: LimitOffice.year2025
    )
    #expect(standing == one.standing)
  }
}

/// The duty of the plan to analyse, as it is raised.
enum AnalysisDuty {
  private static let rule = DutyRule(
    plan: "soumu",
    edition: 1,
    measure: "III-2-3-a",
    name: "a",
    title: "要因の検証",
    task: "要因を報告します。",
    debtor: .head(of: .eventUnit),
    occasion: .on(DutyEventKind(rawValue: "working-time.limit-exceeded")),
    due: .monthsAfter(6),
    evidence: EvidenceKindID(rawValue: "hand.document"),
    isBulkSafe: false
  )

  static func sweep(_ office: LimitOffice) async throws {
    let ids: [RecordID<DutyRule>] = [office.ids.next()]
    try await office.database.write { connection in
      try DutyRules.replace(
        [rule],
        plan: "soumu",
        edition: 1,
        from: day("2025-04-01"),
        ids: ids,
        on: connection
      )
    }
    _ = try await DutySweep(
      database: office.database,
      clock: office.clock,
      ids: office.ids,
      sources: WorkingTimeEvents.all
    ).run(force: true)
  }
}

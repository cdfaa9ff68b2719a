import Access
import CivilTime
import Duties
import People
import Store
import TestSupport
import Testing
import WorkingTime

@testable import LimitWatch

@Suite("Analyses of what went beyond a limit")
struct AnalysisTests {
  private static let path = "/limits/analyses/2/2025"
  private func fields(
    _ act: String,
    factor: String = "diet",
    minutes: String = "30:00",
    seen: Int = 0
  ) -> [(String, String)] {
    [
      ("act", act), ("seen", "\(seen)"), ("factor-202-2025-05-0", factor), ("minutes-202-2025-05-0", minutes),
      ("staffing", "欠員1人"), ("measures", "問合せの窓口を分けた"),
    ]
  }

  @Test(arguments: Engine.available)
  func settleTheDutyOfTheUnitWhenSubmitted(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      try await office.work(202, "2025-05-12", hours: 50)
      try await AnalysisDuty.sweep(office)
      #expect(
        try await office.number("SELECT COUNT(*) FROM duty WHERE about_unit = 2 AND state = 'open'") == 1
      )
      let head = try await office.visit(201)
      let list = await head.get("/limits/analyses").text
      #expect(list.contains("1つの組織が未提出です") && list.contains("令和8年9月30日"))
      #expect(await head.get(Self.path).text.contains("延べ1人月（1人）"))

      #expect(await head.post(Self.path, fields("submit", factor: "")).status == 422)
      #expect(await head.post(Self.path, fields("submit", minutes: "51:00")).status == 422)
      let committee = try await office.visit(303, as: .committee)
      #expect(await head.post(Self.path, fields("draft")).status == 303)
      #expect(await committee.get("/limits/shared-analyses").text.contains("0つの組織が提出"))
      #expect(try await office.number("SELECT COUNT(*) FROM duty WHERE state = 'open'") == 1)

      let stale = await head.post(Self.path, fields("submit", seen: 0))
      #expect(stale.status == 422 && stale.text.contains("ほかの人が先に保存しました"), "the draft was not seen")
      #expect(await head.post(Self.path, fields("submit", seen: 1), once: "analysis-1").status == 303)
      #expect(await head.post(Self.path, fields("submit", seen: 1), once: "analysis-1").status == 303)
      #expect(try await office.number("SELECT COUNT(*) FROM duty WHERE state = 'fulfilled'") == 1)
      #expect(try await office.number("SELECT COUNT(*) FROM evidence WHERE unit = 2") == 1)
      let shared = await committee.get("/limits/shared-analyses").text
      #expect(shared.contains("国会対応（人月：非表示）") && shared.contains("窓口を分けた"))
      #expect(!shared.contains("202号") && !shared.contains("利用者201"))
      // What was submitted is followed by another submission, whatever the button says.
      #expect(await head.post(Self.path, fields("draft", seen: 2)).status == 303)
      #expect(try await office.number("SELECT COUNT(*) FROM limit_analysis WHERE is_submitted") == 2)
    }
  }

  @Test(arguments: Engine.available)
  func areReadByTheLineAndThePersonnelAuthorityAlone(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      try await office.work(202, "2025-05-12", hours: 50)
      let above = try await office.visit(101)
      #expect(await above.get(Self.path).text.contains("202号"))
      #expect(await above.post(Self.path, fields("draft")).status == 303)
      let hr = try await office.visit(102, as: .hr)
      #expect(await hr.get(Self.path).text.contains("国会対応（30:00）"))
      #expect(await hr.post(Self.path, fields("draft", seen: 1)).status == 403)
      for outsider in [Int64(301), 401] {
        let visit = try await office.visit(outsider)
        #expect(await visit.get(Self.path).status == 404)
        #expect(await visit.post(Self.path, fields("draft", seen: 1)).status == 404)
        #expect(await visit.get("/limits/analyses", "year=2025").text.contains("分析が必要な組織はありません"))
      }
      let member = try await office.visit(302, as: .committee)
      #expect(await member.get(Self.path).status == 403)
      #expect(await (try office.visit(203)).get(Self.path).status == 403)
    }
  }

  @Test(arguments: Engine.available)
  func ofTwoWhoSaveAtOnceOneIsTold(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      try await office.work(202, "2025-05-12", hours: 50)
      let visits = [try await office.visit(201), try await office.visit(101)]
      let answers = await withTaskGroup(of: Int.self) { group in
        for visit in visits { group.addTask { await visit.post(Self.path, fields("submit")).status } }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers.sorted() == [303, 422])
      #expect(try await office.number("SELECT COUNT(*) FROM limit_analysis") == 1)
    }
  }

  @Test(arguments: Engine.available)
  func whatSomebodyElseSavedStandsBesideWhatWasWritten(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      try await office.work(202, "2025-05-12", hours: 50)
      let (head, above) = (try await office.visit(201), try await office.visit(101))
      #expect(await above.post(Self.path, fields("draft")).status == 303)
      let mine = fields("draft").dropLast() + [("measures", "応援を頼んだ")]
      let answer = await head.post(Self.path, Array(mine))
      #expect(answer.status == 422)
      for word in ["応援を頼んだ", "問合せの窓口を分けた", "職員 101号が", "name=\"seen\" value=\"1\""] {
        #expect(answer.text.contains(word), "\(word)")
      }
      let again = mine.filter { $0.0 != "seen" } + [("seen", "1")]
      #expect(await head.post(Self.path, Array(again)).status == 303)
      #expect(try await office.number("SELECT COUNT(*) FROM limit_analysis") == 2)
    }
  }

  @Test(arguments: Engine.available)
  func tellOfTimeWithoutAFactorAndKeepWhatWasSubmitted(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      try await office.work(202, "2025-05-12", hours: 50)
      let head = try await office.visit(201)
      let lost = await head.post(Self.path, fields("draft") + [("minutes-202-2025-05-1", "1:00")])
      #expect(lost.status == 422 && lost.text.contains("時間を入力した要因を選んでください"))
      #expect(try await office.number("SELECT COUNT(*) FROM limit_analysis") == 0)
      #expect(await head.post(Self.path, fields("submit")).status == 303)
      try await office.work(202, "2025-05-12", hours: 10)
      let page = await head.get(Self.path).text
      #expect(page.contains("分析する月はありません") && page.contains("問合せの窓口を分けた"))
    }
  }

  @Test(arguments: Engine.available, ["-9223372036854775808", "9223372036854775807", "2057", "x"])
  func ofNoPossibleYearAreThoseOfTheUsualOne(_ engine: Engine, _ year: String) async throws {
    try await LimitOffice.with(engine) { office in
      let head = try await office.visit(201)
      #expect(await head.get("/limits/analyses", "year=\(year)").text.contains("令和7年度分は"))
      let committee = try await office.visit(303, as: .committee)
      #expect(await committee.get("/limits/shared-analyses", "year=\(year)").status == 200)
      let hr = try await office.visit(102, as: .hr)
      for path in ["/limits/overview", "/limits/overview/csv"] {
        #expect(await hr.get(path, "year=\(year)").status == 200)
      }
    }
  }

  @Test func areDueHalfAYearAfterTheFiscalYear() {
    #expect(LimitAnalysis.dueDay(of: FiscalYear(startYear: 2026)) == day("2027-09-30"))
  }

  struct Shared: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// How many people of each unit named the factor, one month each.
    let people: [Int]
    let units: [SharedFactors.Count]
    let total: SharedFactors.Count
  }

  static let shared = [
    Shared(testDescription: "nine are withheld", people: [9], units: [.few], total: .few),
    Shared(testDescription: "ten are told", people: [10], units: [.months(10)], total: .months(10)),
    Shared(
      testDescription: "a sum that would tell of nine is withheld",
      people: [12, 9],
      units: [.months(12), .few],
      total: .few
    ),
    Shared(
      testDescription: "a sum that leaves ten or more is told",
      people: [12, 5, 5],
      units: [.months(12), .few, .few],
      total: .months(22)
    ),
  ]

  @Test(arguments: shared)
  func areSharedWithoutNumbersOfFewPeople(_ one: Shared) {
    let analyses = one.people.enumerated().map { unit, count in
      let months = (0..<count).map { person in
        LimitAnalysis.PersonMonth(employee: RecordID(Int64(unit * 100 + person)), month: month("2025-05"))
      }
      return LimitAnalysis(
        unit: RecordID(Int64(unit)),
        year: LimitOffice.year2025,
        revision: 1,
        isSubmitted: true,
        factors: Dictionary(uniqueKeysWithValues: months.map { ($0, [.init(factor: .diet, minutes: nil)]) }),
        staffing: "",
        measures: "",
        writtenAt: Instant(milliseconds: 0),
        author: ""
      )
    }
    let factors = SharedFactors(analyses)
    let units = one.people.indices.map { factors.units[RecordID(Int64($0))]?[.diet] }
    #expect(units == one.units.map { $0 })
    #expect(factors.total == [.diet: one.total])
  }
}

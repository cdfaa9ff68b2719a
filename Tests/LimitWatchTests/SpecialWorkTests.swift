import Access
import CivilTime
import People
import Store
import TestSupport
import Testing

@testable import LimitWatch

@Suite("Register of special work")
struct SpecialWorkTests {
  private static let list = "/limits/special-work"

  private func entry(named: [Int64] = []) -> [(String, String)] {
    [
      ("from", "2026-05-01"), ("to", "2026-05-31"), ("category", "legislation"), ("description", "重要法案の立案"),
      ("people", named.isEmpty ? "everyone" : "named"), ("known", "2026-05-01"),
    ] + named.map { ("named", "\($0)") }
  }

  @Test(arguments: Engine.available)
  func leavesQuestionsWhereClaimsLimitsAndRegisterDiffer(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      try await office.work(202, "2026-05-12", hours: 60, isSpecial: true)
      try await office.work(203, "2026-05-13", hours: 10, isSpecial: true)
      try await office.work(204, "2026-05-14", hours: 46)
      try await office.work(302, "2026-05-14", hours: 47)
      let head = try await office.visit(201)
      func page() async -> String { await head.get(Self.list, "month=2026-05").text }
      let before = await page()
      #expect(before.contains("確かめることが3件"))
      #expect(before.contains("202号") && before.contains("203号") && before.contains("204号"))
      #expect(!before.contains("302号"))

      let form = "\(Self.list)/units/2"
      #expect(await head.post(form, entry(named: [302])).status == 422, "nobody else's people can be named")
      #expect(await head.post(form, entry(named: [202]), once: "special-once").status == 303)
      #expect(await head.post(form, entry(named: [202]), once: "special-once").status == 303)
      #expect(try await office.number("SELECT COUNT(*) FROM special_work") == 1)
      let after = await page()
      #expect(after.contains("確かめることが2件") && !after.contains("202号"))
      #expect(after.contains("46時間で、上限の45時間を超えています"))

      let id = try await office.number("SELECT record FROM special_work")
      let withdrawal = entry(named: [202]) + [("seen", "1"), ("withdrawn", "1"), ("why", "対象外だった")]
      #expect(await head.post("\(Self.list)/entries/\(id)", withdrawal).status == 303)
      #expect(await head.post("\(Self.list)/entries/\(id)", withdrawal + [("seen", "1")]).status == 409)
      #expect(await page().contains("確かめることが3件"))
      #expect(await head.get("\(Self.list)/entries/\(id)").text.contains("取り消し：対象外だった"))
    }
  }

  @Test(arguments: Engine.available)
  func ofAnotherUnitIsNotThere(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      try await office.work(202, "2026-05-12", hours: 60, isSpecial: true)
      let head = try await office.visit(201)
      #expect(await head.post("\(Self.list)/units/2", entry()).status == 303)
      #expect(await head.post("\(Self.list)/units/3", entry()).status == 404)
      let id = try await office.number("SELECT record FROM special_work")
      for outsider in [Int64(301), 401] {
        let visit = try await office.visit(outsider)
        let page = await visit.get(Self.list, "month=2026-05").text
        #expect(page.contains("記録は0件です") && page.contains("確かめることはありません") && !page.contains("202号"))
        #expect(await visit.get("\(Self.list)/entries/\(id)").status == 404)
        #expect(await visit.post("\(Self.list)/entries/\(id)", entry()).status == 404)
        #expect(await visit.get("\(Self.list)/units/2").status == 404)
      }
      let keeper = try await office.visit(206, as: .timeKeeper, keeps: 2)
      #expect(await keeper.get(Self.list, "month=2026-05").text.contains("重要法案の立案"))
      #expect(await keeper.post("\(Self.list)/entries/\(id)", entry()).status == 403)
    }
  }

  @Test(arguments: Engine.available)
  func ofThoseWhoHaveMovedIsFoundAndRecordedLate(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      try await office.work(202, "2026-05-12", hours: 20, isSpecial: true)
      try await office.leave(202, after: "2026-05-20", for: 306)
      let (head, next) = (try await office.visit(201), try await office.visit(301))
      #expect(await next.get(Self.list, "month=2026-05").text.contains("202号"))
      let form = "\(Self.list)/units/2"
      #expect(await head.get(form).text.contains("202号（官職202、R8.5.20まで）"))
      #expect(await head.post(form, entry(named: [202])).status == 303, "one who has left since is named")
      #expect(await next.get(Self.list, "month=2026-05").text.contains("確かめることはありません"))
      let id = try await office.number("SELECT record FROM special_work")
      let change =
        entry().map { $0.0 == "people" ? ("people", "named") : $0 } + [("seen", "1"), ("why", "周知")]
      #expect(await head.post("\(Self.list)/entries/\(id)", change).status == 422, "nobody is ticked")
      #expect(
        await head.post("\(Self.list)/entries/\(id)", change + [("named", "202")]).status == 303,
        "nobody of today is engaged"
      )
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let people: SpecialWork.People
    let date: String
    let chain: Set<Int64>
    let isCovered: Bool
  }

  static let cases = [
    Case(
      testDescription: "everybody of the unit",
      people: .everyone,
      date: "2026-05-01",
      chain: [2, 1],
      isCovered: true
    ),
    Case(
      testDescription: "everybody below",
      people: .everyone,
      date: "2026-05-31",
      chain: [9, 2, 1],
      isCovered: true
    ),
    Case(
      testDescription: "another unit",
      people: .everyone,
      date: "2026-05-31",
      chain: [1],
      isCovered: false
    ),
    Case(
      testDescription: "the day before",
      people: .everyone,
      date: "2026-04-30",
      chain: [2],
      isCovered: false
    ),
    Case(
      testDescription: "the day after",
      people: .everyone,
      date: "2026-06-01",
      chain: [2],
      isCovered: false
    ),
    Case(
      testDescription: "named",
      people: .named([RecordID(7)]),
      date: "2026-05-02",
      chain: [2],
      isCovered: true
    ),
    Case(
      testDescription: "not named",
      people: .named([RecordID(8)]),
      date: "2026-05-02",
      chain: [2],
      isCovered: false
    ),
  ]

  @Test(arguments: cases)
  func coversWhoIsEngagedOnItsDays(_ one: Case) {
    func work(isWithdrawn: Bool) -> SpecialWork {
      SpecialWork(
        id: RecordID(1),
        revision: 1,
        unit: RecordID(2),
        from: day("2026-05-01"),
        to: day("2026-05-31"),
        category: .disaster,
        description: "",
        people: one.people,
        madeKnownOn: nil,
        isWithdrawn: isWithdrawn,
        changeReason: "",
        recordedAt: Instant(milliseconds: 0)
      )
    }
    let chain = Set(one.chain.map { RecordID<OrganizationUnit>($0) })
    #expect(work(isWithdrawn: false).covers(RecordID(7), on: day(one.date), in: chain) == one.isCovered)
    #expect(!work(isWithdrawn: true).covers(RecordID(7), on: day(one.date), in: chain))
  }
}

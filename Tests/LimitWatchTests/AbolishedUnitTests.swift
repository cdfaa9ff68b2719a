import Access
import CivilTime
import People
import Store
import TestSupport
import Testing
import WorkingTime

@testable import LimitWatch

/// 秘書課(2), below 大臣官房(1), was abolished after 30 June 2026; it is now 24 November.
@Suite("Units that stand no more")
struct AbolishedUnitTests {
  private func abolished(_ office: LimitOffice) async throws {
    // 201 still holds the post of its head, for nobody has ended it; 202 works in 大臣官房 now, 203 in 統計局.
    try await office.abolish(2, after: "2026-06-30", moving: [202: 106, 203: 306])
    office.set("2026-11-24")
  }

  @Test(arguments: Engine.available)
  func areAnalysedByThoseAboveThem(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      try await office.work(202, "2026-05-12", hours: 50)
      try await abolished(office)
      let path = "/limits/analyses/2/2026"
      let name = "大臣官房／秘書課（R8.6.30廃止）"
      let above = try await office.visit(101)
      let list = await above.get("/limits/analyses").text
      #expect(list.contains(name) && list.contains("1つの組織が未提出です"))
      #expect(await above.get(path).text.contains("要因を記録する"))
      let draft = [
        ("act", "draft"), ("seen", "0"), ("factor-202-2026-05-0", "diet"), ("staffing", ""), ("measures", ""),
      ]
      #expect(await above.post(path, draft).status == 303)
      let hr = try await office.visit(102, as: .hr)
      #expect(await hr.get("/limits/analyses").text.contains(name))
      let sheet = await hr.get(path).text
      #expect(sheet.contains(name) && !sheet.contains("要因を記録する"))
      let other = try await office.visit(402, as: .hr, employer: 2)
      for outsider in [try await office.visit(201), try await office.visit(301), other] {
        #expect(await outsider.get(path).status == 404)
        #expect(await !outsider.get("/limits/analyses").text.contains("秘書課"))
      }
      for outsider in [Int64(201), 301] {
        #expect(await (try office.visit(outsider)).post(path, draft).status == 404)
      }
      #expect(try await office.number("SELECT COUNT(*) FROM limit_analysis") == 1)
    }
  }

  @Test(arguments: Engine.available)
  func leaveTheirDutyToWhomeverStandsAbove(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      try await office.work(202, "2025-05-12", hours: 50)
      try await abolished(office)
      office.set("2026-08-01")
      try await AnalysisDuty.sweep(office)
      let above = try await office.visit(101)
      #expect(await above.get("/test/home").text.contains("分析が、1つの組織で未提出です"))
      #expect(await !(try office.visit(301)).get("/test/home").text.contains("分析が"))
      #expect(await !(try office.visit(201)).get("/test/home").text.contains("分析が"), "whose unit is gone")
      let submitted = [
        ("act", "submit"), ("seen", "0"), ("factor-202-2025-05-0", "diet"), ("staffing", "廃止"),
        ("measures", "業務を移した"),
      ]
      #expect(await above.post("/limits/analyses/2/2025", submitted).status == 303)
      #expect(try await office.number("SELECT COUNT(*) FROM duty WHERE state = 'fulfilled'") == 1)
      #expect(await !above.get("/test/home").text.contains("分析が"))
    }
  }

  @Test(arguments: Engine.available)
  func areAPersonnelMatterWhereNobodyStandsAbove(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      try await office.work(302, "2026-05-12", hours: 50)
      try await office.abolish(3, after: "2026-06-30", moving: [302: 106])
      office.set("2026-11-24")
      let path = "/limits/analyses/3/2026"
      #expect(await (try office.visit(101)).get(path).status == 404, "who leads another bureau")
      // The head of 大臣官房 is the personnel authority too.
      let hr = try await office.visit(101, as: .hr)
      let draft = [
        ("act", "draft"), ("seen", "0"), ("factor-302-2026-05-0", "diet"), ("staffing", ""), ("measures", ""),
      ]
      #expect(await hr.post(path, draft).status == 303)
    }
  }

  @Test(arguments: Engine.available)
  func haveTheirSpecialWorkRegisteredLate(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      try await office.work(202, "2026-05-12", hours: 60, isSpecial: true)
      try await abolished(office)
      let list = "/limits/special-work"
      let form = "\(list)/units/2"
      func entry(_ from: String) -> [(String, String)] {
        [
          ("from", from), ("to", ""), ("category", "legislation"), ("description", "重要法案の立案"),
          ("people", "named"), ("named", "202"), ("known", ""),
        ]
      }
      let above = try await office.visit(101)
      let before = await above.get(list, "month=2026-05").text
      #expect(before.contains("台帳にない特例業務の申告") && before.contains("秘書課（R8.6.30廃止）"))
      let page = await above.get(form).text
      #expect(page.contains("202号（官職202、R8.6.30まで）"))
      let late = await above.post(form, entry("2026-07-01"))
      #expect(late.status == 422 && late.text.contains("R8.6.30に廃止されました"))
      #expect(await above.post(form, entry("2026-05-01")).status == 303)
      let after = await above.get(list, "month=2026-05").text
      #expect(after.contains("確かめることはありません") && after.contains("重要法案の立案"))

      let id = try await office.number("SELECT record FROM special_work")
      let hr = try await office.visit(102, as: .hr)
      let change = entry("2026-05-02") + [("seen", "1"), ("why", "日の誤り")]
      #expect(await hr.post("\(list)/entries/\(id)", change).status == 303)
      let moved = entry("2026-07-15") + [("seen", "2"), ("why", "日の誤り")]
      let refused = await hr.post("\(list)/entries/\(id)", moved)
      #expect(refused.status == 422 && refused.text.contains("R8.6.30に廃止されました"))
      let other = try await office.visit(402, as: .hr, employer: 2)
      for outsider in [try await office.visit(201), try await office.visit(301), other] {
        #expect(await outsider.get(form).status == 404)
        #expect(await outsider.post(form, entry("2026-05-01")).status == 404)
        #expect(await outsider.get("\(list)/entries/\(id)").status == 404)
        let seen = await outsider.get(list, "month=2026-05").text
        #expect(!seen.contains("重要法案の立案") && !seen.contains("秘書課"))
      }
      #expect(try await office.number("SELECT COUNT(*) FROM special_work") == 2)
    }
  }

  @Test(arguments: Engine.available)
  func areCoveredByTheSpecialWorkOfThoseAbove(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      try await office.work(202, "2026-05-12", hours: 60, isSpecial: true)
      try await abolished(office)
      let above = try await office.visit(101)
      let whole = [
        ("from", "2026-05-01"), ("to", "2026-05-31"), ("category", "disaster"), ("description", "災害"),
        ("people", "everyone"), ("known", ""),
      ]
      #expect(await above.post("/limits/special-work/units/1", whole).status == 303)
      #expect(
        await above.get("/limits/special-work", "month=2026-05").text.contains("確かめることはありません")
      )
    }
  }

  @Test(arguments: Engine.available)
  func areDesignatedLate(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      try await abolished(office)
      let path = "/limits/designations"
      func entry(_ from: String) -> [(String, String)] {
        [
          ("unit", "2"), ("extent", "unit"), ("part", ""), ("from", from), ("to", "2026-06-30"),
          ("reason", "国会対応"), ("known", ""),
        ]
      }
      let other = try await office.visit(402, as: .hr, employer: 2)
      #expect(await other.post(path, entry("2026-04-01")).status == 422)
      #expect(await !other.get(path).text.contains("秘書課"))
      let hr = try await office.visit(102, as: .hr)
      let after = await hr.post(path, entry("2026-07-01").map { $0.0 == "to" ? ("to", "") : $0 })
      #expect(after.status == 422 && after.text.contains("R8.6.30に廃止されました"))
      #expect(await hr.post(path, entry("2026-04-01")).status == 303)
      #expect(await hr.get(path).text.contains("大臣官房／秘書課（R8.6.30廃止）"))
      let isExternal = try await office.database.read { connection in
        try DesignationRecords.isExternal(RecordID(2), on: day("2026-05-12"), connection: connection)
      }
      #expect(isExternal)
      let id = try await office.number("SELECT id FROM designation_entry")
      #expect(await (try office.visit(101)).get("\(path)/\(id)").status == 200, "who leads the bureau above")
      #expect(await (try office.visit(301)).get("\(path)/\(id)").status == 404)
    }
  }

  private static func unit(
    _ id: Int64,
    under parent: Int64? = nil,
    _ name: String,
    _ from: String,
    _ to: String?
  ) -> OrganizationUnit {
    OrganizationUnit(
      id: RecordID(id),
      employer: RecordID(1),
      code: "\(id)",
      parent: parent.map { RecordID($0) },
      name: name,
      kind: .division,
      sortOrder: Int(id),
      from: day(from),
      to: to.map { day($0) }
    )
  }

  @Test func areToldByTheirLastDay() {
    let history = [
      Self.unit(1, "官房", "2020-04-01", "2026-06-30"), Self.unit(1, "新官房", "2026-07-01", nil),
      // Renamed, then abolished; what was above has another name since.
      Self.unit(2, under: 1, "総務課", "2020-04-01", "2025-03-31"),
      Self.unit(2, under: 1, "秘書課", "2025-04-01", "2026-06-30"),
      // Gone before, gone in a ring of wrong data, still to come.
      Self.unit(3, "旧局", "2020-04-01", "2024-03-31"),
      Self.unit(4, under: 5, "甲", "2020-04-01", "2026-06-30"),
      Self.unit(5, under: 4, "乙", "2020-04-01", "2026-06-30"),
      Self.unit(6, "新局", "2027-04-01", nil),
    ]
    let today = day("2026-11-24")
    let tree = UnitTree(units: [history[1]], date: today)
    let former = FormerUnits(history, beside: tree)
    #expect(former.all.map(\.id) == [2, 4, 5, 3].map { RecordID($0) })
    #expect(former.unit(RecordID(2))?.path == "官房／秘書課（R8.6.30廃止）")
    #expect(former.unit(RecordID(4))?.path == "乙／甲（R8.6.30廃止）")
    #expect(former.unit(RecordID(3))?.path == "旧局（R6.3.31廃止）")
    #expect(former.unit(RecordID(1)) == nil && former.unit(RecordID(6)) == nil)
  }
}

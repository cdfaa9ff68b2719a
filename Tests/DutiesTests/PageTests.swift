import Access
import CivilTime
import Markup
import People
import Site
import Store
import TestSupport
import Testing

@testable import Duties

@Suite("Pages of duties")
struct PageTests {
  private static let today = day("2026-10-02")

  private func page(
    _ office: DutiesOffice,
    _ actor: Actor,
    _ filter: InboxFilter = InboxFilter()
  ) async throws
    -> String
  {
    let inbox = try await office.database.read {
      try DutyQuery.inbox(of: actor, today: Self.today, filter: filter, page: 1, on: $0)
    }
    let view = InboxView(
      inbox: inbox,
      filter: filter,
      page: 1,
      today: Self.today,
      units: [],
      formToken: "token"
    )
    return (view.content.lead + view.content.body).text
  }

  @Test func theInboxTicksOnlyWhatADateSettles() async throws {
    try await DutiesOffice.with(.sqlite) { office in
      try await office.load(InboxTests.rules)
      try await office.sweep()
      let text = try await page(office, office.actor(2, heads: [11]))
      #expect(text.split(separator: "type=\"checkbox\"").count == 3)
      #expect(text.contains("うち2件は期限を過ぎています"))
      #expect(text.contains("action=\"/duties/confirm\""))
      #expect(!text.contains("style="))
      let manager = try await page(office, office.actor(1))
      #expect(!manager.contains("type=\"checkbox\""))
      let nobody = try await page(office, office.actor(5))
      #expect(nobody.contains("いま担当の取組はありません"))
    }
  }

  @Test func aDutyTellsWhyAndEscapesReasons() async throws {
    try await DutiesOffice.with(.sqlite) { office in
      let kind = DutyEventKind(rawValue: "people.transfer")
      try await office.load(
        InboxTests.rules + [
          DutiesOffice.rule("T", .superior(of: .eventSubject), .on(kind), due: .daysAfter(30))
        ]
      )
      try await office.run("UPDATE assignment SET valid_to = '2026-05-31' WHERE employee = 6")
      try await office.run(
        """
        INSERT INTO assignment (id, employee, post, kind, valid_from, valid_to)
        VALUES (601, 6, 113, 'primary', '2026-06-01', NULL)
        """
      )
      try await office.sweep(on: "2026-10-02")
      let now = office.clock.now()
      let words = DutyWords(PeopleEvents.all)
      let transfer = try #require(try await office.duties(where: "d.measure = 'T'").first)
      try await office.desk.excuse(transfer.id, reason: "<b>理由</b>", by: office.secretariat, at: now)
      for (measure, why) in [
        ("A", "半期ごとに求められています（令和8年度上半期分）。"), ("B", "毎年度に求められています（令和8年度分）。"),
        ("T", "令和8年6月1日（月）の「異動」により求められています。"),
      ] {
        let duty = try #require(
          try await office.duties(where: "d.measure = \(measure) AND d.employer = 1").first
        )
        let secretariat = office.secretariat
        let shown = try await office.database.read { connection in
          try ShownDuty(
            duty.id,
            for: secretariat,
            tree: UnitRecords.tree(asOf: Self.today, on: connection),
            on: connection
          )
        }
        let page = DutyPage(
          shown: try #require(shown),
          words: words,
          today: Self.today,
          kept: .empty,
          faults: [],
          formToken: "token",
          once: "12345678"
        )
        let text = page.content.body.text
        #expect(text.contains(why))
        #expect(!text.contains("<b>"))
        #expect(text.contains(measure == "T" ? "未了に戻す" : "免除する"))
      }
    }
  }

  @Test func aUnitIsShownToThoseAboveItAlone() {
    let world = DutiesWorld.small()
    let tree = UnitTree(units: world.units, date: Self.today)
    let unit = world.units[3]
    func reader(_ actor: Actor) -> UnitReader? { UnitReader(unit, actor, in: tree) }
    #expect(reader(InboxTests.actor(1, heads: [11])) == .head)
    #expect(reader(InboxTests.actor(1, heads: [1])) == .above)
    #expect(reader(InboxTests.actor(1, heads: [111])) == nil)
    #expect(reader(InboxTests.actor(1, heads: [2, 12])) == nil)
    #expect(reader(InboxTests.actor(1, [.hr], hrOf: [1])) == .watcher)
    #expect(reader(InboxTests.actor(1, [.hr], hrOf: [2])) == nil)
    #expect(reader(InboxTests.actor(1, [.secretariat])) == .watcher)
    #expect(reader(InboxTests.actor(1, [.committee])) == nil)
  }

  @Test func theUnitPageCountsByMeasure() async throws {
    try await DutiesOffice.with(.sqlite) { office in
      try await office.load(InboxTests.rules)
      try await office.sweep()
      let world = DutiesWorld.small()
      let tree = UnitTree(units: world.units, date: Self.today)
      let shown = try await office.database.read {
        try UnitSheet(
          world.units[3],
          in: tree,
          part: .open,
          page: 1,
          today: Self.today,
          reader: .above,
          on: $0
        )
      }
      #expect(shown.measures.map(\.owed) == [2])
      #expect(shown.items.count == 2)
      let text = UnitPage(shown: shown, part: .open, page: 1, today: Self.today).content.body.text
      #expect(!text.contains("href=\"/duties/\(shown.items[0].duty.id)\""))
      #expect(!text.contains("職員5 花子"), "those far above read no names")
      #expect(text.contains(">職員<"))
    }
  }

  @Test func pathsEscapeMeasures() {
    #expect(DutyPaths.inbox(InboxFilter(.open, measure: "II-1.1")) == "/duties?state=open&measure=II-1.1")
    #expect(DutyPaths.escaped("あ&=") == "%E3%81%82%26%3D")
  }
}

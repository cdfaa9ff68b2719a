import Access
import CivilTime
import People
import Store
import TestSupport
import Testing

@testable import Duties

@Suite("Who sees which duties")
struct InboxTests {
  static let rules = [
    DutiesOffice.rule("A", .superior(of: .staff), .every(.half), evidence: DeskTests.date, bulk: true),
    DutiesOffice.rule("B", .each(.manager), .every(.fiscalYear)),
    DutiesOffice.rule("C", .office(.personnel), .every(.quarter)),
    DutiesOffice.rule("D", .office(.secretariat), .every(.quarter)),
    DutiesOffice.rule("E", .office(.committee), .every(.quarter)),
    DutiesOffice.rule("F", .office(.timeKeeper), .every(.quarter)),
  ]

  private func inbox(
    _ office: DutiesOffice,
    _ actor: Actor,
    _ filter: InboxFilter = InboxFilter(),
    today: String = "2026-04-10"
  ) async throws -> InboxPage {
    let date = day(today)
    return try await office.database.read {
      try DutyQuery.inbox(of: actor, today: date, filter: filter, page: 1, on: $0)
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let who: String
    let actor: Actor
    let marks: [String]

    var testDescription: String { who }
  }

  static func actor(
    _ person: Int64,
    _ roles: Set<Role> = [.staff],
    heads: [Int64] = [],
    keeps: [Int64] = [],
    hrOf: [Int64] = []
  ) -> Actor {
    Actor(
      account: RecordID(person),
      employee: RecordID(person),
      name: "職員",
      unit: nil,
      roles: roles,
      headedUnits: Set(heads.map { RecordID($0) }),
      keptUnits: Set(keeps.map { RecordID($0) }),
      personnelEmployers: Set(hrOf.map { RecordID($0) })
    )
  }

  static let cases = [
    Case(who: "staff", actor: actor(5), marks: []),
    Case(
      who: "head",
      actor: actor(2, heads: [11]),
      marks: ["A 2026-h1 e5", "A 2026-h1 e6", "B 2026 e2"]
    ),
    Case(who: "head of the unit above", actor: actor(1, heads: [1]), marks: ["A 2026-h1 e2", "B 2026 e1"]),
    Case(who: "hr", actor: actor(5, [.staff, .hr], hrOf: [1]), marks: ["C 2026-q1 p1"]),
    Case(
      who: "secretariat",
      actor: actor(5, [.staff, .secretariat]),
      marks: ["D 2026-q1 p1", "D 2026-q1 p2"]
    ),
    Case(who: "committee", actor: actor(5, [.staff, .committee]), marks: ["E 2026-q1 p1", "E 2026-q1 p2"]),
    Case(who: "time-keeper", actor: actor(5, [.staff, .timeKeeper], keeps: [41]), marks: ["F 2026-q1 p2"]),
    Case(who: "auditor", actor: actor(5, [.staff, .auditor]), marks: []),
    Case(who: "administrator", actor: actor(5, [.staff, .administrator]), marks: []),
  ]

  @Test(arguments: Engine.available, cases)
  func liesWithWhoeverSitsThere(engine: Engine, item: Case) async throws {
    try await DutiesOffice.with(engine) { office in
      try await office.load(Self.rules)
      try await office.sweep()
      let page = try await inbox(office, item.actor)
      #expect(page.items.map(\.duty.mark).sorted() == item.marks)
      #expect(page.counts.open == item.marks.count)
      let watches = item.actor.has(.secretariat) || item.actor.has(.hr)
      for duty in try await office.duties() {
        let sheet = try await office.database.read { try DutyQuery.sheet(duty.id, for: item.actor, on: $0) }
        let isOwn = item.marks.contains(duty.mark)
        let isWatched = watches && (item.actor.has(.secretariat) || duty.employer.number == 1)
        #expect((sheet != nil) == (isOwn || isWatched))
        #expect(sheet?.isOwner ?? false == isOwn)
      }
    }
  }

  @Test(arguments: Engine.available)
  func overdueComesFirstAndFiltersCount(engine: Engine) async throws {
    try await DutiesOffice.with(engine) { office in
      try await office.load(Self.rules)
      try await office.sweep()
      let head = office.actor(2, heads: [11])
      let page = try await inbox(office, head, today: "2026-10-02")
      #expect(page.items.map(\.duty.rule.measure) == ["A", "A", "B"])
      #expect(page.counts == InboxCounts(open: 3, overdue: 2, week: 0, month: 0))
      #expect(page.measures.map(\.open) == [2, 1])
      let week = try await inbox(office, head, InboxFilter(.week), today: "2026-09-28")
      #expect(week.total == 2)
      let one = try await inbox(office, head, InboxFilter(.open, measure: "B"))
      #expect(one.items.map(\.duty.mark) == ["B 2026 e2"])
      #expect(one.items.map(\.task) == ["することB"])
      let settled = try await inbox(office, head, InboxFilter(.settled))
      #expect(settled.items.isEmpty)
      let duty = try #require(page.items.first?.duty.id)
      _ = try await office.desk.remind([duty], by: office.secretariat, at: office.clock.now())
      let reminded = try await inbox(office, head, today: "2026-10-02")
      #expect(reminded.items.map { $0.remindedAt != nil } == [true, false, false])
    }
  }

  @Test(arguments: Engine.available)
  func aDeputySeesTheInboxAsLongAsTheDeputyshipLasts(engine: Engine) async throws {
    var world = DutiesWorld.small()
    world.deputies = [
      Deputy(
        id: RecordID(1),
        unit: RecordID(11),
        employee: RecordID(6),
        from: day("2026-05-01"),
        to: day("2026-05-31")
      )
    ]
    try await DutiesOffice.with(engine, world) { office in
      try await office.load(Self.rules)
      try await office.sweep()
      var seen: [Int] = []
      for date in ["2026-04-30", "2026-05-01", "2026-05-31", "2026-06-01"] {
        let units = try await office.database.read {
          try SuperiorRecords.unitsHeaded(by: RecordID(6), asOf: day(date), on: $0)
        }
        let actor = Self.actor(6, heads: units.map(\.number))
        seen.append(try await inbox(office, actor, today: date).counts.open)
      }
      #expect(seen == [0, 2, 2, 0])
    }
  }
}

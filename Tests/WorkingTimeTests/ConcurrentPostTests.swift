import CivilTime
import Markup
import People
import Site
import Store
import TestSupport
import Testing

@testable import WorkingTime

/// Person 4 of 消防庁 also holds a post in 秘書課 of 総務省.
@Suite struct ConcurrentPostTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let scope: PersonScope
    let seen: [Int64]
  }

  static let soumu = PersonScope.employers([RecordID(1)])
  static let unit = PersonScope.units([RecordID(2)], own: nil)
  static let cases = [
    Case(testDescription: "an officer of the unit's employer", scope: soumu, seen: [1, 2]),
    Case(testDescription: "who leads the unit", scope: unit, seen: [1, 2, 4]),
    Case(testDescription: "an officer who leads the unit", scope: .either(soumu, unit), seen: [1, 2, 4]),
    Case(
      testDescription: "an officer who leads another unit",
      scope: .either(soumu, .units([RecordID(3)], own: RecordID(3))),
      seen: [1, 2]
    ),
    Case(
      testDescription: "an officer of both",
      scope: .employers([RecordID(1), RecordID(2)]),
      seen: [1, 2, 4]
    ),
    Case(testDescription: "nobody", scope: .nobody, seen: []),
  ]

  @Test(arguments: Engine.available, cases)
  func hoursAreSeenByThoseWhoseScopeCoversThePerson(_ engine: Engine, _ one: Case) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      let today = day("2026-04-15")
      try await office.database.write { connection in
        let post = Post(id: RecordID(90), unit: RecordID(2), title: "併任の係員", rankBand: .clerk)
        try PostRecords.insert([post], on: connection)
        let held = Assignment(
          id: RecordID(90),
          employee: RecordID(4),
          post: RecordID(90),
          kind: .concurrent,
          from: day("2026-04-01")
        )
        try AssignmentRecords.insert([held], on: connection)
      }
      let entry = DayCorrection.Entry.overtime(length: Minutes(97), isSpecial: false, reason: "消防")
      try await office.enter(entry, on: day("2026-04-02"), by: 4)
      let shown = try await office.database.read { connection in
        try UnitMonthsQuery.months(
          of: RecordID(2),
          through: WorkingTimeOffice.april,
          order: .organization,
          visible: [RecordID(2)],
          scope: one.scope,
          tree: try UnitRecords.tree(asOf: today, on: connection),
          today: today,
          on: connection
        )
      }
      let months = try #require(shown)
      #expect(months.lines.map(\.member.employee.number).sorted() == one.seen)
      let page = UnitMonthsPage(shown: months, month: WorkingTimeOffice.april, order: .overtime, visible: [])
      #expect(page.content.body.text.contains("1:37") == one.seen.contains(4))
      let file = String(decoding: try UnitFile.bytes(months), as: UTF8.self)
      #expect(file.contains("97") == one.seen.contains(4))
    }
  }
}

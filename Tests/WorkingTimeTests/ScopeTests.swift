import CivilTime
import Markup
import People
import Site
import Store
import TestSupport
import Testing

@testable import WorkingTime

@Suite struct ScopeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let scope: PersonScope
    let visible: Set<Int64>

    init(_ name: String, _ scope: PersonScope, _ visible: Set<Int64>) {
      testDescription = name
      self.scope = scope
      self.visible = visible
    }
  }

  static let cases = [
    Case("nobody", .nobody, []),
    Case("own", .own(RecordID(2)), [2]),
    Case("a unit", .units([RecordID(2)], own: nil), [1, 2]),
    Case("a unit and oneself", .units([RecordID(4)], own: RecordID(1)), [1, 4]),
    Case("the unit above alone", .units([RecordID(1)], own: nil), []),
    Case("who left is in no unit", .units([RecordID(3)], own: nil), [3]),
    Case("an employer", .employers([RecordID(1)]), [1, 2, 3, 5]),
    Case("everyone", .everyone, [1, 2, 3, 4, 5]),
  ]

  @Test(arguments: Engine.available, cases)
  func aMonthOutsideTheScopeIsNotThere(_ engine: Engine, _ one: Case) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      let seen = try await office.database.read { connection in
        try (Int64(1)...6).filter { person in
          try PersonMonthQuery.month(
            WorkingTimeOffice.april,
            of: RecordID(person),
            in: one.scope,
            today: day("2026-04-15"),
            on: connection
          ) != nil
        }
      }
      #expect(Set(seen) == one.visible)
    }
  }

  @Test(arguments: Engine.available, cases)
  func aDayOutsideTheScopeIsNotThere(_ engine: Engine, _ one: Case) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      let seen = try await office.database.read { connection in
        try (Int64(1)...6).filter { person in
          try PersonDayQuery.day(
            day("2026-04-01"),
            of: RecordID(person),
            in: one.scope,
            today: day("2026-04-15"),
            on: connection
          ) != nil
        }
      }
      #expect(Set(seen) == one.visible)
    }
  }

  @Test(arguments: Engine.available)
  func whoMayReadADaySeesWhatWasWrittenAndWhy(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      let date = day("2026-04-01")
      let came = try await office.press(.arrival, "2026-04-01", 9).punch
      _ = try await office.clockService.undo(came, for: office.actor(1), at: office.clock.now())
      for work in ["国会の<答弁>", "法令の審査"] {
        office.clock.advance(milliseconds: 1000)
        try await office.enter(.overtime(length: Minutes(90), isSpecial: true, reason: work), on: date)
      }
      try await office.enter(.punch(kind: .departure, time: time(20), reason: "端末の故障"), on: date)
      let shown = try await office.database.read { connection in
        try PersonDayQuery.day(date, of: RecordID(1), in: .everyone, today: date, on: connection)
      }
      let text = try #require(shown.map { PersonDayPage(shown: $0).content.body.text })
      for word in ["国会の&lt;答弁", "法令の審査", "以前の申告", "端末の故障", "取り消し済み"] {
        #expect(text.contains(word), "\(word)")
      }
      #expect(!text.contains("<form"))
    }
  }

  @Test(arguments: Engine.available)
  func aUnitOutsideTheScopeIsNotThere(_ engine: Engine) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      let today = day("2026-04-15")
      let lines = try await office.database.read { connection in
        let tree = try UnitRecords.tree(asOf: today, on: connection)
        return try (Int64(1)...5).map { unit in
          try UnitMonthsQuery.months(
            of: RecordID(unit),
            through: WorkingTimeOffice.april,
            order: .organization,
            visible: [RecordID(2), RecordID(5)],
            scope: .units([RecordID(2), RecordID(5)], own: nil),
            tree: tree,
            today: today,
            on: connection
          ).map { $0.lines.map(\.member.employee.number).sorted() }
        }
      }
      #expect(lines == [nil, [1, 2], nil, nil, nil])
    }
  }
}

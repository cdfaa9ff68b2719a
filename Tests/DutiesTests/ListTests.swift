import CivilTime
import People
import Store
import TestSupport
import Testing

@testable import Duties

@Suite("Lists of all duties")
struct ListTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let filter: DutyListFilter
    let condition: SQLText
    let testDescription: String
  }

  static let cases = [
    Case(filter: DutyListFilter(), condition: "TRUE", testDescription: "all"),
    Case(
      filter: DutyListFilter(year: FiscalYear(startYear: 2026), measure: "C"),
      condition: "d.measure = 'C'",
      testDescription: "a measure"
    ),
    Case(
      filter: DutyListFilter(year: FiscalYear(startYear: 2025)),
      condition: "FALSE",
      testDescription: "a year without duties"
    ),
    Case(
      filter: DutyListFilter(units: [RecordID(11)]),
      condition: "d.owner_unit = 11 OR d.owner_employee IN (2, 5, 6)",
      testDescription: "a unit"
    ),
    Case(
      filter: DutyListFilter(state: .overdue),
      condition: "d.state = 'open' AND d.due_on < '2026-11-01'",
      testDescription: "overdue"
    ),
    Case(
      filter: DutyListFilter(state: .excused, dueBefore: day("2026-10-01")),
      condition: "d.state = 'excused' AND d.due_on < '2026-10-01'",
      testDescription: "excused and due before"
    ),
    Case(
      filter: DutyListFilter(state: .open, dueBefore: day("2026-09-30")),
      condition: "d.state = 'open' AND d.due_on <= '2026-09-29'",
      testDescription: "open and due before"
    ),
  ]

  @Test(arguments: cases)
  func holdWhatTheFilterLeavesInTheOrderOfDueDays(_ tried: Case) async throws {
    try await DutiesOffice.with(.sqlite, on: "2026-11-01") { office in
      try await office.load(InboxTests.rules)
      try await office.sweep()
      try await office.run(
        "UPDATE duty SET state = 'excused', settled_on = '2026-10-01' WHERE measure = 'C' AND employer = 1"
      )
      let listed = try await office.database.read { connection -> [Duty] in
        var listed: [Duty] = []
        try DutyQuery.forEachLine(tried.filter, today: day("2026-11-01"), on: connection) { lines in
          listed += lines.map(\.duty)
        }
        return listed
      }
      let expected = try await office.duties(where: tried.condition)
      #expect(!expected.isEmpty || tried.testDescription == "a year without duties")
      #expect(listed == expected.sorted { ($0.dueOn, $0.id) < ($1.dueOn, $1.id) })
    }
  }

  @Test(arguments: Engine.available)
  func areReadInPartsWithoutGapsOrRepeats(_ engine: Engine) async throws {
    try await DutiesOffice.with(engine, on: "2027-03-31") { office in
      let rules = (1...70).map { DutiesOffice.rule("M\($0)", .each(.staff), .every(.quarter)) }
      try await office.load(rules)
      try await office.sweep()
      let all = try await office.count("duty")
      #expect(all > 2 * DutyLines.batch)
      let parts = try await office.database.read { connection -> [[RecordID<Duty>]] in
        var parts: [[RecordID<Duty>]] = []
        try DutyQuery.forEachLine(DutyListFilter(), today: day("2027-03-31"), on: connection) { lines in
          parts.append(lines.map(\.duty.id))
        }
        return parts
      }
      #expect(parts.allSatisfy { $0.count <= DutyLines.batch })
      #expect(Set(parts.joined()).count == all && parts.joined().count == all)
    }
  }
}

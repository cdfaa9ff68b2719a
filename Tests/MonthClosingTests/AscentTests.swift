import Access
import CivilTime
import People
import Store
import Synchronization
import TestSupport
import Testing

@testable import MonthClosing
@testable import WorkingTime

/// Who is approved from a unit above, and that nobody else's month is read for it.
@Suite struct AscentTests {
  /// Remembers about whom it was asked.
  private final class Asked: Sendable {
    private let people = Mutex<Set<Int64>>([])

    var source: MonthConcernSource {
      MonthConcernSource { employees, _, _, _ in
        self.people.withLock { $0.formUnion(employees.map(\.number)) }
        return [:]
      }
    }

    func taken() -> Set<Int64> {
      people.withLock { people in
        defer { people = [] }
        return people
      }
    }
  }

  /// Below 総務課(2): 第一係(5), headed by 501 with 502; below 調査課(3): 第二係(6) with 602, which nobody heads, and below
  /// that 分室(7), headed by 701 with 702.
  private func grow(_ office: ClosingOffice) async throws {
    let people: [(id: Int64, unit: Int64, isHead: Bool)] = [
      (501, 5, true), (502, 5, false), (602, 6, false), (701, 7, true), (702, 7, false),
    ]
    try await office.database.write { connection in
      try UnitRecords.insert(
        [(Int64(5), "第一係", Int64(2)), (6, "第二係", 3), (7, "分室", 6)].map { id, name, parent in
          OrganizationUnit(
            id: RecordID(id),
            employer: RecordID(1),
            code: "\(id)",
            parent: RecordID(parent),
            name: name,
            kind: .division,
            sortOrder: Int(id),
            from: day("2020-04-01")
          )
        },
        on: connection
      )
      try PostRecords.insert(
        people.map { person in
          Post(
            id: RecordID(person.id),
            unit: RecordID(person.unit),
            title: "官職\(person.id)",
            rankBand: .clerk,
            isHead: person.isHead
          )
        },
        on: connection
      )
      try EmployeeRecords.insert(people.map { ClosingOffice.employee($0.id) }, on: connection)
      try AssignmentRecords.insert(people.map { ClosingOffice.assignment($0.id) }, on: connection)
    }
  }

  /// The people whom a unit's page shows.
  private func shown(_ office: ClosingOffice, _ unit: Int64) async throws -> Set<Int64> {
    let text = await (try await office.visit(101)).get("/closing/units/\(unit)/2026-10").text
    let numbers = text.split(separator: "/closing/people/").dropFirst().compactMap { part in
      Int64(part.prefix { $0.isNumber })
    }
    return Set(numbers)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let unit: Int64
    let people: Set<Int64>
  }

  static let cases = [
    Case(testDescription: "the top: its own and the heads of the next", unit: 1, people: [101, 201, 301]),
    Case(testDescription: "a division with a section", unit: 2, people: [201, 202, 203, 204, 205, 501]),
    Case(
      testDescription: "what nobody heads, and the next head",
      unit: 3,
      people: [301, 303, 304, 602, 701]
    ),
    Case(testDescription: "a section that nobody heads approves nobody", unit: 6, people: [602]),
    Case(testDescription: "a leaf", unit: 7, people: [701, 702]),
  ]

  @Test(arguments: Engine.available, cases)
  func onlyWhomThePageShowsIsRead(_ engine: Engine, _ one: Case) async throws {
    let asked = Asked()
    try await ClosingOffice.with(engine, concerns: [asked.source]) { office in
      try await grow(office)
      _ = asked.taken()
      #expect(try await shown(office, one.unit) == one.people)
      #expect(asked.taken() == one.people)
    }
  }

  /// A head who also heads the unit above is approved from higher up; a deputy alone approves everybody but themselves.
  @Test(arguments: Engine.available)
  func whoLeadsTwoUnitsInARowGoesHigher(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await grow(office)
      try await office.write("UPDATE assignment SET valid_to = '2026-10-31' WHERE employee = 201")
      try await office.write("UPDATE deputy SET valid_to = '2026-10-31'")
      try await office.database.write { connection in
        let acting = Assignment(
          id: RecordID(900),
          employee: RecordID(501),
          post: RecordID(201),
          kind: .acting,
          from: day("2026-11-01")
        )
        try AssignmentRecords.insert([acting], on: connection)
      }
      #expect(try await shown(office, 1) == [101, 301, 501])
      try await office.write("UPDATE assignment SET valid_to = '2026-11-01' WHERE id = 900")
      try await office.database.write { connection in
        let deputy = Deputy(
          id: RecordID(9),
          unit: RecordID(2),
          employee: RecordID(204),
          from: day("2026-11-02")
        )
        try DeputyRecords.insert(deputy, on: connection)
      }
      #expect(try await shown(office, 1) == [101, 204, 301])
      #expect(try await shown(office, 2) == [201, 202, 203, 204, 205, 501])
    }
  }

  /// Compares the walk with asking everybody in the ministry where they are approved.
  @Test(arguments: 0..<12)
  func theWalkFindsWhomEverybodysPlaceTells(_ seed: Int) async throws {
    try await ClosingOffice.with(.sqlite) { office in
      try await grow(office)
      // Leaders are taken away and given by turns.
      let heads: [Int64] = [101, 201, 301, 501, 701]
      for (place, head) in heads.enumerated() where (seed >> (place % 4)) & 1 == 1 {
        try await office.write("UPDATE assignment SET valid_to = '2026-10-31' WHERE employee = \(head)")
      }
      if seed % 3 == 1 {
        try await office.database.write { connection in
          let deputy = Deputy(
            id: RecordID(9),
            unit: RecordID(6),
            employee: RecordID(702),
            from: day("2026-04-01")
          )
          try DeputyRecords.insert(deputy, on: connection)
        }
      }
      let everybody: [Int64] = [101, 201, 202, 203, 204, 205, 301, 303, 304, 501, 502, 602, 701, 702]
      for unit in [Int64(1), 2, 3, 5, 6, 7] {
        var expected: Set<Int64> = []
        for person in everybody {
          let one = try await office.one(person)
          let officers = try await office.database.read { connection in
            try ClosingOfficerRecords.officers(
              of: Set(one.place.chain),
              on: day("2026-11-02"),
              connection: connection
            )
          }
          let approving = one.place.approvingUnit(of: one.person.id, officers)
          if one.place.unit == RecordID(unit) || approving == RecordID(unit) { expected.insert(person) }
        }
        #expect(try await shown(office, unit) == expected, "\(unit)")
      }
    }
  }
}

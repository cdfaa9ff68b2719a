import CivilTime
import Store
import TestSupport
import Testing

@testable import People

@Suite struct SuperiorTests {
  /// 10 heads 大臣官房, 20 heads 秘書課 until March 2027, 21 from then on; 30 is a clerk of 人事係, which has no
  /// head; 40 heads 統計局 and acts as head of 総務課; 50 is a clerk of 総務課.
  private static let world: PeopleWorld = {
    var world = PeopleWorld.ministry()
    for number: Int64 in [10, 20, 21, 30, 40, 50] { world.hire(number) }
    world.hire(60, left: day("2026-06-30"))
    world.assign(10, to: 1, rank: .designated, head: true)
    world.assign(20, to: 2, rank: .director, head: true, to: "2027-03-31")
    world.assign(21, to: 3, to: "2027-03-31")
    world.assign(21, to: 2, rank: .director, head: true, from: "2027-04-01")
    world.assign(20, to: 5, from: "2027-04-01")
    world.assign(30, to: 4)
    world.assign(40, to: 5, rank: .designated, head: true)
    world.assign(40, to: 3, as: .acting, rank: .director, head: true, to: "2026-12-31")
    world.assign(50, to: 3)
    world.assign(60, to: 4, rank: .chief, head: true)
    world.name(30, deputyOf: 2, from: "2026-08-01", to: "2026-08-31")
    return world
  }()

  private func ask<Value: Sendable>(
    _ engine: Engine,
    _ body: @escaping @Sendable (any SQLConnection) throws -> Value
  ) async throws -> [Value] {
    var answers: [Value] = []
    try await PeopleOffice.with(engine) { office in
      try await office.database.write { try Self.world.write(on: $0) }
      answers.append(try await office.database.read(body))
    }
    return answers
  }

  struct Headed: Sendable, CustomTestStringConvertible {
    let name: String
    let employee: Int64
    let date: String
    let units: Set<Int64>
    var testDescription: String { name }
  }

  static let headed = [
    Headed(name: "a head, not the units below", employee: 10, date: "2026-04-01", units: [1]),
    Headed(name: "a head and acting head", employee: 40, date: "2026-12-31", units: [5, 3]),
    Headed(name: "acting is over", employee: 40, date: "2027-01-01", units: [5]),
    Headed(name: "before the transfer of April", employee: 20, date: "2027-03-31", units: [2]),
    Headed(name: "after the transfer of April", employee: 20, date: "2027-04-01", units: []),
    Headed(name: "the successor before", employee: 21, date: "2027-03-31", units: []),
    Headed(name: "the successor after", employee: 21, date: "2027-04-01", units: [2]),
    Headed(name: "a deputy before the period", employee: 30, date: "2026-07-31", units: []),
    Headed(name: "a deputy on the first day", employee: 30, date: "2026-08-01", units: [2]),
    Headed(name: "a deputy on the last day", employee: 30, date: "2026-08-31", units: [2]),
    Headed(name: "a deputy after the period", employee: 30, date: "2026-09-01", units: []),
    Headed(name: "in service on the last day", employee: 60, date: "2026-06-30", units: [4]),
    Headed(name: "after leaving", employee: 60, date: "2026-07-01", units: []),
  ]

  @Test(arguments: Engine.available)
  func whoHeadsWhatIsAskedForADay(_ engine: Engine) async throws {
    let answers = try await ask(engine) { connection in
      try Self.headed.map { it in
        try SuperiorRecords.unitsHeaded(by: RecordID(it.employee), asOf: day(it.date), on: connection)
      }
    }
    for (it, units) in zip(Self.headed, answers.first ?? []) {
      #expect(Set(units.map(\.number)) == it.units, "\(it.name)")
    }
    #expect(answers.first?.count == Self.headed.count)
  }

  struct Above: Sendable {
    let name: String
    let employee: Int64
    let date: String
    let superiors: [Int64]
  }

  static let above = [
    Above(
      name: "a section without head asks its division",
      employee: 30,
      date: "2026-07-01",
      superiors: [20]
    ),
    Above(name: "a head in the section, while in service", employee: 30, date: "2026-06-30", superiors: [60]),
    Above(name: "a head asks the unit above", employee: 20, date: "2026-07-01", superiors: [10]),
    Above(name: "the top has nobody above", employee: 10, date: "2026-07-01", superiors: []),
    Above(name: "an acting head is a superior", employee: 50, date: "2026-12-31", superiors: [40]),
    Above(name: "then the one above answers", employee: 50, date: "2027-01-01", superiors: [10]),
    Above(name: "a deputy still has the head", employee: 30, date: "2026-08-15", superiors: [20]),
    Above(name: "who acts elsewhere asks by the main post", employee: 40, date: "2026-07-01", superiors: []),
    Above(name: "the new head after April", employee: 30, date: "2027-04-01", superiors: [21]),
    Above(name: "nobody for who has left", employee: 60, date: "2026-07-01", superiors: []),
  ]

  @Test(arguments: Engine.available)
  func theSuperiorIsARelationOfTheDay(_ engine: Engine) async throws {
    let answers = try await ask(engine) { connection in
      try Self.above.map { it in
        try SuperiorRecords.superiors(of: RecordID(it.employee), asOf: day(it.date), on: connection)
          .map(\.id.number)
      }
    }
    for (it, superiors) in zip(Self.above, answers.first ?? []) {
      #expect(superiors == it.superiors, "\(it.name)")
    }
    #expect(answers.first?.count == Self.above.count)
  }

  @Test(arguments: Engine.available)
  func aDeputyStandsBesideTheHead(_ engine: Engine) async throws {
    try await PeopleOffice.with(engine) { office in
      var world = Self.world
      world.hire(31)
      world.assign(31, to: 2)
      let written = world
      try await office.database.write { try written.write(on: $0) }
      let superiors = try await office.database.read { connection in
        try SuperiorRecords.superiors(of: RecordID(31), asOf: day("2026-08-15"), on: connection)
      }
      #expect(superiors.map(\.id.number) == [20, 30])
      let deputies = try await office.database.read { connection in
        try ["2026-07-01", "2026-08-31", "2026-09-01"].map {
          try DeputyRecords.deputies(of: RecordID(2), from: day($0), on: connection).count
        }
      }
      #expect(deputies == [1, 1, 0])
      try await office.database.write { connection in
        try DeputyRecords.end(RecordID(1), lastDay: day("2026-08-10"), on: connection)
      }
      let after = try await office.database.read { connection in
        try SuperiorRecords.superiors(of: RecordID(31), asOf: day("2026-08-15"), on: connection)
      }
      #expect(after.map(\.id.number) == [20])
    }
  }

  /// 20 and 22 hold the very same post that heads 秘書課.
  @Test(arguments: Engine.available)
  func twoHoldersOfOneHeadPostAreBothSuperiors(_ engine: Engine) async throws {
    try await PeopleOffice.with(engine) { office in
      var world = Self.world
      world.hire(22)
      world.assignments.append(
        Assignment(
          id: RecordID(99),
          employee: RecordID(22),
          post: RecordID(2),
          kind: .primary,
          from: day("2026-04-01")
        )
      )
      let written = world
      try await office.database.write { try written.write(on: $0) }
      let date = day("2026-07-01")
      try await office.database.read { connection in
        let above = try [30, 20, 22].map {
          try SuperiorRecords.superiors(of: RecordID($0), asOf: date, on: connection).map(\.id.number)
        }
        #expect(above == [[20, 22], [10], [10]])
        for head: Int64 in [20, 22] {
          #expect(
            try SuperiorRecords.unitsHeaded(by: RecordID(head), asOf: date, on: connection) == .numbers(2)
          )
        }
        let members = try MemberRecords.members(of: .numbers(2), in: .everyone, asOf: date, on: connection)
        #expect(members.map(\.employee.number) == [20, 22])
        #expect(members.map(\.isHead) == [true, true])
      }
    }
  }
}

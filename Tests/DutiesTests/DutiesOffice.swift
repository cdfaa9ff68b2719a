import Access
import CivilTime
import Journal
import Store
import TestSupport

@testable import Duties
@testable import People

/// A database with people and duties, and short ways to work with it.
struct DutiesOffice: Sendable {
  static let schema =
    JournalMigrations.all + PeopleMigrations.all + AccessMigrations.all + DutiesMigrations.all
  static let report = EvidenceKindID(rawValue: "hand.report")

  let database: any SQLDatabase
  let clock: SettableClock
  let ids: RecordIDSource

  static func with(
    _ engine: Engine,
    _ world: DutiesWorld = .small(),
    on today: String = "2026-04-10",
    _ body: (DutiesOffice) async throws -> Void
  ) async throws {
    let clock = SettableClock(noon(day(today)))
    try await TemporaryDatabase.with(engine, migrations: schema) { temporary in
      let office = DutiesOffice(
        database: temporary.database,
        clock: clock,
        ids: RecordIDSource(clock: clock)
      )
      try await office.database.write { try world.write(on: $0) }
      try await body(office)
    }
  }

  /// Lists as lines of words, which a test can read.
  static let file: DutyFile = { lines in
    let words = lines.map { "\($0.duty.mark);\($0.title);\($0.task);\($0.about);\($0.owner)\n" }
    return Array(words.joined().utf8)
  }

  static func rule(
    _ measure: String,
    _ debtor: Debtor,
    _ occasion: Occasion,
    due: DueRule = .endOfPeriod,
    evidence: EvidenceKindID = report,
    bulk: Bool = false,
    edition: Int = 1
  ) -> DutyRule {
    DutyRule(
      plan: "soumu",
      edition: edition,
      measure: measure,
      name: "a",
      title: "題\(measure)",
      task: "すること\(measure)",
      debtor: debtor,
      occasion: occasion,
      due: due,
      evidence: evidence,
      isBulkSafe: bulk
    )
  }

  func load(_ rules: [DutyRule], from first: String = "2026-04-01", edition: Int = 1) async throws {
    let made = rules.map { _ in ids.next(DutyRule.self) }
    let start = day(first)
    try await database.write { connection in
      try DutyRules.replace(rules, plan: "soumu", edition: edition, from: start, ids: made, on: connection)
    }
  }

  @discardableResult
  func sweep(
    on date: String? = nil,
    sources: [DutyEventSource] = PeopleEvents.all,
    force: Bool = true
  ) async throws -> DutySweep.Swept {
    if let date { clock.set(noon(day(date))) }
    return try await DutySweep(database: database, clock: clock, ids: ids, sources: sources).run(force: force)
  }

  func duties(where condition: SQLText = "TRUE") async throws -> [Duty] {
    try await database.read { try DutyRecords.duties(where: condition, on: $0) }
  }

  func duty(_ id: RecordID<Duty>) async throws -> Duty? {
    try await database.read { try DutyRecords.duty(id, on: $0) }
  }

  func count(_ table: SQLText) async throws -> Int {
    try await database.read { try $0.value("SELECT COUNT(*) FROM \(fragment: table)") ?? -1 }
  }

  func run(_ sql: SQLText) async throws {
    try await database.write { try $0.execute(sql) }
  }

  var desk: DutyDesk { DutyDesk(database: database, ids: ids) }

  func actor(
    _ person: Int64,
    _ roles: Set<Role> = [],
    heads units: [Int64] = [],
    hrOf employers: [Int64] = []
  ) -> Actor {
    Actor(
      account: RecordID(person),
      employee: RecordID(person),
      name: "職員\(person)",
      unit: nil,
      roles: roles.union([.staff]),
      headedUnits: Set(units.map { RecordID($0) }),
      personnelEmployers: Set(employers.map { RecordID($0) })
    )
  }

  var secretariat: Actor { actor(90, [.secretariat]) }

  /// An account for each actor that remembers what was sent once.
  func openAccounts(_ people: [Int64]) async throws {
    let now = clock.now()
    try await database.write { connection in
      for person in people {
        try AccountRecords.insert(
          id: RecordID(person),
          login: "person\(person)",
          name: "職員\(person)",
          employee: nil,
          at: now,
          on: connection
        )
      }
    }
  }

  /// Settles what evidence about a subject settles, and tells the marks of it.
  func settle(
    _ subject: DutySubject,
    on date: String,
    measure: String? = nil,
    seats: DutyFulfilment.Seats = .all
  ) async throws -> [String] {
    let entry: RecordID<JournalEntry> = ids.next()
    let (ids, now, held) = (ids, clock.now(), day(date))
    let settled = try await database.write { connection in
      try DutyFulfilment.fulfil(
        kind: Self.report,
        subject: subject,
        on: held,
        measure: measure,
        seats: seats,
        by: .account(2),
        at: now,
        entry: entry,
        steps: ids,
        connection: connection
      )
    }
    return try await duties(where: "d.id IN (\(list: settled))").map(\.mark).sorted()
  }

  func fulfil(
    _ duty: RecordID<Duty>,
    with kind: EvidenceKindID = report,
    revision: Int? = nil,
    on date: String = "2026-04-10"
  ) async throws -> DutyFulfilment.Outcome {
    let entry: RecordID<JournalEntry> = ids.next()
    let (ids, now, held) = (ids, clock.now(), day(date))
    return try await database.write { connection in
      try DutyFulfilment.fulfil(
        duty,
        with: kind,
        revision: revision,
        on: held,
        by: .account(1),
        at: now,
        entry: entry,
        steps: ids,
        connection: connection
      )
    }
  }
}

extension Duty {
  /// What distinguishes it: measure, occasion and subject.
  var mark: String { "\(rule.measure) \(occasion) \(subject.key)" }
}

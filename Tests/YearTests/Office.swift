import CivilTime
import Duties
import Evidence
import Indicators
import Journal
import People
import Plan
import Store
import TestSupport
import Testing
import WorkingTime
import WorkingTimeRules

@testable import Access
@testable import Roof

/// The program on a database, and who is who in it.
struct Office: Sendable {
  let database: any SQLDatabase
  let clock: SettableClock
  let ids: RecordIDSource
  /// By the keys of the ledger: `e:employer:number`, `u:path`, `p:employer`.
  private(set) var numbers: [String: Int64] = [:]
  private(set) var keys: [String: String] = [:]
  private(set) var accounts: [String: RecordID<Account>] = [:]

  init(_ database: any SQLDatabase, _ clock: SettableClock) {
    self.database = database
    self.clock = clock
    ids = RecordIDSource(clock: clock)
  }

  var today: CivilDate { OfficeZone.date(of: clock.now()) }

  /// Noon of a day.
  func set(_ date: CivilDate) {
    clock.set(OfficeZone.instant(on: date, at: .midnight).adding(minutes: Minutes(hours: 12)))
  }

  func employer(_ code: String) -> RecordID<Employer> { RecordID(numbers["p:\(code)"] ?? 0) }
  func unit(_ path: String) -> RecordID<OrganizationUnit> { RecordID(numbers["u:\(path)"] ?? 0) }
  func person(_ key: String) -> RecordID<Employee> { RecordID(numbers[key] ?? 0) }

  // MARK: People

  /// Takes personnel's list of a day, and gives an account to everybody who is new.
  mutating func takeRoster(_ ministry: Ministry) async throws {
    let report = try await RosterImport(database: database, clock: clock, ids: ids)
      .apply(ministry.roster(today), by: .commandLine)
    try #require(report.faults.isEmpty, "\(report.message) \(report.faults)")
    try await learn()
    for person in ministry.people where accounts[person.key] == nil && numbers[person.key] != nil {
      try await openAccount(person.key, employee: self.person(person.key))
    }
  }

  private mutating func learn() async throws {
    numbers = try await database.read { connection in
      var numbers: [String: Int64] = [:]
      let employers = try EmployerRecords.all(on: connection)
      for employer in employers { numbers["p:\(employer.code)"] = employer.id.number }
      let rows = try connection.rows(
        "SELECT e.id, p.code, e.number FROM employee e JOIN employer p ON p.id = e.employer ORDER BY e.id"
      )
      for row in rows {
        let (code, number): (String, String) = (try row.value(1), try row.value(2))
        numbers["e:\(code):\(number)"] = try row.value(0)
      }
      let units = try UnitRecords.history(on: connection)
      let names = Dictionary(units.map { ($0.id, $0.name) }) { first, _ in first }
      for unit in units {
        let above = unit.parent.flatMap { names[$0] }.map { $0 + "／" } ?? ""
        numbers["u:\(above)\(unit.name)"] = unit.id.number
      }
      return numbers
    }
    keys = Dictionary(numbers.map { ("\($0.key.prefix(1))\($0.value)", $0.key) }) { first, _ in first }
  }

  private mutating func openAccount(_ key: String, employee: RecordID<Employee>?) async throws {
    let account: RecordID<Account> = ids.next()
    let now = clock.now()
    try await database.write { connection in
      try AccountRecords.insert(
        id: account,
        login: key,
        name: key,
        employee: employee,
        at: now,
        on: connection
      )
    }
    accounts[key] = account
  }

  /// The secretariat, and somebody of each employer's staff who is its personnel authority.
  mutating func openOffices(_ ministry: Ministry) async throws {
    try await openAccount("secretariat", employee: nil)
    try await grant(.secretariat, to: "secretariat")
    for (code, _) in Ministry.employers {
      let staying = ministry.people.first { person in
        person.employer == code && person.leftOn == nil && person.placements.count == 1
      }
      let clerk = try #require(staying?.key)
      try await grant(.hr, of: employer(code), to: clerk)
      accounts["personnel:\(code)"] = accounts[clerk]
    }
  }

  private func grant(_ role: Role, of employer: RecordID<Employer>? = nil, to key: String) async throws {
    let account = try #require(accounts[key])
    let id: RecordID<RoleGrant> = ids.next()
    let grant = RoleGrant(role, employer: employer, from: day("2026-04-01"))
    try await database.write { try RoleGrantRecords.insert(grant, id: id, to: account, on: $0) }
  }

  /// Somebody as the program knows them today.
  func actor(_ key: String) async throws -> Actor {
    let account = try #require(accounts[key], "\(key) has no account")
    let today = today
    let actor = try await database.read { try ActorRecords.actor(account, on: today, connection: $0) }
    return try #require(actor, "\(key) may not work on \(today)")
  }

  // MARK: Duties

  func sweep(force: Bool = true) async throws -> DutySweep.Swept {
    try await DutySweep(database: database, clock: clock, ids: ids, sources: House.events).run(force: force)
  }

  /// Every duty of a year under its name in the ledger.
  func duties(of year: Int) async throws -> [DutyName: Duty] {
    let keys = keys
    return try await database.read { connection in
      var found: [DutyName: Duty] = [:]
      try DutyQuery.forEach(year: FiscalYear(startYear: year), on: connection) { duty in
        let name = DutyName(
          measure: duty.rule.measure,
          rule: duty.rule.name,
          occasion: duty.occasion,
          subject: keys[duty.subject.key] ?? duty.subject.key
        )
        #expect(found.updateValue(duty, forKey: name) == nil, "\(name) stands twice")
      }
      return found
    }
  }

  // MARK: Figures and overtime

  /// Two days of 23 hours each.
  func record(_ excesses: [Excess]) async throws {
    let rows = excesses.flatMap { excess in
      [excess.month.firstDay, excess.month.firstDay.adding(days: 1)].map { date in
        OvertimeRow(
          employee: person(excess.person),
          workDate: date,
          length: Minutes(hours: 23),
          isSpecial: false,
          work: "業務"
        )
      }
    }
    let months = excesses.map(\.month)
    guard let first = months.min(), let last = months.max() else { return }
    let (ids, now) = (ids, clock.now())
    try await database.write { connection in
      try WorkingTimeBulk.insertOvertime(rows, ids: ids, at: now, on: connection)
      try WorkingTimeBulk.refreshTotals(from: first, to: last, on: connection)
    }
  }

  func computeFigures(of year: Int) async throws {
    let upkeep = FigureUpkeep(database: database, clock: clock, ids: ids, indicators: House.indicators)
    let done = try await upkeep.run(FiscalYear(startYear: year))
    #expect(done.failed.isEmpty && !done.isBusy)
  }
}

import CivilTime
import Journal
import Store
import TestSupport

@testable import Access
@testable import People

/// A small office with accounts, written row by row, and the services that let people in.
///
/// 大臣官房(1) — 秘書課(2) of 総務省(1); 消防課(3) of 消防庁(2). It is 1 April 2026, 9:00.
struct AccessOffice: Sendable {
  let database: any SQLDatabase
  let clock: SettableClock
  let ids: RecordIDSource
  let passwords: PasswordWorker

  static let minute: Int64 = 60_000
  static let hour: Int64 = 3_600_000
  static let today = day("2026-04-01")
  static let password = "correct horse battery"
  static let address = "192.0.2.1"

  static func with(_ engine: Engine, _ body: (AccessOffice) async throws -> Void) async throws {
    let clock = SettableClock()
    let passwords = try PasswordWorker(cost: .light)
    let schema = JournalMigrations.all + PeopleMigrations.all + AccessMigrations.all
    try await TemporaryDatabase.with(engine, migrations: schema) { temporary in
      let office = AccessOffice(
        database: temporary.database,
        clock: clock,
        ids: RecordIDSource(clock: clock),
        passwords: passwords
      )
      try await office.writeUnits()
      try await body(office)
    }
    await passwords.close()
  }

  var signIn: SignIn { SignIn(database: database, clock: clock, ids: ids, passwords: passwords) }
  var actors: ActorResolution { ActorResolution(database: database, clock: clock) }
  var accounts: AccountAdministration { AccountAdministration(database: database, clock: clock, ids: ids) }

  private func writeUnits() async throws {
    try await database.write { connection in
      try EmployerRecords.insert(
        [
          Employer(id: RecordID(1), code: "soumu", name: "総務省"),
          Employer(id: RecordID(2), code: "fdma", name: "消防庁"),
        ],
        on: connection
      )
      try UnitRecords.insert(
        [
          unit(1, of: 1, "大臣官房", under: nil), unit(2, of: 1, "秘書課", under: 1),
          unit(3, of: 2, "消防課", under: nil),
        ],
        on: connection
      )
    }
  }

  private func unit(_ id: Int64, of employer: Int64, _ name: String, under parent: Int64?) -> OrganizationUnit
  {
    OrganizationUnit(
      id: RecordID(id),
      employer: RecordID(employer),
      code: "\(id)",
      parent: parent.map { RecordID($0) },
      name: name,
      kind: UnitKind(nameEnding: name),
      sortOrder: Int(id),
      from: day("2020-04-01")
    )
  }

  /// A person in service.
  func hire(
    _ id: Int64,
    number: String,
    employer: Int64 = 1,
    on hired: String = "2020-04-01",
    left: String? = nil
  ) async throws {
    let employee = Employee(
      id: RecordID(id),
      employer: RecordID(employer),
      number: number,
      familyName: "職員\(id)",
      givenName: "花子",
      familyKana: "ショクイン",
      givenKana: "ハナコ",
      sex: .female,
      hiredOn: day(hired),
      leftOn: left.map(day)
    )
    try await database.write { connection in try EmployeeRecords.insert([employee], on: connection) }
  }

  /// A person in service with an account and a password; the login is the number.
  func enrol(_ id: Int64, left: String? = nil) async throws {
    try await hire(id, number: "\(id)", left: left)
    let hash = try PasswordHash(password: Self.password, cost: .light)
    let account: RecordID<Account> = ids.next()
    let now = clock.now()
    try await database.write { connection in
      try AccountRecords.insert(
        id: account,
        login: "\(id)",
        name: "職員\(id)",
        employee: RecordID(id),
        at: now,
        on: connection
      )
      try AccountRecords.setPassword(hash, of: account, on: connection)
    }
  }

  func enter(
    _ login: String,
    _ password: String = AccessOffice.password,
    from address: String = AccessOffice.address,
    replacing old: BearerSecret? = nil
  ) async throws -> BearerSecret {
    try await signIn.signIn(login: login, password: password, address: address, replacing: old)
  }

  /// What signing in was refused with; nil when it was not.
  func refusal(
    _ login: String,
    _ password: String = AccessOffice.password,
    from address: String = AccessOffice.address
  ) async throws -> AccessError? {
    do {
      _ = try await enter(login, password, from: address)
      return nil
    } catch let error as AccessError {
      return error
    }
  }

  /// What the person is on a day.
  func actor(_ employee: Int64, on date: String) async throws -> Actor? {
    try await database.read { connection in
      guard let account = try AccountRecords.account(of: RecordID(employee), on: connection) else {
        return nil
      }
      return try ActorRecords.actor(account.id, on: day(date), connection: connection)
    }
  }
}

func day(_ text: String) -> CivilDate {
  CivilDate(iso: text) ?? CivilDate(dayNumber: 0)
}

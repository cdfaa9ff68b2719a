import CivilTime
import Journal
import People
import TestSupport
import Testing

@testable import Access
@testable import Store

@Suite("What is stored of secrets")
struct StoredSecretTests {
  /// Every value of every table.
  static func stored(in office: AccessOffice) async throws -> [SQLValue] {
    try await office.database.read { connection in
      let names: SQLText =
        switch connection.dialect {
        case .sqlite: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        case .postgres:
          """
          SELECT CAST(table_name AS TEXT) FROM information_schema.tables
          WHERE table_schema = current_schema()
          """
        }
      return try connection.rows(names).flatMap { row -> [SQLValue] in
        let table: String = try row.value(0)
        return try connection.rows(SQLText(schema: "SELECT * FROM \(table)")).flatMap(\.values)
      }
    }
  }

  /// Whether a value holds a secret, as text, as the bytes of its text or as the bytes its hexadecimal names.
  static func holds(_ value: SQLValue, _ secret: String) -> Bool {
    let bytes: [UInt8]
    switch value {
    case .text(let text): bytes = Array(text.utf8)
    case .bytes(let stored): bytes = stored
    case .null, .integer, .boolean: return false
    }
    let forms = [Array(secret.utf8), Hexadecimal.bytes(secret) ?? []].filter { !$0.isEmpty }
    return forms.contains { form in
      form.count <= bytes.count
        && (0...(bytes.count - form.count)).contains { bytes[$0...].starts(with: form) }
    }
  }

  @Test(arguments: Engine.available)
  func noSecretStandsInAnyTable(engine: Engine) async throws {
    try await AccessOffice.with(engine) { office in
      try await office.enrol(11)
      try await office.hire(12, number: "12")
      _ = try await office.accounts.createMissingAccounts()
      let session = try await office.enter("11")
      let code = try await office.accounts.issueSetupCode(login: "12")
      let token = try await office.accounts.createToken(login: "11", label: "打刻機", scopes: [], days: 1)
      _ = try await office.refusal("11", "a wrong password")
      let misplaced = "a password typed as a login"
      #expect(try await office.refusal(misplaced, "11") == .wrongLoginOrPassword)
      #expect(try await SetupCodeTests.refusal(office, "AAAA", login: misplaced) == .wrongSetupCode)
      let secrets = [
        session.text, session.formToken, code, token.text, AccessOffice.password, "a wrong password",
        misplaced,
      ]
      let values = try await Self.stored(in: office)
      for secret in secrets {
        #expect(!values.contains { Self.holds($0, secret) })
      }
      // The search finds what is there.
      #expect(values.contains { Self.holds($0, "打刻機") })
      #expect(values.contains { Self.holds($0, Hexadecimal.text(token.digest)) })
      #expect(values.contains { Self.holds($0, Hexadecimal.text(SecretBytes.digest(misplaced))) })
    }
  }

  @Test(arguments: Engine.available)
  func loginsStoredByAnOlderVersionGoWithTheNextMigration(engine: Engine) async throws {
    let before = JournalMigrations.all + PeopleMigrations.all + AccessMigrations.all.prefix(1)
    try await TemporaryDatabase.with(engine, migrations: before) { temporary in
      let clock = SettableClock()
      let ids = RecordIDSource(clock: clock)
      let id: RecordID<FailedSignIn> = ids.next()
      try await temporary.database.write { connection in
        try connection.execute(
          """
          INSERT INTO failed_sign_in (id, login, address, at)
          VALUES (\(id), \("typed in clear"), \("192.0.2.1"), \(clock.now()))
          """
        )
      }
      let all = JournalMigrations.all + PeopleMigrations.all + AccessMigrations.all
      let applied = try await Migrator(all).migrate(temporary.database, clock: clock)
      #expect(applied.first == "access-0002-failed-sign-in-digests")
      let passwords = try PasswordWorker(cost: .light)
      let office = AccessOffice(database: temporary.database, clock: clock, ids: ids, passwords: passwords)
      #expect(try await !Self.stored(in: office).contains { Self.holds($0, "typed in clear") })
      for _ in 0..<5 { #expect(try await office.refusal("typed in clear") == .wrongLoginOrPassword) }
      #expect(try await office.refusal("typed in clear") == .tooManyTries)
      await passwords.close()
    }
  }
}

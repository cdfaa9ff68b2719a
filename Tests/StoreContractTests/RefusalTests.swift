import Store
import TestSupport
import Testing

@Suite struct RefusalTests {
  enum Meaning: Sendable {
    case unique
    case foreignKey
    case check
    case appendOnly
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let sql: SQLText
    let meaning: Meaning
    /// What the error names on both engines.
    var subject: String?

    init(_ name: String, _ sql: SQLText, _ meaning: Meaning, naming subject: String? = nil) {
      testDescription = name
      self.sql = sql
      self.meaning = meaning
      self.subject = subject
    }
  }

  static let secret = "秘密の値-4711"

  static let cases: [Case] = [
    Case("unique", "INSERT INTO parent (id, code) VALUES (2, \(secret))", .unique, naming: "parent"),
    Case("primary key", "INSERT INTO parent (id, code) VALUES (1, 'other')", .unique, naming: "parent"),
    Case(
      "missing parent",
      "INSERT INTO child (id, parent, strict_parent, amount) VALUES (1, 1, 77, 1)",
      .foreignKey
    ),
    Case(
      "missing parent, at the commit",
      "INSERT INTO child (id, parent, amount) VALUES (1, 77, 1)",
      .foreignKey
    ),
    Case(
      "check",
      "INSERT INTO child (id, parent, amount) VALUES (1, 1, 4711)",
      .check,
      naming: "amount_is_small"
    ),
    Case("not null", "INSERT INTO ledger (id) VALUES (2)", .check, naming: "ledger.word"),
    Case("text where a number belongs", "UPDATE counter SET amount = \(secret)", .check),
    Case("update of an append-only row", "UPDATE ledger SET word = 'x'", .appendOnly, naming: "ledger"),
    Case("deletion of an append-only row", "DELETE FROM ledger", .appendOnly, naming: "ledger"),
    Case(
      "overwriting an append-only row",
      """
      INSERT INTO ledger (id, word) VALUES (1, \(secret))
      ON CONFLICT (id) DO UPDATE SET word = excluded.word
      """,
      .appendOnly,
      naming: "ledger"
    ),
  ]

  @Test(arguments: Engine.available, cases)
  func refusalsHaveAMeaningAndNoValues(engine: Engine, refused: Case) async throws {
    try await TemporaryDatabase.with(engine, migrations: ContractSchema.migrations) { temporary in
      let error = await Self.refusal(of: refused.sql, by: temporary.database)
      let found = try #require(error as? StoreError)
      let (meaning, text) = try #require(Self.meaning(of: found))
      #expect(meaning == refused.meaning, "\(found)")
      if let subject = refused.subject { #expect(text.contains(subject), "\(found)") }
      #expect(!"\(found)".contains("4711"))
      #expect(!"\(found)".contains("秘密"))
    }
  }

  private static func refusal(of sql: SQLText, by database: any SQLDatabase) async -> (any Error)? {
    do {
      try await database.write { connection in
        try connection.execute("INSERT INTO parent (id, code) VALUES (1, \(secret))")
        try connection.execute("INSERT INTO ledger (id, word) VALUES (1, 'kept')")
      }
      try await database.write { _ = try $0.execute(sql) }
      return nil
    } catch {
      return error
    }
  }

  private static func meaning(of error: StoreError) -> (Meaning, String)? {
    switch error {
    case .unique(let text): (.unique, text)
    case .foreignKey(let text): (.foreignKey, text)
    case .check(let text): (.check, text)
    case .appendOnly(let text): (.appendOnly, text)
    default: nil
    }
  }

  @Test(arguments: Engine.available)
  func appendOnlyTablesCannotBeEmptiedByTheEnginesOwnWays(engine: Engine) async throws {
    try await TemporaryDatabase.with(engine, migrations: ContractSchema.migrations) { temporary in
      let database = temporary.database
      let trick: SQLText =
        switch engine {
        case .sqlite: "REPLACE INTO ledger (id, word) VALUES (1, 'other')"
        case .postgres: "TRUNCATE ledger"
        }
      try await database.write { try $0.execute("INSERT INTO ledger (id, word) VALUES (1, 'kept')") }
      await #expect(throws: StoreError.appendOnly("ledger")) {
        try await database.write { try $0.execute(trick) }
      }
      let word = try await database.read { try $0.value("SELECT word FROM ledger", as: String.self) }
      #expect(word == "kept")
    }
  }

  @Test(arguments: Engine.available)
  func wrongSQLNamesWhatIsWrong(engine: Engine) async throws {
    try await TemporaryDatabase.with(engine, migrations: ContractSchema.migrations) { temporary in
      await #expect {
        try await temporary.database.read { try $0.rows("SELECT nowhere FROM counter") }
      } throws: { error in
        guard case StoreError.engine(_, let message) = error else { return false }
        return message.contains("nowhere")
      }
      await #expect(throws: StoreError.self) {
        try await temporary.database.write { try $0.execute("DELETE FROM sample; DELETE FROM counter") }
      }
      let left = try await counterAmount(temporary.database)
      #expect(left == 0)
    }
  }
}

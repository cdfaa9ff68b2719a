import Store

/// The tables of the contract tests.
enum ContractSchema {
  static let migrations: [Migration] = [
    Migration(
      "contract-0001-values",
      [
        """
        CREATE TABLE sample (
          id {integer} NOT NULL PRIMARY KEY,
          number {integer},
          word TEXT,
          flag {boolean},
          raw {bytes}
        ) {strict}
        """,
        "CREATE TABLE counter (id {integer} NOT NULL PRIMARY KEY, amount {integer} NOT NULL) {strict}",
        "INSERT INTO counter (id, amount) VALUES (1, 0)",
      ]
    ),
    Migration(
      "contract-0002-rules",
      [
        "CREATE TABLE parent (id {integer} NOT NULL PRIMARY KEY, code TEXT NOT NULL UNIQUE) {strict}",
        """
        CREATE TABLE child (
          id {integer} NOT NULL PRIMARY KEY,
          parent {integer} NOT NULL REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED,
          strict_parent {integer} REFERENCES parent (id),
          amount {integer} NOT NULL CONSTRAINT amount_is_small CHECK (amount < 100)
        ) {strict}
        """,
        "CREATE TABLE ledger (id {integer} NOT NULL PRIMARY KEY, word TEXT NOT NULL) {strict}",
      ] + SchemaText.appendOnly("ledger")
    ),
  ]
}

/// The amount of the one counter.
func counterAmount(_ database: any SQLDatabase) async throws -> Int? {
  try await database.read { try $0.value("SELECT amount FROM counter WHERE id = 1") }
}

/// How many rows the table of samples has.
func sampleCount(_ database: any SQLDatabase) async throws -> Int? {
  try await database.read { try $0.value("SELECT count(*) FROM sample") }
}

/// Adds one to the counter, as two statements.
func increment(_ connection: any SQLConnection) throws {
  let amount: Int = try connection.value("SELECT amount FROM counter WHERE id = 1") ?? 0
  try connection.execute("UPDATE counter SET amount = \(amount + 1) WHERE id = 1")
}

/// Adds one to the counter many times at once.
func incrementConcurrently(_ database: any SQLDatabase, times: Int) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    for _ in 0..<times { group.addTask { try await database.write(increment) } }
    try await group.waitForAll()
  }
}

/// A failure that no engine knows.
struct Refusal: Error, Equatable {
  var reason = "refused by the body"
}

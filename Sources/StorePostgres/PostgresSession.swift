internal import CLibPQ
internal import Store

/// One connection to the server and its prepared statements.
///
/// It connects when it is first used and again after a loss. Only the queue that owns it uses it.
@safe final class PostgresSession {
  let target: PostgresTarget
  /// The first failure since the last savepoint: nothing runs after it until that is undone.
  var failure: PostgresFailure?
  var cursorCount = 0
  var statements = StatementNames()
  private(set) var connection: OpaquePointer?

  init(target: PostgresTarget) {
    self.target = target
  }

  deinit {
    disconnect()
  }

  /// Whether the connection can be used as far as the client knows.
  var isConnected: Bool {
    guard let connection = unsafe connection else { return false }
    return unsafe PQstatus(connection) == CONNECTION_OK
  }

  /// Connects, unless it is connected.
  func connect() throws(StoreError) {
    if isConnected { return }
    disconnect()
    unsafe connection = openConnection()
    guard isConnected else {
      let message = unsafe PQerrorMessage(connection).map { unsafe String(cString: $0) } ?? ""
      disconnect()
      throw .cannotOpen(message)
    }
    // Notices would go to standard error, and may hold values.
    _ = unsafe PQsetNoticeProcessor(connection, { _, _ in }, nil)
    let result = command(target.preamble)
    guard result.isGood else {
      disconnect()
      throw PostgresFailure(result).error
    }
  }

  /// Gives up the connection.
  func disconnect() {
    if let connection = unsafe connection { unsafe PQfinish(connection) }
    unsafe connection = nil
    statements = StatementNames()
  }

  /// Runs one or more statements of ours that hold no values.
  func command(_ text: String) -> PostgresResult {
    unsafe PostgresResult(PQexec(connection, text))
  }

  /// Checks the server and creates the schema.
  func prepareSchema() throws(StoreError) {
    try connect()
    guard setting("server_encoding") == "UTF8" else {
      throw .cannotOpen("the database's encoding is not UTF8")
    }
    guard let version = unsafe connection.map({ unsafe PQserverVersion($0) }), version >= 150_000 else {
      throw .cannotOpen("PostgreSQL 15 or later is needed")
    }
    let isMissing = command("SELECT to_regnamespace('\"\(target.schema)\"') IS NULL").rows().first
    guard isMissing?.values == [.boolean(true)] else { return }
    // Another process may create it at the same moment, which is an error in spite of IF NOT EXISTS.
    let results = (0..<2).map { _ in command("CREATE SCHEMA IF NOT EXISTS \"\(target.schema)\"") }
    guard results.contains(where: \.isGood) else {
      throw .cannotOpen("the schema \(target.schema) is missing and cannot be created")
    }
  }

  /// Deletes the schema and all that is in it.
  func dropSchema() throws(StoreError) {
    try connect()
    let result = command("DROP SCHEMA \"\(target.schema)\" CASCADE")
    guard result.isGood else { throw PostgresFailure(result).error }
  }

  private func setting(_ name: String) -> String? {
    unsafe PQparameterStatus(connection, name).map { unsafe String(cString: $0) }
  }

  private func openConnection() -> OpaquePointer? {
    // One block of text, each piece ended by a zero byte, and the addresses of the pieces.
    var text: [CChar] = []
    var names: [Int] = []
    var values: [Int] = []
    for parameter in target.parameters {
      names.append(text.count)
      text.append(contentsOf: parameter.name.utf8CString)
      values.append(text.count)
      text.append(contentsOf: parameter.value.utf8CString)
    }
    return unsafe text.withUnsafeBufferPointer { text in
      let base = text.baseAddress
      let names = unsafe names.map { start in unsafe base.map { unsafe $0 + start } } + [nil]
      let values = unsafe values.map { start in unsafe base.map { unsafe $0 + start } } + [nil]
      return unsafe PQconnectdbParams(names, values, 1)
    }
  }
}

/// Which texts are prepared on a connection, and under which names; the longest unused make room.
struct StatementNames {
  private static let capacity = 256

  private struct Use {
    let name: String
    var last: UInt64
  }

  private var uses: [String: Use] = [:]
  private var count: UInt64 = 0

  /// The name under which a text is prepared; nil when it is not.
  mutating func name(for text: String) -> String? {
    count += 1
    guard let name = uses[text]?.name else { return nil }
    uses[text]?.last = count
    return name
  }

  /// Takes a new text; answers its name, and the name that has to go for it.
  mutating func add(_ text: String) -> (name: String, evicted: String?) {
    count += 1
    var evicted: String?
    if uses.count >= Self.capacity, let oldest = uses.min(by: { $0.value.last < $1.value.last }) {
      evicted = oldest.value.name
      uses[oldest.key] = nil
    }
    let name = "s\(count)"
    uses[text] = Use(name: name, last: count)
    return (name, evicted)
  }

  /// Forgets a text whose preparation failed.
  mutating func remove(_ text: String) {
    uses[text] = nil
  }
}

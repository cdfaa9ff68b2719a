public import Store

/// 特定事業主の記録 – reads and writes employers.
public enum EmployerRecords: Sendable {
  /// All employers, the oldest first.
  public static func all(on connection: any SQLConnection) throws -> [Employer] {
    try connection.rows("SELECT id, code, name FROM employer ORDER BY id").map(employer)
  }

  /// The employer of a code.
  public static func employer(code: String, on connection: any SQLConnection) throws -> Employer? {
    try connection.row("SELECT id, code, name FROM employer WHERE code = \(code)").map(employer)
  }

  /// Writes new employers.
  ///
  /// - Throws: ``StoreError/unique(constraint:)`` when a code is taken.
  public static func insert(_ employers: [Employer], on connection: any SQLConnection) throws {
    try connection.insert(
      into: "employer",
      columns: ["id", "code", "name"],
      rows: employers.map { [$0.id.sqlValue, $0.code.sqlValue, $0.name.sqlValue] }
    )
  }

  /// Gives an employer another name.
  static func rename(_ employer: Employer, on connection: any SQLConnection) throws {
    try connection.execute("UPDATE employer SET name = \(employer.name) WHERE id = \(employer.id)")
  }

  private static func employer(_ row: SQLRow) throws -> Employer {
    Employer(id: try row.value(0), code: try row.value(1), name: try row.value(2))
  }
}

public import Store

/// The count of all changes to employers, units, posts, employees, assignments, deputies, accounts and roles.
///
/// Whatever was read from those tables stays true as long as the count is the same.
public struct PeopleRevision: Sendable, Hashable, SQLReadable {
  /// The count; it only grows.
  public let number: Int64

  /// Reads the count.
  public init?(sqlValue: SQLValue) {
    guard let number = Int64(sqlValue: sqlValue) else { return nil }
    self.number = number
  }

  /// The count as the transaction sees it.
  public static func current(on connection: any SQLConnection) throws -> PeopleRevision {
    guard let row = try connection.row("SELECT number FROM people_revision WHERE id = 1") else {
      throw StoreError.unexpectedColumn("people_revision.number")
    }
    return try row.value(0)
  }
}

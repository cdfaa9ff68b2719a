/// One row of a result: values by position, names for messages.
public struct SQLRow: Sendable {
  /// The column names, shared by all rows of a result.
  public let columns: [String]
  /// The values, one per column.
  public private(set) var values: [SQLValue]

  /// A row of a result.
  public init(columns: [String], values: [SQLValue]) {
    self.columns = columns
    self.values = values
  }

  /// Puts the values of the next row in place of these, so that no row needs an array of its own.
  package mutating func replaceValues(_ value: (_ position: Int) -> SQLValue) {
    for position in values.indices { values[position] = value(position) }
  }

  /// The value at a position as a type.
  ///
  /// - Throws: ``StoreError/unexpectedColumn(_:)`` when it is NULL, missing or of another type.
  @inlinable
  public func value<Value: SQLReadable>(
    _ position: Int,
    as type: Value.Type = Value.self
  ) throws(StoreError) -> Value {
    guard values.indices.contains(position), let value = Value(sqlValue: values[position]) else {
      throw unexpected(position)
    }
    return value
  }

  /// The value at a position as a type, or nil where it is NULL.
  ///
  /// - Throws: ``StoreError/unexpectedColumn(_:)`` when it is missing or of another type.
  @inlinable
  public func optional<Value: SQLReadable>(
    _ position: Int,
    as type: Value.Type = Value.self
  ) throws(StoreError) -> Value? {
    guard values.indices.contains(position) else { throw unexpected(position) }
    if values[position] == .null { return nil }
    guard let value = Value(sqlValue: values[position]) else { throw unexpected(position) }
    return value
  }

  @usableFromInline
  func unexpected(_ position: Int) -> StoreError {
    .unexpectedColumn(columns.indices.contains(position) ? columns[position] : "column \(position)")
  }
}

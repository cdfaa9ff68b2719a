/// One value as both engines store it.
public enum SQLValue: Sendable, Hashable {
  /// SQL NULL.
  case null
  /// A 64-bit signed integer.
  case integer(Int64)
  /// UTF-8 text without U+0000.
  case text(String)
  /// A truth value: `BOOLEAN` on PostgreSQL, 0 or 1 on SQLite.
  case boolean(Bool)
  /// Raw bytes.
  case bytes([UInt8])
}

/// A type that can stand as an interpolated value in an ``SQLText``.
public protocol SQLBindable: Sendable {
  /// The value as the engines store it.
  var sqlValue: SQLValue { get }
}

/// A type that can be read from a column.
public protocol SQLReadable: Sendable {
  /// Reads the stored value; nil when it is not one of this type's.
  init?(sqlValue: SQLValue)
}

/// A type that is stored in a column and read back unchanged.
public typealias SQLStorable = SQLBindable & SQLReadable

public import CivilTime

extension Int: SQLBindable, SQLReadable {
  /// The number as a 64-bit integer.
  @inlinable
  public var sqlValue: SQLValue { .integer(Int64(self)) }

  /// Reads a 64-bit integer.
  @inlinable
  public init?(sqlValue: SQLValue) {
    guard case .integer(let number) = sqlValue else { return nil }
    self = Int(number)
  }
}

extension Int64: SQLBindable, SQLReadable {
  /// The number itself.
  @inlinable
  public var sqlValue: SQLValue { .integer(self) }

  /// Reads a 64-bit integer.
  @inlinable
  public init?(sqlValue: SQLValue) {
    guard case .integer(let number) = sqlValue else { return nil }
    self = number
  }
}

extension String: SQLBindable, SQLReadable {
  /// The text as typed, never normalised.
  @inlinable
  public var sqlValue: SQLValue { .text(self) }

  /// Reads a text.
  @inlinable
  public init?(sqlValue: SQLValue) {
    guard case .text(let text) = sqlValue else { return nil }
    self = text
  }
}

extension Bool: SQLBindable, SQLReadable {
  /// The truth value.
  @inlinable
  public var sqlValue: SQLValue { .boolean(self) }

  /// Reads a truth value; SQLite stores 0 and 1.
  @inlinable
  public init?(sqlValue: SQLValue) {
    switch sqlValue {
    case .boolean(let value): self = value
    case .integer(0): self = false
    case .integer(1): self = true
    case .null, .integer, .text, .bytes: return nil
    }
  }
}

extension [UInt8]: SQLBindable, SQLReadable {
  /// The bytes themselves.
  @inlinable
  public var sqlValue: SQLValue { .bytes(self) }

  /// Reads bytes.
  @inlinable
  public init?(sqlValue: SQLValue) {
    guard case .bytes(let bytes) = sqlValue else { return nil }
    self = bytes
  }
}

extension CivilDate: SQLBindable, SQLReadable {
  /// The ISO form, which sorts as dates do.
  @inlinable
  public var sqlValue: SQLValue { .text(iso) }

  /// Reads the ISO form.
  @inlinable
  public init?(sqlValue: SQLValue) {
    guard case .text(let text) = sqlValue, let date = CivilDate(iso: text) else { return nil }
    self = date
  }
}

extension YearMonth: SQLBindable, SQLReadable {
  /// The ISO form, which sorts as months do.
  @inlinable
  public var sqlValue: SQLValue { .text(iso) }

  /// Reads the ISO form.
  @inlinable
  public init?(sqlValue: SQLValue) {
    guard case .text(let text) = sqlValue, let month = YearMonth(iso: text) else { return nil }
    self = month
  }
}

extension Minutes: SQLBindable, SQLReadable {
  /// The count of minutes.
  @inlinable
  public var sqlValue: SQLValue { .integer(Int64(count)) }

  /// Reads a count of minutes.
  @inlinable
  public init?(sqlValue: SQLValue) {
    guard case .integer(let number) = sqlValue else { return nil }
    self.init(Int(number))
  }
}

extension ClockTime: SQLBindable, SQLReadable {
  /// The minutes from the work date's midnight.
  @inlinable
  public var sqlValue: SQLValue { .integer(Int64(minutesFromMidnight)) }

  /// Reads minutes from midnight, 0 to 2879.
  @inlinable
  public init?(sqlValue: SQLValue) {
    guard case .integer(let number) = sqlValue else { return nil }
    self.init(minutesFromMidnight: Int(number))
  }
}

extension Instant: SQLBindable, SQLReadable {
  /// Milliseconds since 1970, UTC.
  @inlinable
  public var sqlValue: SQLValue { .integer(milliseconds) }

  /// Reads milliseconds since 1970, UTC.
  @inlinable
  public init?(sqlValue: SQLValue) {
    guard case .integer(let number) = sqlValue else { return nil }
    self.init(milliseconds: number)
  }
}

extension RawRepresentable where Self: SQLBindable, RawValue: SQLBindable {
  /// The raw value.
  @inlinable
  public var sqlValue: SQLValue { rawValue.sqlValue }
}

extension RawRepresentable where Self: SQLReadable, RawValue: SQLReadable {
  /// Reads the raw value; nil when no case has it.
  @inlinable
  public init?(sqlValue: SQLValue) {
    guard let raw = RawValue(sqlValue: sqlValue) else { return nil }
    self.init(rawValue: raw)
  }
}

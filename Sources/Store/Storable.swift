public import CivilTime

extension Int: SQLBindable, SQLReadable {
  /// The number as a 64-bit integer.
  public var sqlValue: SQLValue { .integer(Int64(self)) }

  /// Reads a 64-bit integer.
  public init?(sqlValue: SQLValue) {
    guard case .integer(let number) = sqlValue else { return nil }
    self = Int(number)
  }
}

extension Int64: SQLBindable, SQLReadable {
  /// The number itself.
  public var sqlValue: SQLValue { .integer(self) }

  /// Reads a 64-bit integer.
  public init?(sqlValue: SQLValue) {
    guard case .integer(let number) = sqlValue else { return nil }
    self = number
  }
}

extension String: SQLBindable, SQLReadable {
  /// The text as typed, never normalised.
  public var sqlValue: SQLValue { .text(self) }

  /// Reads a text.
  public init?(sqlValue: SQLValue) {
    guard case .text(let text) = sqlValue else { return nil }
    self = text
  }
}

extension Bool: SQLBindable, SQLReadable {
  /// The truth value.
  public var sqlValue: SQLValue { .boolean(self) }

  /// Reads a truth value; SQLite stores 0 and 1.
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
  public var sqlValue: SQLValue { .bytes(self) }

  /// Reads bytes.
  public init?(sqlValue: SQLValue) {
    guard case .bytes(let bytes) = sqlValue else { return nil }
    self = bytes
  }
}

extension CivilDate: SQLBindable, SQLReadable {
  /// The ISO form, which sorts as dates do.
  public var sqlValue: SQLValue { .text(iso) }

  /// Reads the ISO form.
  public init?(sqlValue: SQLValue) {
    guard case .text(let text) = sqlValue, let date = CivilDate(iso: text) else { return nil }
    self = date
  }
}

extension YearMonth: SQLBindable, SQLReadable {
  /// The ISO form, which sorts as months do.
  public var sqlValue: SQLValue { .text(iso) }

  /// Reads the ISO form.
  public init?(sqlValue: SQLValue) {
    guard case .text(let text) = sqlValue, let month = YearMonth(iso: text) else { return nil }
    self = month
  }
}

extension Minutes: SQLBindable, SQLReadable {
  /// The count of minutes.
  public var sqlValue: SQLValue { .integer(Int64(count)) }

  /// Reads a count of minutes.
  public init?(sqlValue: SQLValue) {
    guard case .integer(let number) = sqlValue else { return nil }
    self.init(Int(number))
  }
}

extension ClockTime: SQLBindable, SQLReadable {
  /// The minutes from the work date's midnight.
  public var sqlValue: SQLValue { .integer(Int64(minutesFromMidnight)) }

  /// Reads minutes from midnight, 0 to 2879.
  public init?(sqlValue: SQLValue) {
    guard case .integer(let number) = sqlValue else { return nil }
    self.init(minutesFromMidnight: Int(number))
  }
}

extension Instant: SQLBindable, SQLReadable {
  /// Milliseconds since 1970, UTC.
  public var sqlValue: SQLValue { .integer(milliseconds) }

  /// Reads milliseconds since 1970, UTC.
  public init?(sqlValue: SQLValue) {
    guard case .integer(let number) = sqlValue else { return nil }
    self.init(milliseconds: number)
  }
}

extension RawRepresentable where Self: SQLBindable, RawValue: SQLBindable {
  /// The raw value.
  public var sqlValue: SQLValue { rawValue.sqlValue }
}

extension RawRepresentable where Self: SQLReadable, RawValue: SQLReadable {
  /// Reads the raw value; nil when no case has it.
  public init?(sqlValue: SQLValue) {
    guard let raw = RawValue(sqlValue: sqlValue) else { return nil }
    self.init(rawValue: raw)
  }
}

internal import CivilTime
internal import People
internal import Store
internal import WorkingTimeRules

/// Reads and appends moved days and their cancellations.
enum MovedDayRecords {
  /// A moved day with all that was written about it.
  struct Entry: Sendable {
    let moved: MovedDay
    let reason: String
    let arrangedOn: CivilDate
    let by: String
    let cancellation: (reason: String, at: Instant, by: String)?
  }

  /// Those that stand and touch some days, the newest record first.
  static func standing(
    of employees: [RecordID<Employee>],
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [MovedDay] {
    try connection.rows(
      """
      SELECT \(fragment: columns) FROM day_shift d
      WHERE d.employee IN (\(list: employees))
      AND (d.worked BETWEEN \(days.lowerBound) AND \(days.upperBound)
        OR d.freed BETWEEN \(days.lowerBound) AND \(days.upperBound))
      AND NOT EXISTS (SELECT 1 FROM day_shift_cancellation x WHERE x.day_shift = d.id)
      ORDER BY d.id DESC
      """,
      moved
    )
  }

  /// Everything ever arranged for somebody that touches a day from `from` on, the newest record first.
  static func entries(
    of employee: RecordID<Employee>,
    from: CivilDate,
    on connection: any SQLConnection
  ) throws -> [Entry] {
    try connection.rows(
      """
      \(fragment: entryColumns) WHERE d.employee = \(employee) AND (d.worked >= \(from) OR d.freed >= \(from))
      ORDER BY d.id DESC
      """
    ).map(entry)
  }

  static func entry(_ id: RecordID<MovedDay>, on connection: any SQLConnection) throws -> Entry? {
    try connection.row("\(fragment: entryColumns) WHERE d.id = \(id)").map(entry)
  }

  /// Whether anybody has a compensatory day for duty on a holiday.
  static func hasCompensatoryDay(for holiday: CivilDate, on connection: any SQLConnection) throws -> Bool {
    try connection.value(
      """
      SELECT EXISTS (
        SELECT 1 FROM day_shift d WHERE d.worked = \(holiday) AND d.kind = \(DayShift.compensatoryDay.word)
        AND NOT EXISTS (SELECT 1 FROM day_shift_cancellation x WHERE x.day_shift = d.id))
      """
    ) ?? false
  }

  static func append(
    _ moved: MovedDay,
    reason: String,
    arrangedOn: CivilDate,
    at now: Instant,
    account: Int64,
    on connection: any SQLConnection
  ) throws {
    let (worked, staying): (DayHours?, DayHours?) =
      switch moved.move {
      case .wholeDay(let hours): (hours, nil)
      case .fourHours(let hours, let staying): (hours, staying)
      case .compensatoryDay: (nil, nil)
      }
    try connection.execute(
      """
      INSERT INTO day_shift
      (id, employee, kind, worked, freed, worked_hours, staying_hours, reason, arranged_on, at, by_account)
      VALUES (\(moved.id), \(moved.employee), \(moved.move.shift.word), \(moved.worked), \(moved.freed), \
      \(worked.map(StoredHours.init)), \(staying.map(StoredHours.init)), \(reason), \(arrangedOn), \(now), \
      \(account))
      """
    )
  }

  /// - Throws: ``StoreError/unique(constraint:)`` when it was cancelled before.
  static func cancel(
    _ id: RecordID<MovedDay>,
    reason: String,
    at now: Instant,
    account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO day_shift_cancellation (day_shift, reason, at, by_account)
      VALUES (\(id), \(reason), \(now), \(account))
      """
    )
  }

  private static let columns: SQLText =
    "d.id, d.employee, d.kind, d.worked, d.freed, d.worked_hours, d.staying_hours"

  private static let entryColumns: SQLText = """
    SELECT \(fragment: columns), d.reason, d.arranged_on, a.name, x.reason, x.at, b.name
    FROM day_shift d LEFT JOIN account a ON a.id = d.by_account
    LEFT JOIN day_shift_cancellation x ON x.day_shift = d.id LEFT JOIN account b ON b.id = x.by_account
    """

  private static func entry(_ row: SQLRow) throws -> Entry {
    let cancelled: Instant? = try row.optional(11)
    return Entry(
      moved: try moved(row),
      reason: try row.value(7),
      arrangedOn: try row.value(8),
      by: try row.optional(9) ?? "",
      cancellation: try cancelled.map { (try row.value(10), $0, try row.optional(12) ?? "") }
    )
  }

  private static func moved(_ row: SQLRow) throws -> MovedDay {
    let move: MovedDay.Move =
      switch DayShift(word: try row.value(2)) {
      case .wholeDay?: .wholeDay(try row.value(5, as: StoredHours.self).hours)
      case .fourHours?:
        .fourHours(
          try row.value(5, as: StoredHours.self).hours,
          staying: try row.value(6, as: StoredHours.self).hours
        )
      case .compensatoryDay?: .compensatoryDay
      case nil: throw StoreError.unexpectedColumn("day_shift.kind")
      }
    return MovedDay(
      id: try row.value(0),
      employee: try row.value(1),
      move: move,
      worked: try row.value(3),
      freed: try row.value(4)
    )
  }
}

extension DayShift {
  /// The word by which tables, forms and the journal name the shift.
  var word: String {
    switch self {
    case .wholeDay: "whole-day"
    case .fourHours: "four-hours"
    case .compensatoryDay: "compensatory-day"
    }
  }

  init?(word: String) {
    guard let shift = DayShift.allCases.first(where: { $0.word.utf8.elementsEqual(word.utf8) }) else {
      return nil
    }
    self = shift
  }
}

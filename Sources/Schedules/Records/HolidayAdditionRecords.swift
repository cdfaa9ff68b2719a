internal import CivilTime
internal import Store

/// Reads and appends holidays that the calendar does not know.
///
/// What is said of a day later stands beside what was said before; the last word counts.
enum HolidayAdditionRecords {
  /// A holiday as it was recorded, with what became of it.
  struct Entry: Sendable {
    let holiday: HolidayAddition
    let at: Instant
    let by: String
    var withdrawal: Withdrawal?
  }

  /// That a holiday was recorded by mistake.
  struct Withdrawal: Sendable {
    let reason: String
    let at: Instant
    let by: String
  }

  /// Those that stand.
  static func additions(
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [HolidayAddition] {
    try connection.rows(
      """
      SELECT h.date, CASE WHEN r.date IS NULL THEN h.name ELSE r.name END,
      CASE WHEN r.date IS NULL THEN h.law ELSE r.law END,
      CASE WHEN r.date IS NULL THEN h.recorded_on ELSE r.recorded_on END
      FROM holiday_addition h LEFT JOIN holiday_revision r ON r.date = h.date AND r.revision = (
        SELECT MAX(n.revision) FROM holiday_revision n WHERE n.date = h.date)
      WHERE h.date >= \(days.lowerBound) AND h.date <= \(days.upperBound)
      AND (r.date IS NULL OR r.name IS NOT NULL) ORDER BY h.date
      """
    ).map { row in
      HolidayAddition(
        date: try row.value(0),
        name: try row.value(1),
        law: try row.value(2),
        recordedOn: try row.value(3)
      )
    }
  }

  /// The names of those that their days follow.
  static func names(
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [CivilDate: String] {
    let followed = try additions(in: days, on: connection).filter(\.isFollowed)
    return Dictionary(followed.map { ($0.date, $0.name) }) { first, _ in first }
  }

  /// Everything ever recorded, by day and in the order in which it was.
  static func entries(on connection: any SQLConnection) throws -> [Entry] {
    var entries: [Entry] = []
    try connection.readRows(
      """
      SELECT s.date, s.name, s.law, s.recorded_on, s.reason, s.at, a.name FROM (
        SELECT date, 0 AS revision, name, law, recorded_on, '' AS reason, at, by_account FROM holiday_addition
        UNION ALL
        SELECT date, revision, name, law, recorded_on, reason, at, by_account FROM holiday_revision
      ) s LEFT JOIN account a ON a.id = s.by_account ORDER BY s.date, s.revision
      """
    ) { row in
      let (at, by): (Instant, String) = (try row.value(5), try row.optional(6) ?? "")
      guard let name: String = try row.optional(1) else {
        let withdrawal = Withdrawal(reason: try row.value(4), at: at, by: by)
        if !entries.isEmpty { entries[entries.count - 1].withdrawal = withdrawal }
        return
      }
      let holiday = HolidayAddition(
        date: try row.value(0),
        name: name,
        law: try row.value(2),
        recordedOn: try row.value(3)
      )
      entries.append(Entry(holiday: holiday, at: at, by: by))
    }
    return entries
  }

  /// - Throws: ``StoreError/unique(constraint:)`` when somebody else has recorded the day meanwhile.
  static func append(
    _ holiday: HolidayAddition,
    at now: Instant,
    account: Int64,
    on connection: any SQLConnection
  ) throws {
    guard try isKnown(holiday.date, on: connection) else {
      try connection.execute(
        """
        INSERT INTO holiday_addition (date, name, law, recorded_on, at, by_account)
        VALUES (\(holiday.date), \(holiday.name), \(holiday.law), \(holiday.recordedOn), \(now), \(account))
        """
      )
      return
    }
    try connection.execute(
      """
      INSERT INTO holiday_revision (date, revision, name, law, reason, recorded_on, at, by_account)
      VALUES (\(holiday.date), \(try nextRevision(of: holiday.date, on: connection)), \(holiday.name), \
      \(holiday.law), '', \(holiday.recordedOn), \(now), \(account))
      """
    )
  }

  /// - Throws: ``StoreError/unique(constraint:)`` when somebody else has withdrawn it meanwhile.
  static func withdraw(
    _ date: CivilDate,
    reason: String,
    on today: CivilDate,
    at now: Instant,
    account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO holiday_revision (date, revision, reason, recorded_on, at, by_account)
      VALUES (\(date), \(try nextRevision(of: date, on: connection)), \(reason), \(today), \(now), \(account))
      """
    )
  }

  /// Whether the day was ever recorded.
  static func isKnown(_ date: CivilDate, on connection: any SQLConnection) throws -> Bool {
    try connection.row("SELECT 1 FROM holiday_addition WHERE date = \(date)") != nil
  }

  private static func nextRevision(of date: CivilDate, on connection: any SQLConnection) throws -> Int {
    let last: Int? = try connection.value(
      "SELECT COALESCE(MAX(revision), 0) FROM holiday_revision WHERE date = \(date)"
    )
    return (last ?? 0) + 1
  }
}

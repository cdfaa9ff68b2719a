internal import CivilTime
internal import People
internal import Store

/// Which records of files stand already, so that overlapping files do not double them.
struct KnownPunches {
  /// Employee, and day, minute and kind packed into one number.
  private struct Key: Hashable {
    let employee: Int64
    let moment: Int64

    init(_ employee: RecordID<Employee>, _ date: CivilDate, _ minute: Int, _ kind: Punch.Kind) {
      self.employee = employee.number
      moment = Int64(date.dayNumber) << 16 | Int64(minute) << 1 | (kind == .arrival ? 0 : 1)
    }
  }

  private var keys: Set<Key> = []

  init(covering rows: [PunchRow], on connection: any SQLConnection) throws {
    guard let days = Self.days(of: rows) else { return }
    let isEmpty = try connection.row("SELECT id FROM punch LIMIT 1") == nil
    guard !isEmpty else { return }
    try connection.forEachRow(
      """
      SELECT employee, work_date, minute, kind FROM punch
      WHERE source = \(Punch.Source.card) AND work_date BETWEEN \(days.lowerBound) AND \(days.upperBound)
      """
    ) { row in
      keys.insert(Key(try row.value(0), try row.value(1), try row.value(2), try row.value(3)))
    }
  }

  /// The rows that do not stand yet, each once.
  func new(of rows: [PunchRow]) -> [PunchRow] {
    var seen = keys
    seen.reserveCapacity(keys.count + rows.count)
    return rows.filter { row in
      seen.insert(Key(row.employee, row.workDate, row.time.minutesFromMidnight, row.kind)).inserted
    }
  }

  private static func days(of rows: [PunchRow]) -> ClosedRange<CivilDate>? {
    guard var first = rows.first?.workDate else { return nil }
    var last = first
    for row in rows {
      first = min(first, row.workDate)
      last = max(last, row.workDate)
    }
    return first...last
  }
}

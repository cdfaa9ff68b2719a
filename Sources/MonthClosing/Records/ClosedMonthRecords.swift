package import CivilTime
package import People
package import Store

/// Reads and appends what months were when they were approved.
package enum ClosedMonthRecords {
  /// The snapshots of several people's month, each person's in the order of their numbers.
  package static func months(
    of employees: some Collection<RecordID<Employee>>,
    in month: YearMonth,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: [ClosedMonth]] {
    let stretches = try stretches(of: employees, in: month, on: connection)
    let days = try days(of: employees, in: month, stretches, on: connection)
    let months = try connection.rows(
      """
      SELECT employee, id, number, at, unit, unit_name, digest, digest_version FROM closed_month
      WHERE month = \(month) AND employee IN (\(list: employees)) ORDER BY employee, number
      """
    ) { row in
      let id: RecordID<ClosedMonth> = try row.value(1)
      return ClosedMonth(
        id: id,
        number: try row.value(2),
        at: try row.value(3),
        unit: try row.optional(4),
        unitName: try row.value(5),
        digest: try row.value(6),
        version: try version(row),
        sheet: AttendanceSheet(employee: try row.value(0), month: month, days: days[id] ?? [])
      )
    }
    return Dictionary(grouping: months, by: \.sheet.employee)
  }

  private static func version(_ row: SQLRow) throws -> AttendanceSheet.Version {
    guard let version = AttendanceSheet.Version(rawValue: try row.value(7)) else {
      throw StoreError.unexpectedColumn("digest_version")
    }
    return version
  }

  private struct DayKey: Hashable {
    let month: RecordID<ClosedMonth>
    let date: CivilDate
  }

  private static func stretches(
    of employees: some Collection<RecordID<Employee>>,
    in month: YearMonth,
    on connection: any SQLConnection
  ) throws -> [DayKey: [Range<ClockTime>]] {
    var stretches: [DayKey: [Range<ClockTime>]] = [:]
    try connection.forEachRow(
      """
      SELECT s.closed_month, s.day, s.from_minute, s.to_minute
      FROM closed_month m JOIN closed_stretch s ON s.closed_month = m.id
      WHERE m.month = \(month) AND m.employee IN (\(list: employees))
      ORDER BY s.closed_month, s.day, s.from_minute
      """
    ) { row in
      let key = DayKey(month: try row.value(0), date: try row.value(1))
      let from: ClockTime = try row.value(2)
      stretches[key, default: []].append(from..<max(from, try row.value(3)))
    }
    return stretches
  }

  private static func days(
    of employees: some Collection<RecordID<Employee>>,
    in month: YearMonth,
    _ stretches: [DayKey: [Range<ClockTime>]],
    on connection: any SQLConnection
  ) throws -> [RecordID<ClosedMonth>: [AttendanceDay]] {
    var days: [RecordID<ClosedMonth>: [AttendanceDay]] = [:]
    try connection.forEachRow(
      """
      SELECT d.closed_month, d.day, d.kind, d.label, d.from_minute, d.to_minute, d.asked_pause, d.arrival,
      d.departure, d.pause, d.overtime, d.is_special, m.digest_version
      FROM closed_month m JOIN closed_day d ON d.closed_month = m.id
      WHERE m.month = \(month) AND m.employee IN (\(list: employees)) ORDER BY d.closed_month, d.day
      """
    ) { row in
      let key = DayKey(month: try row.value(0), date: try row.value(1))
      let isWithTimes = try row.value(12, as: Int.self) >= AttendanceSheet.Version.times.rawValue
      let day = AttendanceDay(
        date: key.date,
        kind: try row.value(2),
        label: try row.value(3),
        hours: try hours(row),
        arrival: try row.optional(7),
        departure: try row.optional(8),
        pause: try row.value(9),
        overtime: try row.optional(10),
        stretches: isWithTimes ? stretches[key] ?? [] : nil,
        isSpecial: try row.value(11)
      )
      days[key.month, default: []].append(day)
    }
    return days
  }

  private static func hours(_ row: SQLRow) throws -> AttendanceDay.Hours? {
    guard let from: ClockTime = try row.optional(4) else { return nil }
    return AttendanceDay.Hours(from: from, to: try row.value(5), pause: try row.value(6))
  }

  /// Keeps months with all their days.
  package static func insert(_ months: [ClosedMonth], on connection: any SQLConnection) throws {
    try connection.insert(
      into: "closed_month",
      columns: [
        "id", "employee", "month", "number", "at", "unit", "unit_name", "digest", "digest_version",
        "overtime_minutes", "special_minutes", "attended_days",
      ],
      rows: months.map { month in
        [
          month.id.sqlValue, month.sheet.employee.sqlValue, month.sheet.month.sqlValue, month.number.sqlValue,
          month.at.sqlValue, month.unit?.sqlValue ?? .null, month.unitName.sqlValue, month.digest.sqlValue,
          month.version.rawValue.sqlValue, month.sheet.overtime.sqlValue, month.sheet.special.sqlValue,
          month.sheet.attendedDays.sqlValue,
        ]
      }
    )
    try connection.insert(
      into: "closed_day",
      columns: [
        "closed_month", "day", "kind", "label", "from_minute", "to_minute", "asked_pause", "arrival",
        "departure", "pause", "overtime", "is_special",
      ],
      rows: months.flatMap { month in month.sheet.days.map { values($0, of: month.id) } }
    )
    try connection.insert(
      into: "closed_stretch",
      columns: ["closed_month", "day", "from_minute", "to_minute"],
      rows: months.flatMap { month in
        month.sheet.days.flatMap { day in
          (day.stretches ?? []).map {
            [month.id.sqlValue, day.date.sqlValue, $0.lowerBound.sqlValue, $0.upperBound.sqlValue]
          }
        }
      }
    )
  }

  private static func values(_ day: AttendanceDay, of month: RecordID<ClosedMonth>) -> [SQLValue] {
    [
      month.sqlValue, day.date.sqlValue, day.kind.sqlValue, day.label.sqlValue,
      day.hours?.from.sqlValue ?? .null, day.hours?.to.sqlValue ?? .null, day.hours?.pause.sqlValue ?? .null,
      day.arrival?.sqlValue ?? .null, day.departure?.sqlValue ?? .null, day.pause.sqlValue,
      day.overtime?.sqlValue ?? .null, day.isSpecial.sqlValue,
    ]
  }
}

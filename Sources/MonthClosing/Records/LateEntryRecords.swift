package import CivilTime
package import People
package import Store
internal import WorkingTime

/// 後から入力されたもの – what was written for a day, by whom, when and why.
package struct LateEntry: Sendable, Hashable {
  package let day: CivilDate
  package let at: Instant
  /// The name to show; nil for a file.
  package let by: String?
  /// What was written, such as 打刻 退勤 20:15.
  package let what: String
  /// The reason, or what the work was.
  package let why: String?
}

/// Reads from the append-only records who wrote what for the days of a month.
package enum LateEntryRecords {
  /// What was written after an instant, the oldest first.
  package static func entries(
    of employee: RecordID<Employee>,
    in month: YearMonth,
    after instant: Instant,
    on connection: any SQLConnection
  ) throws -> [LateEntry] {
    let days = month.days
    let punches = try connection.rows(
      """
      SELECT p.work_date, p.recorded_at, \(fragment: name), p.kind, p.minute, p.reason
      FROM punch p LEFT JOIN account a ON a.id = p.recorded_by LEFT JOIN employee e ON e.id = a.employee
      WHERE p.employee = \(employee) AND p.work_date BETWEEN \(days.lowerBound) AND \(days.upperBound)
      AND p.recorded_at >= \(instant)
      """
    ) { row in try punch(row, word: "打刻") }
    let cancellations = try connection.rows(
      """
      SELECT p.work_date, c.at, \(fragment: name), p.kind, p.minute, NULL
      FROM punch p JOIN punch_cancellation c ON c.punch = p.id
      LEFT JOIN account a ON a.id = c.by_account LEFT JOIN employee e ON e.id = a.employee
      WHERE p.employee = \(employee) AND p.work_date BETWEEN \(days.lowerBound) AND \(days.upperBound)
      AND c.at >= \(instant)
      """
    ) { row in try punch(row, word: "打刻の取消し") }
    let claims = try connection.rows(
      """
      SELECT d.work_date, d.recorded_at, \(fragment: name), d.minutes, d.is_special, d.reason
      FROM overtime_declaration d
      LEFT JOIN account a ON a.id = d.recorded_by LEFT JOIN employee e ON e.id = a.employee
      WHERE d.employee = \(employee) AND d.work_date BETWEEN \(days.lowerBound) AND \(days.upperBound)
      AND d.recorded_at >= \(instant)
      """
    ) { row in
      let length: Minutes = try row.value(3)
      let special = try row.value(4, as: Bool.self) ? "（特例業務）" : ""
      return LateEntry(
        day: try row.value(0),
        at: try row.value(1),
        by: try row.optional(2),
        what: "超過勤務 \(length)\(special)",
        why: try row.optional(5)
      )
    }
    return (punches + cancellations + claims).sorted { ($0.at, $0.day) < ($1.at, $1.day) }
  }

  private static let name: SQLText = "COALESCE(e.family_name || ' ' || e.given_name, a.name)"

  private static func punch(_ row: SQLRow, word: String) throws -> LateEntry {
    let kind: Punch.Kind = try row.value(3)
    let time: ClockTime = try row.value(4)
    return LateEntry(
      day: try row.value(0),
      at: try row.value(1),
      by: try row.optional(2),
      what: "\(word) \(kind.japanese) \(time)",
      why: try row.optional(5)
    )
  }
}

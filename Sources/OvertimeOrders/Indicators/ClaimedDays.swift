internal import CivilTime
internal import Indicators
internal import People
internal import Store
internal import WorkingTime

/// 申告のあった日 – the days on which people claimed overtime, and on how many of them it had been declared and was ordered.
struct ClaimedDays {
  private struct Key: Hashable {
    let employee: RecordID<Employee>
    let date: CivilDate
  }

  /// By person, for those who claimed any.
  let counts: [RecordID<Employee>: Ratio]

  /// Of some people, in three queries.
  init(
    of employees: [RecordID<Employee>],
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws {
    let sent = try Self.sent(of: employees, in: days, on: connection)
    let managerial = try ManagerialSpans(of: employees, on: connection)
    var counts: [RecordID<Employee>: Ratio] = [:]
    try connection.forEachRow(
      """
      SELECT d.employee, d.work_date,
      (SELECT MAX(s.from_minute) FROM overtime_stretch s WHERE s.declaration = d.id)
      FROM overtime_declaration d
      WHERE d.employee IN (\(list: employees))
      AND d.work_date BETWEEN \(days.lowerBound) AND \(days.upperBound)
      AND d.minutes > 0 AND d.recorded_by IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM overtime_declaration n
        WHERE n.employee = d.employee AND n.work_date = d.work_date AND n.id > d.id)
      """
    ) { row in
      let key = Key(employee: try row.value(0), date: try row.value(1))
      guard !managerial.isManagerial(key.employee, on: key.date) else { return }
      let start: ClockTime? = try row.optional(2)
      let isOrdered = sent[key].map { Self.isBeforehand($0, key.date, start: start) }
      counts[key.employee, default: .zero] += Ratio(isOrdered ?? false ? 1 : 0, of: 1)
    }
    self.counts = counts
  }

  /// When the first declaration of each day that was ordered was sent.
  private static func sent(
    of employees: [RecordID<Employee>],
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [Key: Instant] {
    var sent: [Key: Instant] = [:]
    try connection.forEachRow(
      """
      SELECT r.employee, r.work_date, MIN(r.sent_at) FROM overtime_request r
      JOIN overtime_decision d ON d.request = r.id AND d.outcome IN (\(list: ordering))
      WHERE r.employee IN (\(list: employees))
      AND r.work_date BETWEEN \(days.lowerBound) AND \(days.upperBound)
      GROUP BY r.employee, r.work_date
      """
    ) { row in sent[Key(employee: try row.value(0), date: try row.value(1))] = try row.value(2) }
    return sent
  }

  private static let ordering: [OrderOutcome] = [.ordered, .changed]

  /// Before the last stretch of work began; where only a length was claimed, on the day of work at the latest.
  private static func isBeforehand(_ sent: Instant, _ date: CivilDate, start: ClockTime?) -> Bool {
    guard let start else { return OfficeZone.date(of: sent) <= date }
    return sent < OfficeZone.instant(on: date, at: start)
  }
}

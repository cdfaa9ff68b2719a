internal import CivilTime
internal import People
internal import Schedules
internal import Store
internal import WorkingTime
internal import WorkingTimeRules

/// 勤務間インターバルの照会 – the rests of people within reach.
enum RestQuery {
  /// One person's month, and what could follow the last duty.
  struct Line: Sendable {
    let rest: RestRecord
    /// Nil for a month that is over.
    let next: NextStart?
  }

  /// The lines of some people; those without records have empty ones.
  static func lines(
    of people: Set<RecordID<Employee>>,
    in month: YearMonth,
    now: WorkMoment,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: Line] {
    let first = month.firstDay.adding(days: -MonthTotalRecords.lookBack)
    let punches = try PunchRecords.punches(of: people, in: first...month.lastDay, on: connection)
    let isNow = month == now.date.yearMonth
    let ahead = now.date...now.date.adding(days: NextStart.daysAhead)
    let allotments =
      isNow ? try AllotmentRecords.allotments(of: people, in: ahead, on: connection) : [:]
    return Dictionary(
      uniqueKeysWithValues: people.map { employee in
        let counted = (punches[employee] ?? []).filter(\.counts)
        let next = allotments[employee].flatMap { NextStart(after: counted, allotments: $0, now: now) }
        return (employee, Line(rest: RestRecord(counted, in: month), next: next))
      }
    )
  }

  /// What a month's rests of a unit come to, from the totals that are kept.
  struct UnitCount: Sendable, Hashable {
    var rests = 0
    var short = 0
    /// How many people had at least one short rest.
    var people = 0
  }

  /// The counts of some units, by the primary posts at the end of the month.
  static func counts(
    of units: Set<RecordID<OrganizationUnit>>,
    in month: YearMonth,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [RecordID<OrganizationUnit>: UnitCount] {
    let day = min(today, month.lastDay)
    var counts: [RecordID<OrganizationUnit>: UnitCount] = [:]
    try connection.readRows(
      """
      SELECT p.unit, CAST(SUM(m.rests) AS BIGINT), CAST(SUM(m.rests - m.sufficient_rests) AS BIGINT),
      COUNT(CASE WHEN m.rests > m.sufficient_rests THEN 1 END)
      FROM post p JOIN assignment a ON a.post = p.id
      JOIN month_total m ON m.employee = a.employee AND m.month = \(month)
      WHERE p.unit IN (\(list: units.sorted())) AND a.kind = \(AssignmentKind.primary)
      AND a.valid_from <= \(day) AND (a.valid_to IS NULL OR a.valid_to >= \(day)) GROUP BY p.unit
      """
    ) { row in
      counts[try row.value(0)] = UnitCount(
        rests: try row.value(1),
        short: try row.value(2),
        people: try row.value(3)
      )
    }
    return counts
  }
}

internal import CivilTime
internal import Indicators
internal import People
internal import Schedules
internal import Store
internal import WorkingTimeRules

extension WorkingTimeIndicators {
  /// Late ends after which the next start left 11 hours of rest (取組 III-1-3-1).
  ///
  /// Late is measured against the employer's standard day, so that whoever was given a later start counts among those
  /// who rested instead of vanishing from both sides.
  static let restAfterLateEnd = Indicator(
    .init(
      id: "working-time.rest-after-late-end",
      title: "遅い退勤の後に始業を遅らせた割合",
      numerator: "そのうち、次の勤務日の出勤まで11時間以上あいた回数",
      denominator: "退勤から次の勤務日の標準の始業までが11時間に足りず、その勤務日に出勤の記録がある回数",
      form: .share,
      source: "打刻の記録と標準の勤務時間",
      methodVersion: 1,
      caution: "国会対応のための勤務かどうかは記録から分からないため、すべての遅い退勤を数えます。次の勤務日を休んだときは数えません。"
    ),
    listing: RowListing(
      for: .workingTime,
      of: .listed,
      headings: ["11時間に足りなかった回数"]
    ) { year, today, connection in
      guard let days = year.days(through: today) else { return [] }
      let register = try ServiceRegister(from: days.lowerBound, to: days.upperBound, on: connection)
      var rests: [RecordID<Employee>: Ratio] = [:]
      for part in register.batches() {
        let ends = try LateEnds(of: Array(part), in: days, on: connection)
        for end in ends.found { rests[end.employee, default: .zero] += Ratio(end.isRested ? 1 : 0, of: 1) }
      }
      return register.rows { employee, _ in
        guard let ratio = rests[employee] else { return [] }
        return [(ratio, [.number(ratio.denominator - ratio.numerator)])]
      }
    }
  )
}

/// 遅い退勤 – ends of work so late that the standard start of the next duty day leaves less than the reference.
struct LateEnds {
  struct End {
    let employee: RecordID<Employee>
    /// Whether the next start left as much as the reference.
    let isRested: Bool
  }

  /// Those after which the next duty day lies in the days and has a record of coming.
  let found: [End]

  /// Of some people.
  init(
    of employees: [RecordID<Employee>],
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws {
    let standards = try StandardDayRecords.standards(of: employees, on: connection)
    let starts = ([.headOffice] + standards.values.joined().map(\.hours)).map(\.span.lowerBound)
    let first = starts.reduce(DayHours.headOffice.span.lowerBound, min)
    // Whoever left before is late for no standard day.
    let late = 24 * 60 + first.minutesFromMidnight - RestInterval.reference.newest.amount.count
    let calendar = DutyCalendar()
    var found: [End] = []
    try connection.forEachRow(Self.query(employees, days, late)) { row in
      let employee: RecordID<Employee> = try row.value(0)
      let date: CivilDate = try row.value(1)
      let next = calendar.nextDutyDay(after: date)
      guard let came: CivilDate = try row.optional(3), came == next, days.contains(next) else { return }
      let hours = standards[employee]?.first { $0.from <= next }?.hours ?? .headOffice
      let end = WorkMoment(date, try row.value(2))
      guard RestInterval(from: end, to: WorkMoment(next, hours.span.lowerBound))?.isShort ?? true,
        let rest = RestInterval(from: end, to: WorkMoment(next, try row.value(4)))
      else { return }
      found.append(End(employee: employee, isRested: rest.verdict == .sufficient))
    }
    self.found = found
  }

  /// The last departures of days on which it was late, each with day and time of the next arrival.
  private static func query(
    _ employees: [RecordID<Employee>],
    _ days: ClosedRange<CivilDate>,
    _ late: Int
  ) -> SQLText {
    let first = days.lowerBound.adding(days: -MonthTotalRecords.lookBack)
    let arrivals: SQLText = """
      FROM punch n LEFT JOIN punch_cancellation x ON x.punch = n.id
      WHERE n.employee = e.employee AND n.work_date > e.work_date AND n.kind = \(Punch.Kind.arrival)
      AND x.punch IS NULL ORDER BY n.work_date, n.minute LIMIT 1
      """
    return """
      SELECT e.employee, e.work_date, e.minute, (SELECT n.work_date \(fragment: arrivals)),
      (SELECT n.minute \(fragment: arrivals))
      FROM (
        SELECT p.employee, p.work_date, MAX(p.minute) AS minute FROM punch p
        LEFT JOIN punch_cancellation c ON c.punch = p.id
        WHERE p.employee IN (\(list: employees)) AND p.kind = \(Punch.Kind.departure) AND c.punch IS NULL
        AND p.work_date BETWEEN \(first) AND \(days.upperBound) AND p.minute > \(late)
        GROUP BY p.employee, p.work_date
      ) e ORDER BY e.employee, e.work_date
      """
  }
}

extension RestInterval {
  /// Whether it falls short of a reference that was in force.
  fileprivate var isShort: Bool {
    if case .short = verdict { true } else { false }
  }
}

internal import CivilTime
public import Indicators
internal import People
internal import Store

extension WorkingTimeIndicators {
  /// What this capability counts of single months.
  public static let monthly = [overtimePerHead]

  /// Overtime of a month for each person with records (取組 V-2-a).
  static let overtimePerHead = MonthlyIndicator(
    .init(
      id: "working-time.overtime-per-head",
      title: "1人あたりの超過勤務",
      numerator: "その月に申告された超過勤務の時間",
      denominator: "その月に、勤務日の打刻か超過勤務の記録がある職員",
      form: .average(.hours),
      source: "打刻と申告された超過勤務",
      methodVersion: 1
    )
  ) { months, connection in
    try connection.rows(
      """
      SELECT e.employer, t.month, CAST(SUM(t.overtime_minutes) AS BIGINT), COUNT(*)
      FROM month_total t JOIN employee e ON e.id = t.employee
      WHERE t.month BETWEEN \(months.lowerBound) AND \(months.upperBound)
      AND (t.recorded_duty_days > 0 OR t.overtime_minutes > 0)
      GROUP BY e.employer, t.month ORDER BY e.employer, t.month
      """
    ).map { row in
      let people: Int = try row.value(3)
      return MonthValue(
        employer: try row.value(0),
        month: try row.value(1),
        ratio: Ratio(try row.value(2), of: people),
        people: people
      )
    }
  }
}

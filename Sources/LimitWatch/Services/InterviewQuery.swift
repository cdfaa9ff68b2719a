internal import CivilTime
internal import People
internal import Store
internal import WorkingTime
internal import WorkingTimeRules

/// 面接指導の対象の照会 – whose months call for a doctor's interview.
///
/// Whoever asks has shown that the people are within reach.
enum InterviewQuery {
  /// The cases of a month among some people.
  static func cases(
    in month: YearMonth,
    of people: Set<RecordID<Employee>>,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: InterviewCase] {
    let known = try InterviewRecords.employees(in: month, on: connection)
    let asked = try candidates(in: month, among: people, on: connection).union(known).intersection(people)
    return try cases(of: asked, in: month...month, on: connection).compactMapValues(\.first)
  }

  /// One person's cases of some months, the newest first.
  static func cases(
    of employee: RecordID<Employee>,
    in months: ClosedRange<YearMonth>,
    on connection: any SQLConnection
  ) throws -> [InterviewCase] {
    try cases(of: [employee], in: months, on: connection)[employee]?.reversed() ?? []
  }

  /// How many months are looked at for interviews that are overdue.
  private static let lateMonths = 6

  /// The cases of an employer's staff of today whose day has passed.
  static func late(
    of employers: Set<RecordID<Employer>>,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [InterviewCase] {
    let last = today.yearMonth.adding(months: -1)
    let months = last.adding(months: -lateMonths)...last
    let people = try connection.rows(
      """
      SELECT DISTINCT m.employee FROM month_total m JOIN employee e ON e.id = m.employee
      WHERE e.employer IN (\(list: employers.sorted())) AND (e.left_on IS NULL OR e.left_on >= \(today))
      AND m.month BETWEEN \(months.lowerBound.adding(months: 1 - InterviewFigures.windows.upperBound)) AND \(last)
      AND m.overtime_minutes > \(InterviewFigures.average.newest.amount)
      """
    ) { try $0.value(0, as: RecordID<Employee>.self) }
    guard !people.isEmpty else { return [] }
    return try cases(of: Set(people), in: months, on: connection).values.joined().filter {
      $0.isLate(on: today)
    }
  }

  /// No average is above 80 hours unless one of its months is.
  private static func candidates(
    in month: YearMonth,
    among people: Set<RecordID<Employee>>,
    on connection: any SQLConnection
  ) throws -> Set<RecordID<Employee>> {
    let least = InterviewFigures.average.newest.amount
    return Set(
      try connection.rows(
        """
        SELECT DISTINCT employee FROM month_total
        WHERE month BETWEEN \(month.adding(months: 1 - InterviewFigures.windows.upperBound)) AND \(month)
        AND overtime_minutes > \(least) AND \(fragment: AmongPeople.condition("employee", people))
        """
      ) { try $0.value(0, as: RecordID<Employee>.self) }
    )
  }

  private static func cases(
    of people: Set<RecordID<Employee>>,
    in months: ClosedRange<YearMonth>,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: [InterviewCase]] {
    let first = months.lowerBound.adding(months: 1 - InterviewFigures.windows.upperBound)
    let totals = try MonthTotalRecords.totals(of: people, from: first, to: months.upperBound, on: connection)
    let records = try InterviewRecords.records(
      of: people,
      in: first...months.upperBound.adding(months: 1),
      on: connection
    )
    return Dictionary(
      uniqueKeysWithValues: people.map { employee in
        (employee, cases(totals[employee] ?? [], records[employee] ?? [], in: months))
      }
    )
  }

  private static func cases(
    _ totals: [MonthTotal],
    _ records: [InterviewRecord],
    in months: ClosedRange<YearMonth>
  ) -> [InterviewCase] {
    let standing = records.filter { !$0.isCancelled }
    let asked = Set(standing.filter { $0.step == .requested }.map(\.month))
    let verdicts = DoctorInterview.verdicts(
      of: totals.map { total in
        InterviewMonth(month: total.month, overtime: total.overtime, isRequested: asked.contains(total.month))
      }
    )
    // What was recorded of a month without overtime stands all the same.
    let without = Set(records.map(\.month)).subtracting(totals.map(\.month))
    let others = DoctorInterview.verdicts(
      of: without.map { InterviewMonth(month: $0, overtime: .zero, isRequested: false) }
    )
    let all = (verdicts + others).sorted { $0.month < $1.month }
    return all.filter { months.contains($0.month) }.map { verdict in
      let recent = InterviewCase.recentDays(of: verdict.month)
      return InterviewCase(
        verdict: verdict,
        records: records.filter { $0.month == verdict.month },
        recentInterview: standing.filter { record in
          record.step == .held && record.month != verdict.month && recent.contains(record.doneOn)
        }.map(\.doneOn).max()
      )
    }.filter { $0.verdict.duty != .none || $0.verdict.mayRequest || !$0.records.isEmpty }
  }
}

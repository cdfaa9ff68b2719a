public import CivilTime
public import Journal
public import People
public import Store

/// 集中取組期間 – the days of an employer's summer period in a fiscal year.
public struct DutyPeriod: Sendable, Hashable {
  /// The code of the plan.
  public let plan: String
  /// The fiscal year.
  public let year: FiscalYear
  /// The employer.
  public let employer: RecordID<Employer>
  /// The days.
  public let days: ClosedRange<CivilDate>
  /// Its name.
  public let title: String

  /// A period.
  public init(
    plan: String,
    year: FiscalYear,
    employer: RecordID<Employer>,
    days: ClosedRange<CivilDate>,
    title: String
  ) {
    self.plan = plan
    self.year = year
    self.employer = employer
    self.days = days
    self.title = title
  }
}

/// 集中取組期間の登録 – sets and reads summer periods; what was set before stays.
public enum DutyPeriods: Sendable {
  /// Sets the days in the transaction of the caller, with a journal entry; duties that are open keep their due day.
  public static func set(
    _ period: DutyPeriod,
    by actor: JournalActor,
    at now: Instant,
    entry: RecordID<JournalEntry>,
    on connection: any SQLConnection
  ) throws {
    let newest: Int? = try connection.value(
      """
      SELECT MAX(revision) FROM duty_period WHERE plan_code = \(period.plan)
      AND fiscal_year = \(period.year.startYear) AND employer = \(period.employer)
      """
    )
    try connection.execute(
      """
      INSERT INTO duty_period
      (plan_code, fiscal_year, employer, revision, first_day, last_day, title, at, by_account)
      VALUES (\(period.plan), \(period.year.startYear), \(period.employer), \((newest ?? 0) + 1),
      \(period.days.lowerBound), \(period.days.upperBound), \(period.title), \(now), \(actor.accountNumber))
      """
    )
    let journal = JournalEntry(
      id: entry,
      at: now,
      actor: actor,
      kind: DutyKinds.periodSet,
      payload: JournalPayload([
        ("plan", period.plan), ("year", "\(period.year.startYear)"), ("employer", "\(period.employer)"),
        ("first", period.days.lowerBound.iso), ("last", period.days.upperBound.iso),
      ])
    )
    try JournalRecords.append(journal, on: connection)
  }

  /// The period that was set last; nil where none was.
  public static func period(
    plan: String,
    year: FiscalYear,
    employer: RecordID<Employer>,
    on connection: any SQLConnection
  ) throws -> DutyPeriod? {
    try connection.row(
      """
      SELECT first_day, last_day, title FROM duty_period WHERE plan_code = \(plan)
      AND fiscal_year = \(year.startYear) AND employer = \(employer) ORDER BY revision DESC LIMIT 1
      """
    ).map { row in
      let first: CivilDate = try row.value(0)
      return DutyPeriod(
        plan: plan,
        year: year,
        employer: employer,
        days: first...max(first, try row.value(1)),
        title: try row.value(2)
      )
    }
  }

  /// The days of the summer period: as set, else 1 July to 31 August.
  public static func summer(
    plan: String,
    year: FiscalYear,
    employer: RecordID<Employer>,
    on connection: any SQLConnection
  ) throws -> ClosedRange<CivilDate> {
    try period(plan: plan, year: year, employer: employer, on: connection)?.days
      ?? CycleCalendar.usualSummer(of: year)
  }
}

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

/// 決めた期間 – a period as it was set, and how often one was set for that year and employer.
public struct SetPeriod: Sendable, Hashable {
  /// What was set last.
  public let period: DutyPeriod
  /// How often it was set; a form carries it along.
  public let revision: Int
}

/// 集中取組期間の登録 – sets and reads summer periods; what was set before stays.
public enum DutyPeriods: Sendable {
  /// Sets the days in the transaction of the caller, with a journal entry; duties that are open keep their due day.
  ///
  /// `seen` is the revision that the form was drawn from, 0 where nothing was set; nil sets the days whatever stands.
  ///
  /// - Throws: ``DutyRefusal/changedMeanwhile`` when somebody has set it since; `StoreError` from the engine.
  public static func set(
    _ period: DutyPeriod,
    seen: Int? = nil,
    by actor: JournalActor,
    at now: Instant,
    entry: RecordID<JournalEntry>,
    on connection: any SQLConnection
  ) throws {
    let standing = try standing(
      plan: period.plan,
      year: period.year,
      employer: period.employer,
      on: connection
    )
    let newest = standing?.revision ?? 0
    guard seen.map({ $0 == newest }) ?? true else { throw DutyRefusal.changedMeanwhile }
    try connection.execute(
      """
      INSERT INTO duty_period
      (plan_code, fiscal_year, employer, revision, first_day, last_day, title, at, by_account)
      VALUES (\(period.plan), \(period.year.startYear), \(period.employer), \(newest + 1),
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
  public static func standing(
    plan: String,
    year: FiscalYear,
    employer: RecordID<Employer>,
    on connection: any SQLConnection
  ) throws -> SetPeriod? {
    try connection.row(
      """
      SELECT first_day, last_day, title, revision FROM duty_period WHERE plan_code = \(plan)
      AND fiscal_year = \(year.startYear) AND employer = \(employer) ORDER BY revision DESC LIMIT 1
      """
    ).map { row in
      let first: CivilDate = try row.value(0)
      let period = DutyPeriod(
        plan: plan,
        year: year,
        employer: employer,
        days: first...max(first, try row.value(1)),
        title: try row.value(2)
      )
      return SetPeriod(period: period, revision: try row.value(3))
    }
  }

  /// The days of the summer period: as set, else 1 July to 31 August.
  public static func summer(
    plan: String,
    year: FiscalYear,
    employer: RecordID<Employer>,
    on connection: any SQLConnection
  ) throws -> ClosedRange<CivilDate> {
    try standing(plan: plan, year: year, employer: employer, on: connection)?.period.days
      ?? CycleCalendar.usualSummer(of: year)
  }
}

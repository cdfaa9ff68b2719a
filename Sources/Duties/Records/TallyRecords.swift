internal import CivilTime
internal import People
internal import Store

/// Reads and writes the tallies of duties.
enum TallyRecords {
  /// The one row that tells when the last sweep was.
  static let sweepName = "duties"

  /// Brings the tally of a settled or reopened duty up to date; to be called after the duty was written.
  ///
  /// - Parameters:
  ///   - duty: the duty as it was before.
  ///   - state: the state it has now.
  static func shift(_ duty: Duty, to state: DutyState, on connection: any SQLConnection) throws {
    let overdue = try isCountedOverdue(duty, on: connection)
    let before = Counted(duty.state, isOverdue: overdue)
    let now = Counted(state, isOverdue: overdue)
    let place: SQLText = """
      fiscal_year = \(duty.year.startYear) AND plan_code = \(duty.rule.plan) \
      AND measure = \(duty.rule.measure) AND employer = \(duty.employer) AND bureau = \(duty.bureau?.number ?? 0)
      """
    // What was only excused tells of nothing done.
    let fulfilledOn: SQLText =
      switch state {
      case .open: "(SELECT MAX(d.settled_on) FROM duty d WHERE \(fragment: place) AND d.state = 'fulfilled')"
      case .excused: "last_settled_on"
      case .fulfilled(let day, _):
        """
        CASE WHEN last_settled_on IS NULL OR last_settled_on < \(day) THEN \(day) ELSE last_settled_on END
        """
      }
    try connection.execute(
      """
      UPDATE duty_tally SET fulfilled = fulfilled + \(now.fulfilled - before.fulfilled),
      excused = excused + \(now.excused - before.excused), overdue = overdue + \(now.overdue - before.overdue),
      last_settled_on = \(fragment: fulfilledOn),
      next_due_on = (SELECT MIN(d.due_on) FROM duty d WHERE \(fragment: place) AND d.state = 'open')
      WHERE \(fragment: place)
      """
    )
  }

  private struct Counted {
    let fulfilled: Int
    let excused: Int
    let overdue: Int

    init(_ state: DutyState, isOverdue: Bool) {
      switch state {
      case .open: (fulfilled, excused, overdue) = (0, 0, isOverdue ? 1 : 0)
      case .fulfilled: (fulfilled, excused, overdue) = (1, 0, 0)
      case .excused: (fulfilled, excused, overdue) = (0, 1, 0)
      }
    }
  }

  /// Whether the last sweep counted the duty as overdue, had it been open: the tally is as of that day.
  private static func isCountedOverdue(_ duty: Duty, on connection: any SQLConnection) throws -> Bool {
    let sweptOn: CivilDate? = try connection.value(
      "SELECT swept_on FROM duty_sweep WHERE name = \(sweepName)"
    )
    return sweptOn.map { duty.dueOn < $0 } ?? false
  }

  /// Counts the years again from the duties themselves.
  static func recount(from year: FiscalYear, today: CivilDate, on connection: any SQLConnection) throws {
    try connection.execute("DELETE FROM duty_tally WHERE fiscal_year >= \(year.startYear)")
    try insert(where: "d.fiscal_year >= \(year.startYear)", today: today, on: connection)
  }

  /// Counts the tally to which one duty belongs again.
  static func recount(placeOf duty: NewDuty, on connection: any SQLConnection) throws {
    let place: SQLText = """
      fiscal_year = \(duty.year.startYear) AND plan_code = \(duty.rule.plan) \
      AND measure = \(duty.rule.measure) AND employer = \(duty.employer) AND bureau = \(duty.bureau?.number ?? 0)
      """
    let sweptOn: CivilDate? = try connection.value(
      "SELECT swept_on FROM duty_sweep WHERE name = \(sweepName)"
    )
    try connection.execute("DELETE FROM duty_tally WHERE \(fragment: place)")
    try insert(where: place, today: sweptOn ?? duty.startsOn, on: connection)
  }

  private static func insert(
    where condition: SQLText,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO duty_tally (fiscal_year, plan_code, measure, employer, bureau, owed, fulfilled, excused, \
      overdue, people, last_settled_on, next_due_on)
      SELECT d.fiscal_year, d.plan_code, d.measure, d.employer, d.bureau, COUNT(*),
      COUNT(CASE WHEN d.state = 'fulfilled' THEN 1 END), COUNT(CASE WHEN d.state = 'excused' THEN 1 END),
      COUNT(CASE WHEN d.state = 'open' AND d.due_on < \(today) THEN 1 END),
      COUNT(DISTINCT d.about_employee), MAX(CASE WHEN d.state = 'fulfilled' THEN d.settled_on END),
      MIN(CASE WHEN d.state = 'open' THEN d.due_on END)
      FROM duty d WHERE \(fragment: condition)
      GROUP BY d.fiscal_year, d.plan_code, d.measure, d.employer, d.bureau
      """
    )
  }

  static func tallies(
    of year: FiscalYear,
    plan: String,
    on connection: any SQLConnection
  ) throws -> [DutyTally] {
    try connection.rows(
      """
      SELECT fiscal_year, plan_code, measure, employer, bureau, owed, fulfilled, excused, overdue, people,
      last_settled_on, next_due_on FROM duty_tally
      WHERE fiscal_year = \(year.startYear) AND plan_code = \(plan) ORDER BY measure, employer, bureau
      """
    ).map { row in
      let bureau: Int64 = try row.value(4)
      return DutyTally(
        year: FiscalYear(startYear: try row.value(0)),
        plan: try row.value(1),
        measure: try row.value(2),
        employer: try row.value(3),
        bureau: bureau == 0 ? nil : RecordID(bureau),
        owed: try row.value(5),
        fulfilled: try row.value(6),
        excused: try row.value(7),
        overdue: try row.value(8),
        people: try row.value(9),
        lastFulfilledOn: try row.optional(10),
        nextDueOn: try row.optional(11)
      )
    }
  }
}

internal import CivilTime
internal import Journal
internal import People
internal import Store

/// The new duties of one rule, with identifiers made outside the transaction.
struct OpeningBatch: Sendable {
  struct Group: Sendable {
    let occasion: String
    let count: Int
    let entry: RecordID<JournalEntry>
  }

  let rule: DutyRuleKey
  let duties: [(id: RecordID<Duty>, duty: NewDuty)]
  let groups: [Group]

  init(rule: DutyRuleKey, duties: [NewDuty], ids: RecordIDSource) {
    self.rule = rule
    self.duties = duties.map { (ids.next(), $0) }
    let counts = Dictionary(grouping: duties, by: \.occasion).mapValues(\.count)
    groups = counts.keys.sorted().map { occasion in
      Group(occasion: occasion, count: counts[occasion] ?? 0, entry: ids.next())
    }
  }
}

/// What the sweep before saw, and what there is now.
struct SweepState: Sendable {
  let today: CivilDate
  private let revision: Int64
  private let newestRule: Int64
  private let before: Before?

  private struct Before: Sendable {
    let day: CivilDate
    let revision: Int64
    let newestRule: Int64
  }

  init(today: CivilDate, on connection: any SQLConnection) throws {
    self.today = today
    revision = try PeopleRevision.current(on: connection).number
    newestRule = try DutyRuleRecords.newest(on: connection)
    before = try connection.row(
      """
      SELECT swept_on, people_revision, last_rule FROM duty_sweep WHERE name = \(TallyRecords.sweepName)
      """
    ).map { row in
      Before(day: try row.value(0), revision: try row.value(1), newestRule: try row.value(2))
    }
  }

  /// Whether a sweep of today has seen all this.
  var isDone: Bool {
    before.map { $0.day == today && $0.revision == revision && $0.newestRule == newestRule } ?? false
  }

  /// From which fiscal year on a rule is looked at: a new one from its beginning, others from the year before the
  /// last sweep, so that what is imported late is still seen.
  func firstYear(of stored: StoredRule) -> FiscalYear {
    let beginning = stored.firstDay.fiscalYear
    guard let before, stored.id.number <= before.newestRule else { return beginning }
    return max(beginning, before.day.fiscalYear.advanced(by: -1))
  }

  func earliestYear(_ rules: [StoredRule]) -> FiscalYear {
    rules.map(firstYear).min() ?? today.fiscalYear
  }

  /// Years without open duties that were counted by the sweep before need no second count.
  func firstYearToCount(on connection: any SQLConnection) throws -> FiscalYear {
    let oldest: Int? =
      before == nil
      ? try connection.value("SELECT MIN(fiscal_year) FROM duty")
      : try connection.value("SELECT MIN(fiscal_year) FROM duty WHERE state = 'open'")
    let recent = (before?.day ?? today).fiscalYear.advanced(by: -1)
    return min(recent, oldest.map { FiscalYear(startYear: $0) } ?? recent)
  }

  func remember(at now: Instant, on connection: any SQLConnection) throws {
    try connection.execute(
      """
      INSERT INTO duty_sweep (name, swept_on, people_revision, last_rule, swept_at)
      VALUES (\(TallyRecords.sweepName), \(today), \(revision), \(newestRule), \(now))
      ON CONFLICT (name) DO UPDATE SET swept_on = excluded.swept_on,
      people_revision = excluded.people_revision, last_rule = excluded.last_rule, swept_at = excluded.swept_at
      """
    )
  }
}

internal import CivilTime
internal import Duties
internal import People
internal import Store

/// What waits, counted for one measure or one owner.
struct Waiting: Sendable, Hashable {
  let open: Int
  let overdue: Int
  /// Due within the next days, and not overdue.
  let soon: Int
  let nextDueOn: CivilDate?

  static let nothing = Waiting(open: 0, overdue: 0, soon: 0, nextDueOn: nil)
}

/// What waits with somebody.
struct OwnerWaiting: Sendable, Hashable {
  let owner: DutyOwner
  let waiting: Waiting
}

/// Of which open duties the secretariat wants to remind.
enum ReminderScope: Sendable, Hashable {
  case measure(String)
  case unit(RecordID<OrganizationUnit>)
}

/// Counts the open duties of a year for the secretariat's desk; nothing is read duty by duty.
struct DeskRecords {
  /// How many days ahead count as soon.
  static let soonDays = 30

  let plan: String
  let year: FiscalYear
  let today: CivilDate

  private var open: SQLText {
    "d.plan_code = \(plan) AND d.fiscal_year = \(year.startYear) AND d.state = 'open'"
  }

  private var counts: SQLText {
    let last = today.adding(days: Self.soonDays)
    return """
      COUNT(*), COUNT(CASE WHEN d.due_on < \(today) THEN 1 END),
      COUNT(CASE WHEN d.due_on >= \(today) AND d.due_on <= \(last) THEN 1 END), MIN(d.due_on)
      """
  }

  /// By measure.
  func measures(on connection: any SQLConnection) throws -> [String: Waiting] {
    let rows = try connection.rows(
      """
      SELECT d.measure, \(fragment: counts) FROM duty d WHERE \(fragment: open)
      GROUP BY d.measure ORDER BY d.measure
      """
    )
    return Dictionary(try rows.map { (try $0.value(0), try Self.waiting($0, from: 1)) }) { one, _ in one }
  }

  /// By the unit whose head owes.
  func units(on connection: any SQLConnection) throws -> [RecordID<OrganizationUnit>: Waiting] {
    let rows = try connection.rows(
      """
      SELECT d.owner_unit, \(fragment: counts) FROM duty d
      WHERE \(fragment: open) AND d.owner_unit IS NOT NULL GROUP BY d.owner_unit ORDER BY d.owner_unit
      """
    )
    return Dictionary(try rows.map { (try $0.value(0), try Self.waiting($0, from: 1)) }) { one, _ in one }
  }

  /// By office of each employer.
  func offices(on connection: any SQLConnection) throws -> [OwnerWaiting] {
    try connection.rows(
      """
      SELECT d.owner_office, d.employer, \(fragment: counts) FROM duty d
      WHERE \(fragment: open) AND d.owner_office IS NOT NULL
      GROUP BY d.owner_office, d.employer ORDER BY d.employer, d.owner_office
      """
    ).map { row in
      OwnerWaiting(
        owner: .office(try row.value(0), try row.value(1)),
        waiting: try Self.waiting(row, from: 2)
      )
    }
  }

  /// Those who owe something for themselves and are late, the earliest due day first.
  func latePeople(limit: Int, on connection: any SQLConnection) throws -> [OwnerWaiting] {
    try connection.rows(
      """
      SELECT d.owner_employee, \(fragment: counts) FROM duty d
      WHERE \(fragment: open) AND d.owner_employee IS NOT NULL AND d.due_on < \(today)
      GROUP BY d.owner_employee ORDER BY MIN(d.due_on), d.owner_employee LIMIT \(limit)
      """
    ).map { row in
      OwnerWaiting(owner: .person(try row.value(0)), waiting: try Self.waiting(row, from: 1))
    }
  }

  /// How many persons are late with what they owe for themselves.
  func latePeopleCount(on connection: any SQLConnection) throws -> Int {
    try connection.value(
      """
      SELECT COUNT(DISTINCT d.owner_employee) FROM duty d
      WHERE \(fragment: open) AND d.owner_employee IS NOT NULL AND d.due_on < \(today)
      """
    ) ?? 0
  }

  /// The overdue duties of a measure, or of a unit's head.
  func overdue(_ scope: ReminderScope, on connection: any SQLConnection) throws -> [RecordID<Duty>] {
    let part: SQLText =
      switch scope {
      case .measure(let measure): "d.measure = \(measure)"
      case .unit(let unit): "d.owner_unit = \(unit)"
      }
    return try connection.rows(
      """
      SELECT d.id FROM duty d WHERE \(fragment: open) AND d.due_on < \(today) AND \(fragment: part)
      ORDER BY d.id
      """
    ).map { try $0.value(0) }
  }

  private static func waiting(_ row: SQLRow, from place: Int) throws -> Waiting {
    Waiting(
      open: try row.value(place),
      overdue: try row.value(place + 1),
      soon: try row.value(place + 2),
      nextDueOn: try row.optional(place + 3)
    )
  }
}

internal import CivilTime
internal import People
internal import Store

/// 段階ごとの人数 – how many months of a unit stand at each stage.
struct StageTally: Sendable, Hashable {
  /// At each stage, and how many of them are past the day on which it was due.
  private(set) var stages: [ClosingState.Stage: Int] = [:]
  private(set) var late: [ClosingState.Stage: Int] = [:]
  /// Objections that stand.
  private(set) var objections = 0
  /// Approved months that the employee never confirmed.
  private(set) var unconfirmed = 0

  var people: Int { stages.values.reduce(0, +) }
  var open: Int { people - stages[.approved, default: 0] }
  var isLate: Bool { !late.isEmpty }

  mutating func add(_ state: ClosingState, due: ClosingDues, today: CivilDate) {
    stages[state.stage, default: 0] += 1
    if case .objected = state.answer { objections += 1 }
    if state.answer == .none, state.stage == .approved { unconfirmed += 1 }
    let day: CivilDate? =
      switch state.stage {
      case .open: due.confirm
      case .answered: due.check
      case .checked: due.approve
      case .approved: nil
      }
    if let day, today > day { late[state.stage, default: 0] += 1 }
  }
}

/// Counts stages without reading what was recorded, so that an employer of thousands is counted at once.
enum StageTallyRecords {
  /// The counts by unit; nil stands for those who held no main post in the month.
  static func byUnit(
    of employer: RecordID<Employer>,
    in month: YearMonth,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [RecordID<OrganizationUnit>?: StageTally] {
    try tally("e.employer = \(employer)", in: month, today: today, on: connection)
  }

  /// The counts of some units.
  static func of(
    _ units: Set<RecordID<OrganizationUnit>>,
    in month: YearMonth,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [RecordID<OrganizationUnit>?: StageTally] {
    guard !units.isEmpty else { return [:] }
    let staff = try ClosingPeopleRecords.staff(of: units.sorted(), in: month, on: connection)
    guard !staff.isEmpty else { return [:] }
    return try tally("e.id IN (\(list: staff))", in: month, today: today, on: connection)
      .filter { $0.key.map(units.contains) ?? false }
  }

  private static func tally(
    _ whose: SQLText,
    in month: YearMonth,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [RecordID<OrganizationUnit>?: StageTally] {
    let states = try states(whose, in: month, on: connection)
    var terms: [RecordID<Employer>: ClosingTerms] = [:]
    var tallies: [RecordID<OrganizationUnit>?: StageTally] = [:]
    for (employee, place) in try places(whose, in: month, on: connection) {
      if terms[place.employer] == nil {
        terms[place.employer] = try ClosingTermsRecords.terms(of: place.employer, in: month, on: connection)
      }
      let state = states[employee] ?? .open
      let dues = ClosingDues(
        terms[place.employer] ?? .usual,
        of: month,
        returnedOn: state.returned?.on
      )
      tallies[place.unit, default: StageTally()].add(state, due: dues, today: today)
    }
    return tallies
  }

  private struct Place {
    let employer: RecordID<Employer>
    var unit: RecordID<OrganizationUnit>?
  }

  private static func places(
    _ whose: SQLText,
    in month: YearMonth,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: Place] {
    var places: [RecordID<Employee>: Place] = [:]
    try connection.forEachRow(
      """
      SELECT e.id, e.employer, e.left_on, p.unit, a.valid_from FROM employee e
      LEFT JOIN assignment a ON a.employee = e.id AND a.kind = \(AssignmentKind.primary)
      AND a.valid_from <= \(month.lastDay) AND (a.valid_to IS NULL OR a.valid_to >= \(month.firstDay))
      LEFT JOIN post p ON p.id = a.post
      WHERE \(fragment: whose) AND e.hired_on <= \(month.lastDay)
      AND (e.left_on IS NULL OR e.left_on >= \(month.firstDay)) ORDER BY e.id, a.valid_from, a.id
      """
    ) { row in
      let employee: RecordID<Employee> = try row.value(0)
      let lastDay = min(try row.optional(2) ?? month.lastDay, month.lastDay)
      var place = try places[employee] ?? Place(employer: row.value(1), unit: nil)
      if let from: CivilDate = try row.optional(4), from <= lastDay { place.unit = try row.optional(3) }
      places[employee] = place
    }
    return places
  }

  private static func states(
    _ whose: SQLText,
    in month: YearMonth,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: ClosingState] {
    let steps = try connection.rows(
      """
      SELECT s.employee, s.id, s.kind, s.at, s.standing FROM closing_step s JOIN employee e ON e.id = s.employee
      WHERE s.month = \(month) AND \(fragment: whose) ORDER BY s.employee, s.id
      """
    ) { row in
      ClosingStep(
        id: try row.value(1),
        employee: try row.value(0),
        month: month,
        kind: try row.value(2),
        at: try row.value(3),
        by: .system,
        standing: try row.value(4),
        words: nil,
        seen: ""
      )
    }
    return Dictionary(grouping: steps, by: \.employee).mapValues { ClosingState($0) }
  }
}

internal import CivilTime
internal import People
internal import Store

/// Who worked where and who led what, on any day: all that the sweep asks of people, read once.
struct Roster: Sendable {
  /// A primary post held within service.
  struct Posting: Sendable {
    let employee: RecordID<Employee>
    let employer: RecordID<Employer>
    let unit: RecordID<OrganizationUnit>
    let days: ClosedRange<CivilDate>
    let band: RankBand
    let isManagerial: Bool
    let isExecutive: Bool
    let isHead: Bool
  }

  /// Somebody who leads a unit.
  struct Lead: Sendable {
    let employee: RecordID<Employee>
    let days: ClosedRange<CivilDate>
    /// False for a deputy, whose own superior is still the head.
    let isHead: Bool
  }

  let employers: [RecordID<Employer>]
  let units: UnitTimeline
  /// By person and first day.
  let postings: [Posting]
  /// By unit.
  let members: [RecordID<OrganizationUnit>: [Posting]]
  let headedUnits: Set<RecordID<OrganizationUnit>>
  private let ofPerson: [RecordID<Employee>: ArraySlice<Posting>]
  private let leads: [RecordID<OrganizationUnit>: [Lead]]
  private let lastDays: [RecordID<Employee>: CivilDate]

  init(on connection: any SQLConnection) throws {
    employers = try EmployerRecords.all(on: connection).map(\.id)
    units = UnitTimeline(try UnitRecords.history(on: connection))
    let (postings, assigned) = try Self.assignments(on: connection)
    self.postings = postings
    members = Dictionary(grouping: postings, by: \.unit)
    ofPerson = Self.slices(postings)
    leads = try assigned.merging(Self.deputies(on: connection)) { $0 + $1 }
    headedUnits = Set(
      try connection.rows("SELECT DISTINCT unit FROM post WHERE head ORDER BY unit").map { try $0.value(0) }
    )
    var lastDays: [RecordID<Employee>: CivilDate] = [:]
    for row in try connection.rows("SELECT id, left_on FROM employee WHERE left_on IS NOT NULL ORDER BY id") {
      lastDays[try row.value(0)] = try row.value(1, as: CivilDate.self)
    }
    self.lastDays = lastDays
  }

  /// The last day in service; nil while somebody stays.
  func lastDay(of employee: RecordID<Employee>) -> CivilDate? { lastDays[employee] }

  func hasLeft(_ employee: RecordID<Employee>, by day: CivilDate) -> Bool {
    lastDays[employee].map { $0 < day } ?? false
  }

  /// The unit of the primary post on a day; that of the post before, else after, where there is none.
  func unit(of employee: RecordID<Employee>, on day: CivilDate) -> RecordID<OrganizationUnit>? {
    let own = ofPerson[employee] ?? []
    let held = own.last { $0.days.contains(day) } ?? own.last { $0.days.upperBound < day } ?? own.first
    return held?.unit
  }

  func leaders(of unit: RecordID<OrganizationUnit>, on day: CivilDate) -> [Lead] {
    (leads[unit] ?? []).filter { $0.days.contains(day) }
  }

  private static func slices(_ postings: [Posting]) -> [RecordID<Employee>: ArraySlice<Posting>] {
    var slices: [RecordID<Employee>: ArraySlice<Posting>] = [:]
    var start = 0
    for end in postings.indices {
      let employee = postings[end].employee
      guard end + 1 == postings.count || postings[end + 1].employee != employee else { continue }
      slices[employee] = postings[start...end]
      start = end + 1
    }
    return slices
  }

  /// Primary posts, and who leads by any post.
  private static func assignments(
    on connection: any SQLConnection
  ) throws -> ([Posting], [RecordID<OrganizationUnit>: [Lead]]) {
    var postings: [Posting] = []
    var leads: [RecordID<OrganizationUnit>: [Lead]] = [:]
    try connection.forEachRow(
      """
      SELECT a.employee, e.employer, p.unit, a.valid_from, a.valid_to, e.hired_on, e.left_on, p.rank_band,
      p.managerial, p.executive, p.head, a.kind
      FROM assignment a JOIN post p ON p.id = a.post JOIN employee e ON e.id = a.employee
      WHERE p.head OR a.kind = \(AssignmentKind.primary) ORDER BY a.employee, a.valid_from, a.id
      """
    ) { row in
      guard let days = try days(row, at: 3) else { return }
      let employee: RecordID<Employee> = try row.value(0)
      let unit: RecordID<OrganizationUnit> = try row.value(2)
      let isHead: Bool = try row.value(10)
      if isHead { leads[unit, default: []].append(Lead(employee: employee, days: days, isHead: true)) }
      guard try row.value(11, as: AssignmentKind.self) == .primary else { return }
      let posting = Posting(
        employee: employee,
        employer: try row.value(1),
        unit: unit,
        days: days,
        band: try row.value(7),
        isManagerial: try row.value(8),
        isExecutive: try row.value(9),
        isHead: isHead
      )
      postings.append(posting)
    }
    return (postings, leads)
  }

  private static func deputies(
    on connection: any SQLConnection
  ) throws -> [RecordID<OrganizationUnit>: [Lead]] {
    var leads: [RecordID<OrganizationUnit>: [Lead]] = [:]
    let rows = try connection.rows(
      """
      SELECT d.unit, d.employee, d.valid_from, d.valid_to, e.hired_on, e.left_on
      FROM deputy d JOIN employee e ON e.id = d.employee ORDER BY d.unit, d.id
      """
    )
    for row in rows {
      guard let days = try days(row, at: 2) else { continue }
      leads[try row.value(0), default: []].append(Lead(employee: try row.value(1), days: days, isHead: false))
    }
    return leads
  }

  /// Reads `valid_from, valid_to, hired_on, left_on`: the days of a period within service.
  private static func days(_ row: SQLRow, at position: Int) throws -> ClosedRange<CivilDate>? {
    let first = max(try row.value(position, as: CivilDate.self), try row.value(position + 2))
    let last = min(
      try row.optional(position + 1) ?? OpenEnd.day,
      try row.optional(position + 3) ?? OpenEnd.day
    )
    return first <= last ? first...last : nil
  }
}

internal import CivilTime
internal import People
internal import Store
internal import WorkingTime

/// Adds up what units claimed in a fiscal year, month by month, by where each person's main post lay.
struct BudgetQuery: Sendable {
  private struct Place {
    let unit: RecordID<OrganizationUnit>
    let days: ClosedRange<CivilDate>
    /// No allowance is due, so that no budget is needed.
    let isManagerial: Bool
  }

  let year: FiscalYear
  let today: CivilDate
  /// What each unit alone claimed in each month, of those to whom an allowance is due.
  private var claimed: [RecordID<OrganizationUnit>: [YearMonth: Minutes]] = [:]
  /// Who did, by unit and month.
  private(set) var people: [RecordID<OrganizationUnit>: [YearMonth: Set<RecordID<Employee>>]] = [:]

  init(
    of units: Set<RecordID<OrganizationUnit>>,
    in year: FiscalYear,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws {
    self.year = year
    self.today = today
    let places = try Self.places(in: units, year, on: connection)
    let last = min(year.lastMonth, today.yearMonth)
    guard year.firstMonth <= last else { return }
    let employees = places.keys.sorted()
    for start in stride(from: 0, to: employees.count, by: PayExport.batch) {
      let part = employees[start..<min(start + PayExport.batch, employees.count)]
      let totals = try MonthTotalRecords.totals(of: part, from: year.firstMonth, to: last, on: connection)
      for (employee, months) in totals {
        for total in months { add(total, of: employee, at: places[employee] ?? []) }
      }
    }
  }

  private mutating func add(_ total: MonthTotal, of employee: RecordID<Employee>, at places: [Place]) {
    // A month belongs to where its last day of service was spent.
    let days = total.month.days
    let within = places.filter { $0.days.overlaps(days) }
    guard let place = within.max(by: { $0.days.upperBound < $1.days.upperBound }), !place.isManagerial else {
      return
    }
    claimed[place.unit, default: [:]][total.month, default: .zero] += total.overtime
    people[place.unit, default: [:]][total.month, default: []].insert(employee)
  }

  /// A unit with all below it.
  func figures(of units: Set<RecordID<OrganizationUnit>>, budget: Minutes?) -> BudgetFigures {
    let months = units.flatMap { (claimed[$0] ?? [:]).map { $0 } }
    let over = months.filter { $0.key < today.yearMonth }
    return BudgetFigures(
      budget: budget,
      claimed: months.reduce(.zero) { $0 + $1.value },
      monthsOver: max(0, min(12, year.firstMonth.distance(to: today.yearMonth))),
      claimedOver: over.reduce(.zero) { $0 + $1.value }
    )
  }

  /// 支給済み: the whole hours of overtime allowance of the months that are over.
  func paidHours(of units: Set<RecordID<OrganizationUnit>>, on connection: any SQLConnection) throws -> Int {
    let months = year.months.filter { $0 < today.yearMonth }
    return try months.reduce(0) { sum, month in
      let people = units.reduce(into: Set<RecordID<Employee>>()) {
        $0.formUnion(self.people[$1]?[month] ?? [])
      }
      let pays = try PayQuery.pays(of: people.sorted(), in: month, on: connection)
      return sum + pays.values.reduce(0) { $0 + $1.paidOvertimeHours }
    }
  }

  private static func places(
    in units: Set<RecordID<OrganizationUnit>>,
    _ year: FiscalYear,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: [Place]] {
    var places: [RecordID<Employee>: [Place]] = [:]
    try connection.readRows(
      """
      SELECT a.employee, p.unit, a.valid_from, a.valid_to, p.managerial, p.executive
      FROM post p JOIN assignment a ON a.post = p.id
      WHERE p.unit IN (\(list: units.sorted())) AND a.kind = \(AssignmentKind.primary)
      AND a.valid_from <= \(year.lastDay) AND (a.valid_to IS NULL OR a.valid_to >= \(year.firstDay))
      """
    ) { row in
      let from: CivilDate = try row.value(2)
      let to: CivilDate = try row.optional(3) ?? CivilDate(dayNumber: 2_000_000)
      let place = Place(
        unit: try row.value(1),
        days: from...max(from, to),
        isManagerial: try row.value(4, as: Bool.self) || row.value(5, as: Bool.self)
      )
      places[try row.value(0), default: []].append(place)
    }
    return places
  }
}

internal import CivilTime
internal import People
internal import Store
internal import WorkingTime

/// Adds up what units claimed in a fiscal year: each day's claim where the person's main post lay on that day.
struct BudgetQuery: Sendable {
  private struct Place {
    let unit: RecordID<OrganizationUnit>
    let days: ClosedRange<CivilDate>
    /// No allowance is due, so that no budget is needed.
    let isManagerial: Bool
  }

  let year: FiscalYear
  let today: CivilDate
  /// The main posts of everybody who held one in the units, elsewhere too, in the order of their beginnings.
  private let places: [RecordID<Employee>: [Place]]
  /// What each unit alone claimed in each month, of those to whom an allowance is due.
  private var claimed: [RecordID<OrganizationUnit>: [YearMonth: Minutes]] = [:]
  /// Who has overtime that falls in a month; that of its first night may have been claimed in the month before.
  private var claimants: [YearMonth: Set<RecordID<Employee>>] = [:]

  init(
    of units: Set<RecordID<OrganizationUnit>>,
    in year: FiscalYear,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws {
    self.year = year
    self.today = today
    places = try Self.places(in: units, year, on: connection)
    let last = min(year.lastMonth, today.yearMonth)
    guard year.firstMonth <= last else { return }
    var moved: Set<RecordID<Employee>> = []
    try PayExport.inBatches(places.keys.sorted()) { part in
      let before = year.firstMonth.adding(months: -1)
      let totals = try MonthTotalRecords.totals(of: part, from: before, to: last, on: connection)
      for total in totals.values.joined() where total.overtime > .zero {
        claimants[total.month, default: []].insert(total.employee)
        claimants[total.month.adding(months: 1), default: []].insert(total.employee)
        guard total.month >= year.firstMonth else { continue }
        if let place = place(of: total.employee, throughout: total.month) {
          add(total.overtime, in: total.month, at: place)
        } else {
          moved.insert(total.employee)
        }
      }
    }
    try PayExport.inBatches(moved.sorted()) { part in
      let days = year.firstDay...last.lastDay
      let claims = try OvertimeRecords.declarations(of: part, in: days, on: connection)
      for (employee, claims) in claims { add(claims, of: employee) }
    }
  }

  /// The days of the months that were not spent whole in one post.
  private mutating func add(_ claims: [OvertimeDeclaration], of employee: RecordID<Employee>) {
    let newest = Dictionary(claims.map { ($0.date, $0.length) }, uniquingKeysWith: { $1 })
    for (date, length) in newest where place(of: employee, throughout: date.yearMonth) == nil {
      if let place = place(of: employee, on: date) { add(length, in: date.yearMonth, at: place) }
    }
  }

  private mutating func add(_ length: Minutes, in month: YearMonth, at place: Place) {
    guard !place.isManagerial else { return }
    claimed[place.unit, default: [:]][month, default: .zero] += length
  }

  private func place(of employee: RecordID<Employee>, on date: CivilDate) -> Place? {
    places[employee]?.last { $0.days.contains(date) }
  }

  /// The post in which a whole month was spent; nil where it was not one alone.
  private func place(of employee: RecordID<Employee>, throughout month: YearMonth) -> Place? {
    let held = (places[employee] ?? []).filter { $0.days.overlaps(month.days) }
    guard held.count == 1, let place = held.first else { return nil }
    return place.days.lowerBound <= month.firstDay && month.lastDay <= place.days.upperBound ? place : nil
  }

  /// A unit with all below it.
  func figures(of span: UnitSpan, budget: Minutes?) -> BudgetFigures {
    var months: [YearMonth: Minutes] = [:]
    for unit in span.all {
      for (month, length) in claimed[unit] ?? [:] where span.contains(unit, in: month) {
        months[month, default: .zero] += length
      }
    }
    let over = monthsOver
    return BudgetFigures(
      budget: budget,
      claimed: months.values.reduce(.zero, +),
      monthsOver: over.filter { months[$0] != nil || span.isStanding(in: $0) }.count,
      monthsToCome: span.isAbolished ? 0 : 12 - over.count,
      claimedOver: over.reduce(.zero) { $0 + (months[$1] ?? .zero) }
    )
  }

  /// The months of the year that are over.
  var monthsOver: [YearMonth] { year.months.filter { $0 < today.yearMonth } }

  /// Who may have overtime in a month that is paid for a unit and those below it.
  private func payees(of units: Set<RecordID<OrganizationUnit>>, in month: YearMonth) -> [RecordID<Employee>]
  {
    let days = month.firstDay.adding(days: -1)...month.lastDay
    return (claimants[month] ?? []).filter { employee in
      (places[employee] ?? []).contains { units.contains($0.unit) && $0.days.overlaps(days) }
    }
  }

  /// How many months of people must be computed to tell what was paid.
  func paidMonths(of span: UnitSpan) -> Int {
    let units = span.all
    return monthsOver.reduce(0) { $0 + payees(of: units, in: $1).count }
  }

  /// 支給済み: the whole hours of overtime allowance of a month that is over.
  func paidHours(of span: UnitSpan, in month: YearMonth, on connection: any SQLConnection) throws -> Int {
    var sum = 0
    try PayExport.inBatches(payees(of: span.all, in: month).sorted()) { part in
      for (employee, pay) in try PayQuery.pays(of: Array(part), in: month, on: connection) {
        sum += pay.paidOvertimeHours { date in
          place(of: employee, on: date).map { span.contains($0.unit, in: date.yearMonth) } ?? false
        }
      }
    }
    return sum
  }

  private static func places(
    in units: Set<RecordID<OrganizationUnit>>,
    _ year: FiscalYear,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: [Place]] {
    // The night of the day before reaches into the year.
    let first = year.firstDay.adding(days: -1)
    var places: [RecordID<Employee>: [Place]] = [:]
    try connection.readRows(
      """
      SELECT a.employee, p.unit, a.valid_from, a.valid_to,
      p.managerial OR p.executive OR p.rank_band = \(RankBand.designated)
      FROM assignment a JOIN post p ON p.id = a.post
      WHERE a.kind = \(AssignmentKind.primary) AND a.employee IN (
        SELECT i.employee FROM post q JOIN assignment i ON i.post = q.id
        WHERE q.unit IN (\(list: units.sorted())) AND i.kind = \(AssignmentKind.primary)
        AND i.valid_from <= \(year.lastDay) AND (i.valid_to IS NULL OR i.valid_to >= \(first)))
      AND a.valid_from <= \(year.lastDay) AND (a.valid_to IS NULL OR a.valid_to >= \(first))
      ORDER BY a.employee, a.valid_from, a.id
      """
    ) { row in
      let from: CivilDate = try row.value(2)
      let to: CivilDate = try row.optional(3) ?? CivilDate.farFuture
      let place = Place(unit: try row.value(1), days: from...max(from, to), isManagerial: try row.value(4))
      places[try row.value(0), default: []].append(place)
    }
    return places
  }
}

internal import CivilTime
internal import People
internal import Store
internal import WorkingTime
internal import WorkingTimeRules

/// 超過勤務の概観 – the months of everybody within reach, added up by bureau and layer.
struct OverviewTable: Sendable {
  let months: [YearMonth]
  /// Every bureau and layer with one cell a month, empty groups left out.
  let cells: [OverviewGroup: [OverviewCell]]

  /// The same added up by a split.
  func split(_ split: OverviewSplit) -> [OverviewGroup: [OverviewCell]] {
    var sums: [OverviewGroup: [OverviewCell]] = [:]
    for (group, row) in cells {
      let key = split.group(group)
      var sum = sums[key] ?? Array(repeating: OverviewCell(), count: months.count)
      for index in row.indices { sum[index] += row[index] }
      sums[key] = sum
    }
    return sums
  }
}

/// Reads the overview in one pass over the totals of all months.
struct OverviewQuery {
  let year: FiscalYear
  let today: CivilDate
  let employers: Set<RecordID<Employer>>
  let tree: UnitTree

  /// The three months before the fiscal year, and its own.
  var months: [YearMonth] { Array(year.firstMonth.adding(months: -3)...year.lastMonth) }

  private struct Seat {
    let employee: Int64
    let from: CivilDate
    let group: Int
  }

  private struct Groups {
    var groups: [OverviewGroup] = []
    var numbers: [OverviewGroup: Int] = [:]

    mutating func number(_ group: OverviewGroup) -> Int {
      if let known = numbers[group] { return known }
      numbers[group] = groups.count
      groups.append(group)
      return groups.count - 1
    }
  }

  func table(on connection: any SQLConnection) throws -> OverviewTable {
    var groups = Groups()
    let seats = try seats(&groups, on: connection)
    let shown = months
    var count = OverviewCount(
      first: shown[0],
      length: shown.count,
      groups: groups.groups.count,
      underWay: year.contains(today) ? today : nil
    )
    let external = try ExternalSpans(on: connection)
    var place = 0
    var current: Int64 = 0
    var own = 0..<0
    var history: [MonthlyOvertime] = []
    func finish() { count.add(history) { month in Self.group(seats[own], at: month) } }
    // The condition on the employee leads SQLite through the table in its own order, without a search for each row.
    try connection.forEachRow(
      """
      SELECT employee, month, overtime_minutes, is_special FROM month_total
      WHERE employee > 0 AND month BETWEEN \(year.advanced(by: -1).firstMonth) AND \(year.lastMonth)
      ORDER BY employee, month
      """
    ) { row in
      let employee: Int64 = try row.value(0)
      if employee != current {
        if !history.isEmpty { finish() }
        history.removeAll(keepingCapacity: true)
        current = employee
        while place < seats.count, seats[place].employee < employee { place += 1 }
        let start = place
        while place < seats.count, seats[place].employee == employee { place += 1 }
        own = start..<place
      }
      guard !own.isEmpty else { return }
      let month: YearMonth = try row.value(1)
      history.append(
        MonthlyOvertime(
          month: month,
          overtime: try row.value(2),
          post: external.isExternal(RecordID(employee), month) ? .external : .ordinary,
          isSpecialWork: try row.value(3)
        )
      )
    }
    if !history.isEmpty { finish() }
    return OverviewTable(months: shown, cells: count.table(groups.groups))
  }

  /// The group of the seat at the end of a month, or of the first one after it.
  private static func group(_ seats: ArraySlice<Seat>, at month: YearMonth) -> Int? {
    guard seats.count > 1 else { return seats.first?.group }
    let last = month.lastDay
    return (seats.last { $0.from <= last } ?? seats.first)?.group
  }

  private func seats(_ groups: inout Groups, on connection: any SQLConnection) throws -> [Seat] {
    var tops: [RecordID<OrganizationUnit>: RecordID<OrganizationUnit>] = [:]
    for unit in tree.ordered {
      tops[unit.id] = unit.parent.flatMap { tops[$0] } ?? unit.id
    }
    var seats: [Seat] = []
    try connection.forEachRow(
      """
      SELECT a.employee, a.valid_from, p.unit, p.rank_band, e.employer
      FROM assignment a JOIN post p ON p.id = a.post JOIN employee e ON e.id = a.employee
      WHERE a.kind = \(AssignmentKind.primary) AND e.employer IN (\(list: employers.sorted()))
      ORDER BY a.employee, a.valid_from
      """
    ) { row in
      let unit: RecordID<OrganizationUnit> = try row.value(2)
      let group = OverviewGroup(
        employer: try row.value(4),
        bureau: tops[unit],
        layer: RankLayer(try row.value(3))
      )
      seats.append(Seat(employee: try row.value(0), from: try row.value(1), group: groups.number(group)))
    }
    return seats
  }
}

/// Counts people's months group by group.
struct OverviewCount {
  private let first: YearMonth
  private let length: Int
  /// The month under way and where it is heading, if it is among those counted.
  private let underWay: (month: YearMonth, forecast: OvertimeForecast)?
  private let limits = OvertimeLimits()
  private var cells: [OverviewCell]

  private static let over45 = OvertimeCaps.ordinaryMonth.newest.amount
  private static let over80 = InterviewFigures.onRequest.newest.amount
  private static let over100 = InterviewFigures.month.newest.amount

  init(first: YearMonth, length: Int, groups: Int, underWay today: CivilDate?) {
    self.first = first
    self.length = length
    underWay = today.map { ($0.yearMonth, OvertimeForecast(month: $0.yearMonth, asOf: $0)) }
    cells = Array(repeating: OverviewCell(), count: groups * length)
  }

  /// Adds a person's months; `group` tells where the person was counted at the end of a month.
  mutating func add(_ months: [MonthlyOvertime], group: (YearMonth) -> Int?) {
    for month in months {
      let index = first.distance(to: month.month)
      guard (0..<length).contains(index), let group = group(month.month) else { continue }
      let place = group * length + index
      cells[place].people += 1
      cells[place].minutes += month.overtime.count
      if month.overtime > Self.over45 { cells[place].over45 += 1 }
      if month.overtime > Self.over80 { cells[place].over80 += 1 }
      if month.overtime >= Self.over100 { cells[place].over100 += 1 }
    }
    var last: YearMonth?
    for finding in limits.findings(of: OvertimeHistory(months)) where finding.month != last {
      last = finding.month
      let index = first.distance(to: finding.month)
      guard (0..<length).contains(index), let group = group(finding.month) else { continue }
      cells[group * length + index].beyond += 1
    }
    addHeading(months, isBeyond: last == months.last?.month, group)
  }

  /// Whoever is within all limits of the month under way, but not of the month as it is heading.
  private mutating func addHeading(
    _ months: [MonthlyOvertime],
    isBeyond: Bool,
    _ group: (YearMonth) -> Int?
  ) {
    guard let underWay, !isBeyond, let present = months.last, present.month == underWay.month else { return }
    let overtime = underWay.forecast.projected(present.overtime)
    guard overtime > present.overtime else { return }
    let ahead = MonthlyOvertime(
      month: present.month,
      overtime: overtime,
      post: present.post,
      isSpecialWork: present.isSpecialWork
    )
    let later = limits.findings(of: OvertimeHistory(months.dropLast() + [ahead]))
    let index = first.distance(to: present.month)
    guard later.last?.month == present.month, (0..<length).contains(index), let group = group(present.month)
    else { return }
    cells[group * length + index].heading += 1
  }

  func table(_ groups: [OverviewGroup]) -> [OverviewGroup: [OverviewCell]] {
    var table: [OverviewGroup: [OverviewCell]] = [:]
    for (number, group) in groups.enumerated() {
      let row = Array(cells[(number * length)..<((number + 1) * length)])
      if row.contains(where: { $0.people > 0 }) { table[group] = row }
    }
    return table
  }
}

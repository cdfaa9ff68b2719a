internal import CivilTime
internal import People
internal import Store

/// 年度の組織 – how the units lay below one another in each month of a fiscal year, as far as it has come.
///
/// A month is judged by its last day. A unit that was abolished by then stays where it last lay, so that what it claimed
/// is lost to nobody.
struct YearUnits: Sendable {
  /// Reads the units of a day.
  typealias Reading = (CivilDate, any SQLConnection) throws -> UnitTree

  /// All units of the year in 建制順: those that still stand as they lie at its end or today, the others as they last lay.
  let chart: UnitTree
  /// The same by the organisation of today, which decides who sees what.
  let rights: UnitTree
  /// The units at the end of the year, or today.
  private let newest: UnitTree
  /// Months between which nothing changed: the units at their end, and the chart by which they are judged.
  private let stretches: [(months: ClosedRange<YearMonth>, standing: UnitTree, chart: UnitTree)]

  init(
    _ year: FiscalYear,
    today: CivilDate,
    on connection: any SQLConnection,
    reading: Reading
  ) throws {
    let now = try reading(today, connection)
    // The night of the day before is paid in the year.
    let first = year.firstDay.adding(days: -1)
    let last = min(today, year.lastDay)
    guard first <= last else {
      (chart, rights, newest, stretches) = (now, now, now, [])
      return
    }
    let trees = try Self.lastDays(from: first, to: last, on: connection).map { try reading($0, connection) }
    newest = trees.last ?? now
    chart = Self.chart(newest, besides: trees.reversed())
    rights = today == last ? chart : Self.chart(now, besides: [chart])
    stretches = Self.stretches(of: trees, through: last, from: first.yearMonth)
  }

  /// A unit with all below it, as they lay in each month.
  func span(of top: RecordID<OrganizationUnit>) -> UnitSpan {
    UnitSpan(
      parts: stretches.map { stretch in
        UnitSpan.Part(
          months: stretch.months,
          units: stretch.chart.descendants(of: top),
          isStanding: stretch.standing.unit(top) != nil
        )
      },
      isAbolished: isAbolished(top)
    )
  }

  /// Whether a unit of the year no longer stands at its end, or today.
  func isAbolished(_ unit: RecordID<OrganizationUnit>) -> Bool {
    newest.unit(unit) == nil && chart.unit(unit) != nil
  }

  /// The names from the top to a unit, and whether it is gone; nil where it never stood, neither then nor now.
  func path(of unit: RecordID<OrganizationUnit>) -> String? {
    (chart.path(of: unit) ?? rights.path(of: unit)).map { isAbolished(unit) ? "\($0)（廃止）" : $0 }
  }

  /// Units as they are, and beside them those that only other trees have.
  private static func chart(_ tree: UnitTree, besides others: [UnitTree]) -> UnitTree {
    var units = tree.ordered
    var known = Set(units.map(\.id))
    for other in others {
      for unit in other.ordered where known.insert(unit.id).inserted { units.append(unit) }
    }
    return units.count == tree.ordered.count ? tree : UnitTree(units: units, date: tree.date)
  }

  private static func stretches(
    of trees: [UnitTree],
    through last: CivilDate,
    from first: YearMonth
  ) -> [(months: ClosedRange<YearMonth>, standing: UnitTree, chart: UnitTree)] {
    var stretches: [(months: ClosedRange<YearMonth>, standing: UnitTree, chart: UnitTree)] = []
    for (index, tree) in trees.enumerated() {
      // The months whose last days lie after the tree before, and not after this one.
      let from = stretches.last.map { $0.months.upperBound.adding(months: 1) } ?? first
      let month = tree.date.yearMonth
      let to = tree.date == last || tree.date == month.lastDay ? month : month.adding(months: -1)
      guard from <= to else { continue }
      let chart = chart(tree, besides: trees[..<index].reversed() + Array(trees[(index + 1)...]))
      stretches.append((from...to, tree, chart))
    }
    return stretches
  }

  /// The days after which something changed, and the last; between them the units stay as they are.
  private static func lastDays(
    from first: CivilDate,
    to last: CivilDate,
    on connection: any SQLConnection
  ) throws -> [CivilDate] {
    var days: Set<CivilDate> = [last]
    try connection.readRows(
      """
      SELECT DISTINCT valid_from, 1 FROM unit_period WHERE valid_from > \(first) AND valid_from <= \(last)
      UNION ALL SELECT DISTINCT valid_to, 0 FROM unit_period WHERE valid_to >= \(first) AND valid_to < \(last)
      """
    ) { row in
      let day: CivilDate = try row.value(0)
      let isBeginning: Int = try row.value(1)
      days.insert(day.adding(days: -isBeginning))
    }
    return days.sorted()
  }
}

/// 組織の範囲 – a unit with all below it, as they lay in each month of a fiscal year.
struct UnitSpan: Sendable {
  struct Part: Sendable {
    let months: ClosedRange<YearMonth>
    let units: Set<RecordID<OrganizationUnit>>
    /// Whether the topmost unit itself stood at the end of the months.
    let isStanding: Bool
  }

  let parts: [Part]
  /// Whether the topmost unit is gone, so that nothing is to come of it.
  let isAbolished: Bool

  /// Every unit that belongs to it in any month.
  var all: Set<RecordID<OrganizationUnit>> { parts.reduce(into: []) { $0.formUnion($1.units) } }

  /// Whether what a unit did in a month belongs to it.
  func contains(_ unit: RecordID<OrganizationUnit>, in month: YearMonth) -> Bool {
    part(month)?.units.contains(unit) ?? false
  }

  /// Whether the topmost unit itself stood in a month.
  func isStanding(in month: YearMonth) -> Bool { part(month)?.isStanding ?? false }

  private func part(_ month: YearMonth) -> Part? { parts.first { $0.months.contains(month) } }
}

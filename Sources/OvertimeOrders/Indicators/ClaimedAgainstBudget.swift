internal import CivilTime
internal import Indicators
internal import People
internal import Store
internal import WorkingTime

extension OvertimeOrdersIndicators {
  /// Claimed overtime beside the budget of the year (取組 III-2-4-b).
  static let claimedAgainstBudget = Indicator(
    .init(
      id: "overtime-orders.claimed-against-budget",
      title: "超過勤務の申告が予算に占める割合",
      numerator: "その組織（下の組織を含む）で年度の初めから申告された、手当の対象になる超過勤務の時間",
      denominator: "予算の時間が記録された組織の、1年分の予算の時間",
      form: .share,
      source: "超過勤務手当の予算と、申告された超過勤務",
      methodVersion: 1,
      guardKind: .people,
      caution: "予算の記録がない組織は数えません。上と下の組織の両方に予算があるときは、上の組織の予算で数えます。"
    ),
    listing: RowListing(
      for: .workingTime,
      of: .everybody,
      unit: "組織",
      headings: ["予算", "申告"]
    ) { year, today, connection in
      try BudgetedUnits(year, today, on: connection).all.map(\.row)
    }
  ) { year, today, connection in
    try BudgetedUnits(year, today, on: connection).all.map { budgeted in
      IndicatorValue(
        employer: budgeted.unit.employer,
        unit: budgeted.unit.id,
        ratio: budgeted.ratio,
        people: budgeted.people
      )
    }
  }
}

/// 予算のある組織 – the topmost units with a budget for a year, and what was claimed in and below each.
private struct BudgetedUnits {
  struct Budgeted {
    let unit: OrganizationUnit
    let budget: Minutes
    let claimed: Minutes
    /// How many people to whom an allowance is due had their main posts there.
    let people: Int

    var ratio: Ratio { Ratio(claimed.count, of: budget.count) }

    var row: CountedRow {
      CountedRow(
        employer: unit.employer,
        unit: unit.id,
        subject: .unit(unit.id),
        ratio: ratio,
        facts: [.words(budget.japanese), .words(claimed.japanese)]
      )
    }
  }

  let all: [Budgeted]

  init(_ year: FiscalYear, _ today: CivilDate, on connection: any SQLConnection) throws {
    guard let days = year.days(through: today) else {
      all = []
      return
    }
    let tree = try UnitRecords.tree(asOf: days.upperBound, on: connection)
    let units = Set(tree.ordered.map(\.id))
    let budgets = try BudgetRecords.budgets(of: units, in: year, on: connection).compactMapValues(\.last)
    let tops = tree.ordered.filter { budgets[$0.id] != nil && !Self.hasBudgetAbove($0, budgets, tree) }
    guard !tops.isEmpty else {
      all = []
      return
    }
    let below = Dictionary(uniqueKeysWithValues: tops.map { ($0.id, tree.descendants(of: [$0.id])) })
    let asked = below.values.reduce(into: Set<RecordID<OrganizationUnit>>()) { $0.formUnion($1) }
    let query = try BudgetQuery(of: asked, in: year, today: days.upperBound, on: connection)
    let staff = try Self.staff(of: asked, in: days, on: connection)
    all = tops.compactMap { unit in
      guard let budget = budgets[unit.id], let units = below[unit.id] else { return nil }
      return Budgeted(
        unit: unit,
        budget: budget.amount,
        claimed: query.figures(of: units, budget: budget.amount).claimed,
        people: units.reduce(into: Set<RecordID<Employee>>()) { $0.formUnion(staff[$1] ?? []) }.count
      )
    }
  }

  private static func hasBudgetAbove(
    _ unit: OrganizationUnit,
    _ budgets: [RecordID<OrganizationUnit>: OvertimeBudget],
    _ tree: UnitTree
  ) -> Bool {
    var above = unit.parent
    while let next = above {
      if budgets[next] != nil { return true }
      above = tree.unit(next)?.parent
    }
    return false
  }

  /// Whose main posts lay in each unit on any of the days; managers, to whom no allowance is due, left out.
  private static func staff(
    of units: Set<RecordID<OrganizationUnit>>,
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [RecordID<OrganizationUnit>: Set<RecordID<Employee>>] {
    var staff: [RecordID<OrganizationUnit>: Set<RecordID<Employee>>] = [:]
    try connection.readRows(
      """
      SELECT p.unit, a.employee FROM post p JOIN assignment a ON a.post = p.id
      WHERE p.unit IN (\(list: units.sorted())) AND a.kind = \(AssignmentKind.primary)
      AND NOT (p.managerial OR p.executive OR p.rank_band = \(RankBand.designated))
      AND a.valid_from <= \(days.upperBound) AND (a.valid_to IS NULL OR a.valid_to >= \(days.lowerBound))
      """
    ) { row in staff[try row.value(0), default: []].insert(try row.value(1)) }
    return staff
  }
}

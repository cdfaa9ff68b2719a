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
      methodVersion: 2,
      guardKind: .people,
      caution: "予算の記録がない組織は数えません。上と下の組織の両方に予算があるときは、上の組織の予算で数えます。年度の途中で組織が変わったときは、それぞれの月に下にあった組織の申告を数えます。",
      methodChanges: [
        MethodChange(version: 2, from: FiscalYear(startYear: 2025), what: "廃止された組織の申告も、その月に上にあった組織で数えます。")
      ]
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
    let units = try YearUnits(
      year,
      today: days.upperBound,
      on: connection,
      reading: UnitRecords.tree(asOf:on:)
    )
    let chart = units.chart
    let known = Set(chart.ordered.map(\.id))
    let budgets = try BudgetRecords.budgets(of: known, in: year, on: connection).compactMapValues(\.last)
    let tops = chart.ordered.compactMap { unit in
      budgets[unit.id].flatMap { budget in
        chart.ancestors(of: unit.id).contains { budgets[$0.id] != nil }
          ? nil : (unit: unit, budget: budget.amount, span: units.span(of: unit.id))
      }
    }
    guard !tops.isEmpty else {
      all = []
      return
    }
    let asked = tops.reduce(into: Set<RecordID<OrganizationUnit>>()) { $0.formUnion($1.span.all) }
    let query = try BudgetQuery(of: asked, in: year, today: days.upperBound, on: connection)
    let staff = try BudgetStaff(of: asked, in: days, on: connection)
    all = tops.map { top in
      Budgeted(
        unit: top.unit,
        budget: top.budget,
        claimed: query.figures(of: top.span, budget: top.budget).claimed,
        people: staff.count(in: top.span)
      )
    }
  }
}

/// 手当の対象になる職員 – whose main posts lay where in a year; managers, to whom no allowance is due, left out.
private struct BudgetStaff {
  private struct Stay {
    let employee: RecordID<Employee>
    let unit: RecordID<OrganizationUnit>
    let months: ClosedRange<YearMonth>
  }

  private let stays: [Stay]

  init(
    of units: Set<RecordID<OrganizationUnit>>,
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws {
    stays = try connection.rows(
      """
      SELECT a.employee, p.unit, a.valid_from, a.valid_to FROM post p JOIN assignment a ON a.post = p.id
      WHERE p.unit IN (\(list: units.sorted())) AND a.kind = \(AssignmentKind.primary)
      AND NOT (p.managerial OR p.executive OR p.rank_band = \(RankBand.designated))
      AND a.valid_from <= \(days.upperBound) AND (a.valid_to IS NULL OR a.valid_to >= \(days.lowerBound))
      """
    ).map { row in
      let from = max(try row.value(2), days.lowerBound)
      let to = min(try row.optional(3) ?? days.upperBound, days.upperBound)
      return Stay(
        employee: try row.value(0),
        unit: try row.value(1),
        months: from.yearMonth...max(from, to).yearMonth
      )
    }
  }

  /// How many had their posts there in a month in which the unit belonged to the span.
  func count(in span: UnitSpan) -> Int {
    let there = stays.filter { stay in
      span.parts.contains { $0.months.overlaps(stay.months) && $0.units.contains(stay.unit) }
    }
    return Set(there.map(\.employee)).count
  }
}

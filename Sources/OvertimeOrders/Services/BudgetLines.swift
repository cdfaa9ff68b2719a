internal import Access
internal import CivilTime
internal import People
internal import Store

/// 予算の一覧 – the units that the list of budgets shows to somebody, with what they claimed.
struct BudgetLines: Sendable {
  let all: [BudgetsPage.Line]

  init(
    for actor: Actor,
    in year: FiscalYear,
    today: CivilDate,
    on connection: any SQLConnection,
    reading: YearUnits.Reading
  ) throws {
    let units = try YearUnits(year, today: today, on: connection, reading: reading)
    let reach = BudgetReach.units(of: actor, in: units.rights)
    let budgets = try BudgetRecords.budgets(of: reach, in: year, on: connection)
    let seen = units.chart.ordered.map(\.id).filter(reach.contains)
    var spans: [RecordID<OrganizationUnit>: UnitSpan] = [:]
    for unit in seen where budgets[unit] != nil || actor.headedUnits.contains(unit) {
      spans[unit] = units.span(of: unit)
    }
    guard !spans.isEmpty else {
      all = []
      return
    }
    var counted = Self.members(spans.values)
    let gone = seen.filter { units.isAbolished($0) && !counted.contains($0) }.map { ($0, units.span(of: $0)) }
    let asked = counted.union(Self.members(gone.map(\.1)))
    let query = try BudgetQuery(of: asked, in: year, today: today, on: connection)
    // What a unit without a budget claimed until it was abolished, where no unit of the list counts it.
    for (unit, span) in gone where !counted.contains(unit) {
      guard query.figures(of: span, budget: nil).claimed > .zero else { continue }
      spans[unit] = span
      counted.formUnion(span.all)
    }
    all = seen.compactMap { unit in
      spans[unit].map { span in
        BudgetsPage.Line(
          unit: unit,
          path: units.path(of: unit) ?? "",
          figures: query.figures(of: span, budget: budgets[unit]?.last?.amount)
        )
      }
    }
  }

  private static func members(_ spans: some Sequence<UnitSpan>) -> Set<RecordID<OrganizationUnit>> {
    spans.reduce(into: []) { $0.formUnion($1.all) }
  }
}

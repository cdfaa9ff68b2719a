internal import Access
internal import CivilTime
internal import Evidence
internal import People
internal import Store

/// 組織の取組: what one unit owes, measure by measure, and what the units below it owe.
struct UnitSheet: Sendable {
  let overview: PlanOverview
  let unit: OrganizationUnit
  /// The names from the top unit to this one.
  let path: String
  /// What the head of the unit itself owes, in the plan's order.
  let own: [UnitMeasure]
  /// The units directly below, each with all below it, in 建制順.
  let below: [UnitTotal]
  /// What the unit and those below it reported in the year, the newest first.
  let reports: [UnitReport]
}

/// What a unit owes of one measure.
struct UnitMeasure: Sendable {
  let measure: Measure
  let content: MeasureContent
  let coverage: Coverage
  let nextDueOn: CivilDate?
}

/// What a unit with all below it owes.
struct UnitTotal: Sendable {
  let unit: OrganizationUnit
  let coverage: Coverage
}

/// A report that a unit made for itself.
struct UnitReport: Sendable {
  let measure: MeasureID
  let title: String
  let heldOn: CivilDate
  let unitName: String
  let evidence: RecordID<EvidenceEntry>
}

/// Whose plan somebody may look at.
enum UnitReach {
  /// Units headed with all below them, an employer's units for its personnel authority, all for the secretariat.
  static func units(of actor: Actor, in tree: UnitTree) -> Set<RecordID<OrganizationUnit>> {
    if actor.has(.secretariat) { return Set(tree.ordered.map(\.id)) }
    let headed = actor.headedUnits.reduce(into: Set<RecordID<OrganizationUnit>>()) { units, unit in
      units.formUnion(tree.descendants(of: unit))
    }
    let own = tree.ordered.filter { actor.personnelEmployers.contains($0.employer) }.map(\.id)
    return headed.union(own)
  }

  /// The highest of these units: those whose parent is not among them, in 建制順.
  static func tops(_ units: Set<RecordID<OrganizationUnit>>, in tree: UnitTree) -> [OrganizationUnit] {
    tree.ordered.filter { unit in
      units.contains(unit.id) && !(unit.parent.map(units.contains) ?? false)
    }
  }
}

extension PlanOverviewReading {
  /// How many reports the page of a unit lists.
  static let mostUnitReports = 30

  /// The totals of several units, each with all below it.
  func totals(
    of units: [OrganizationUnit],
    in overview: PlanOverview,
    tree: UnitTree,
    on connection: any SQLConnection
  ) throws -> [UnitTotal] {
    let members = units.map { unit in (unit, tree.descendants(of: unit.id)) }
    let all = members.reduce(into: Set<RecordID<OrganizationUnit>>()) { all, member in all.formUnion(member.1)
    }
    let lines = try lines(of: all, overview, on: connection)
    return members.map { unit, below in
      UnitTotal(unit: unit, coverage: Self.sum(lines.filter { below.contains($0.unit) }, overview))
    }
  }

  /// The sheet of a unit.
  func sheet(
    of unit: OrganizationUnit,
    in overview: PlanOverview,
    tree: UnitTree,
    on connection: any SQLConnection
  ) throws -> UnitSheet {
    let plan = overview.plan
    let lines = try lines(of: [unit.id], overview, on: connection)
    let own = plan.originals.compactMap { measure -> UnitMeasure? in
      guard let content = measure.ownContent, let line = lines.first(where: { $0.measure == measure.id.text })
      else { return nil }
      return UnitMeasure(
        measure: measure,
        content: content,
        coverage: line.coverage,
        nextDueOn: line.nextDueOn
      )
    }
    return UnitSheet(
      overview: overview,
      unit: unit,
      path: tree.path(of: unit.id) ?? unit.name,
      own: own,
      below: try totals(of: tree.children(of: unit.id), in: overview, tree: tree, on: connection),
      reports: try reports(of: tree.descendants(of: unit.id), own, overview, tree, on: connection)
    )
  }

  private func lines(
    of units: Set<RecordID<OrganizationUnit>>,
    _ overview: PlanOverview,
    on connection: any SQLConnection
  ) throws -> [UnitDutyRecords.Line] {
    try UnitDutyRecords.lines(
      of: units.sorted(),
      in: overview.year,
      plan: overview.plan.code,
      today: overview.today,
      on: connection
    )
  }

  private static func sum(_ lines: [UnitDutyRecords.Line], _ overview: PlanOverview) -> Coverage {
    Coverage(
      owed: lines.reduce(0) { $0 + $1.coverage.owed },
      fulfilled: lines.reduce(0) { $0 + $1.coverage.fulfilled },
      excused: lines.reduce(0) { $0 + $1.coverage.excused },
      overdue: lines.reduce(0) { $0 + $1.coverage.overdue },
      people: lines.reduce(0) { $0 + $1.coverage.people },
      asOf: min(overview.today, overview.year.lastDay)
    )
  }

  private func reports(
    of units: Set<RecordID<OrganizationUnit>>,
    _ own: [UnitMeasure],
    _ overview: PlanOverview,
    _ tree: UnitTree,
    on connection: any SQLConnection
  ) throws -> [UnitReport] {
    let rows = try connection.rows(
      """
      SELECT e.id, e.measure, e.held_on, e.unit FROM evidence e
      WHERE e.unit IN (\(list: units.sorted())) AND e.fiscal_year = \(overview.year.startYear)
      AND e.plan_code = \(overview.plan.code) AND e.about_employee IS NULL
      AND NOT EXISTS (SELECT 1 FROM evidence c WHERE c.corrects = e.id)
      AND NOT EXISTS (SELECT 1 FROM evidence_withdrawal w WHERE w.evidence = e.id)
      ORDER BY e.id DESC LIMIT \(Self.mostUnitReports)
      """
    )
    return try rows.compactMap { row -> UnitReport? in
      guard let measure = MeasureID(try row.value(1)) else { return nil }
      let unit: RecordID<OrganizationUnit> = try row.value(3)
      return UnitReport(
        measure: measure,
        title: overview.plan.content(of: measure)?.title ?? "",
        heldOn: try row.value(2),
        unitName: tree.unit(unit)?.name ?? "廃止された組織",
        evidence: try row.value(0)
      )
    }
  }
}

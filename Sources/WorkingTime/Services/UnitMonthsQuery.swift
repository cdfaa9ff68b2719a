package import CivilTime
package import People
package import Store
internal import WorkingTimeRules

/// A unit's people over the months of a fiscal year.
package struct UnitMonths: Sendable {
  /// One person's line.
  package struct Line: Sendable {
    let member: Member
    /// The totals of the months shown, in order; months without records are not among them.
    let totals: [MonthTotal]
    let findings: [OvertimeFinding]
    /// The overtime of the months shown.
    let sum: Minutes
    /// Where the month under way is heading; nil for other months, and where nothing is recorded.
    let ahead: Ahead?

    /// The total of a month; nil where nothing is recorded.
    func total(in month: YearMonth) -> MonthTotal? { totals.first { $0.month == month } }
  }

  /// Where a person's month is heading.
  package struct Ahead: Sendable {
    /// The most urgent limit.
    let outlook: OvertimeForecast.Outlook
    /// How much more the month bears by all limits together.
    let remaining: Minutes?
  }

  /// How the lines are ordered.
  package enum Order: String, Sendable, Hashable, CaseIterable {
    /// By the order of the organisation (建制順).
    case organization
    /// By overtime, most first.
    case overtime
  }

  package let unit: OrganizationUnit
  package let path: String
  package let months: [YearMonth]
  package let lines: [Line]
  package let below: [OrganizationUnit]
  package let isExternal: Bool
}

/// Reads a unit within the viewer's reach; nil for a unit that the viewer may not see person by person.
package enum UnitMonthsQuery {
  package static func months(
    of unit: RecordID<OrganizationUnit>,
    through month: YearMonth,
    order: UnitMonths.Order,
    visible: Set<RecordID<OrganizationUnit>>,
    scope: PersonScope,
    tree: UnitTree,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> UnitMonths? {
    guard visible.contains(unit), let found = tree.unit(unit) else { return nil }
    // Somebody of another employer may hold a concurrent post in the unit: an officer of this one does not see them.
    let members = try MemberRecords.members(
      of: [unit],
      in: scope.among(holdersOfPostsIn: unit),
      asOf: min(today, month.lastDay),
      on: connection
    )
    let first = month.fiscalYear.firstMonth
    let shown = (0..<12).map { first.adding(months: $0) }.filter { $0 <= month }
    let totals = try MonthTotalRecords.totals(
      of: Set(members.map(\.employee)),
      from: PersonLimitsQuery.firstMonth(for: first),
      to: month,
      on: connection
    )
    let forecast = month == today.yearMonth ? OvertimeForecast(month: month, asOf: today) : nil
    let lines = unique(members).map { member in
      line(member, totals[member.employee] ?? [], shown: shown, forecast)
    }
    return UnitMonths(
      unit: found,
      path: tree.path(of: unit) ?? found.name,
      months: shown,
      lines: sorted(lines, by: order),
      below: tree.children(of: unit),
      isExternal: try DesignationRecords.isExternal(
        unit,
        on: min(today, month.lastDay),
        connection: connection
      )
    )
  }

  private static func line(
    _ member: Member,
    _ totals: [MonthTotal],
    shown: [YearMonth],
    _ forecast: OvertimeForecast?
  ) -> UnitMonths.Line {
    let inYear = totals.filter { total in shown.first.map { $0 <= total.month } ?? false }
    let limits = OvertimeLimits()
    let history = OvertimeHistory(totals.map(\.monthlyOvertime))
    let findings = limits.findings(of: history)
    return UnitMonths.Line(
      member: member,
      totals: inYear,
      findings: findings.filter { finding in shown.contains(finding.month) },
      sum: inYear.reduce(.zero) { $0 + $1.overtime },
      ahead: forecast.flatMap { forecast in
        shown.last.flatMap { ahead(history, in: $0, forecast, limits) }
      }
    )
  }

  private static func ahead(
    _ history: OvertimeHistory,
    in month: YearMonth,
    _ forecast: OvertimeForecast,
    _ limits: OvertimeLimits
  ) -> UnitMonths.Ahead? {
    forecast.outlooks(of: history, in: month, by: limits).first.map { outlook in
      UnitMonths.Ahead(outlook: outlook, remaining: limits.remaining(of: history, in: month))
    }
  }

  private static func unique(_ members: [Member]) -> [Member] {
    var seen: Set<RecordID<Employee>> = []
    return members.filter { seen.insert($0.employee).inserted }
  }

  private static func sorted(_ lines: [UnitMonths.Line], by order: UnitMonths.Order) -> [UnitMonths.Line] {
    switch order {
    case .organization: lines
    case .overtime:
      lines.enumerated().sorted { ($1.element.sum, $0.offset) < ($0.element.sum, $1.offset) }.map(\.element)
    }
  }
}

package import CivilTime
package import People
package import Store
package import WorkingTimeRules

/// What the limits of overtime say of a person's month.
package struct PersonLimits: Sendable {
  package let month: YearMonth
  package let history: OvertimeHistory
  /// Every test of the month, exceeded or not.
  package let assessments: [OvertimeFinding]
  /// How much more the month bears by all tests together; nil where it carries no overtime yet.
  package let remaining: Minutes?

  package init(_ totals: [MonthTotal], month: YearMonth, isExternal: Bool) {
    self.month = month
    history = OvertimeHistory(totals.completed(through: month, isExternal: isExternal).map(\.monthlyOvertime))
    assessments = OvertimeLimits().assessments(of: history, in: month)
    remaining = OvertimeLimits().remaining(of: history, in: month)
  }

  /// Where the month is heading, most urgent limit first; empty unless it is the month under way.
  package func outlooks(asOf today: CivilDate) -> [OvertimeForecast.Outlook] {
    guard month == today.yearMonth else { return [] }
    return OvertimeForecast(month: month, asOf: today).outlooks(of: history, in: month)
  }

  package var exceeded: [OvertimeFinding] { assessments.filter(\.verdict.isExceeded) }
}

extension MonthTotal {
  /// The total as the rules read it.
  package var monthlyOvertime: MonthlyOvertime {
    MonthlyOvertime(
      month: month,
      overtime: overtime,
      post: isExternal ? .external : .ordinary,
      isSpecialWork: isSpecial
    )
  }
}

extension [MonthTotal] {
  /// The same totals with the month itself at nought, if nothing stands for it yet.
  package func completed(through month: YearMonth, isExternal: Bool) -> [MonthTotal] {
    guard let last, last.month < month else { return self }
    let empty = MonthTotal(
      employee: last.employee,
      month: month,
      overtime: .zero,
      isExternal: isExternal,
      isSpecial: false,
      recordedDutyDays: 0,
      rests: RestCount()
    )
    return self + [empty]
  }
}

package enum PersonLimitsQuery {
  /// The first month that can bear on a month: the fiscal year's first, or five months before.
  package static func firstMonth(for month: YearMonth) -> YearMonth {
    min(month.fiscalYear.firstMonth, month.adding(months: 1 - OvertimeCaps.windows.upperBound))
  }

  package static func limits(
    of employee: RecordID<Employee>,
    in month: YearMonth,
    on connection: any SQLConnection
  ) throws -> PersonLimits {
    let external = try ExternalSpans(of: [employee], on: connection)
    let totals = try MonthTotalRecords.totals(
      of: [employee],
      from: firstMonth(for: month),
      to: month,
      external,
      on: connection
    )
    return PersonLimits(
      totals[employee] ?? [],
      month: month,
      isExternal: external.isExternal(employee, month)
    )
  }
}

/// Walks through everybody's months and finds what is beyond a limit.
package enum LimitWalk {
  /// Calls back for each person with the findings of a fiscal year up to a month.
  package static func forEachPerson(
    in year: FiscalYear,
    through last: YearMonth,
    on connection: any SQLConnection,
    _ body: (RecordID<Employee>, [OvertimeFinding]) throws -> Void
  ) throws {
    let limits = OvertimeLimits()
    let first = PersonLimitsQuery.firstMonth(for: year.firstMonth)
    var months: [MonthlyOvertime] = []
    var current: RecordID<Employee>?
    func finish() throws {
      guard let employee = current else { return }
      let findings = limits.findings(of: OvertimeHistory(months)).filter { year.firstMonth <= $0.month }
      try body(employee, findings)
    }
    try MonthTotalRecords.forEach(from: first, to: last, on: connection) { total in
      if total.employee != current {
        try finish()
        current = total.employee
        months.removeAll(keepingCapacity: true)
      }
      months.append(total.monthlyOvertime)
    }
    try finish()
  }
}

internal import Access
internal import CivilTime
internal import Journal
internal import People
internal import Store

/// Setting budgets of units.
extension OrdersDesk {
  /// Sets a budget beside those set before.
  ///
  /// - Throws: ``OrderRefusal``; ``OnceAct/Refusal``.
  func set(
    _ amount: Minutes,
    _ note: String,
    of unit: RecordID<OrganizationUnit>,
    in year: FiscalYear,
    key: String?
  ) async throws {
    let parts = ["\(unit)", "\(year.startYear)", "\(amount.count)", note]
    _ = try await once(OvertimeOrdersKinds.budgetSet, parts, key) { connection in
      let organisation = try YearUnits(year, today: today, on: connection, reading: units.tree)
      let reach = BudgetReach.units(of: actor, in: organisation.rights)
      guard reach.contains(unit) else { throw OrderRefusal.notFound }
      let id: RecordID<OvertimeBudget> = ids.next()
      let budget = OvertimeBudget(unit: unit, year: year, amount: amount, note: note, at: now, by: "")
      try BudgetRecords.insert(budget, id: id, by: by, on: connection)
      try JournalRecords.append(
        JournalEntry(
          id: ids.next(),
          at: now,
          actor: .account(actor.account.number),
          kind: OvertimeOrdersKinds.budgetSet,
          employee: employee,
          unit: unit,
          payload: JournalPayload([
            ("budget", "\(id)"), ("year", "\(year.startYear)"), ("minutes", "\(amount.count)"),
          ])
        ),
        on: connection
      )
      return "\(id)"
    }
  }
}

/// Whose budgets somebody sees and sets; the rows behind the figure of the plan are kept to the same.
enum BudgetReach {
  /// The units headed with all below them, and those of the employers whose personnel authority one is.
  static func units(of actor: Actor, in tree: UnitTree) -> Set<RecordID<OrganizationUnit>> {
    tree.descendants(of: actor.headedUnits).union(
      tree.ordered.lazy.filter { actor.personnelEmployers.contains($0.employer) }.map(\.id)
    )
  }
}

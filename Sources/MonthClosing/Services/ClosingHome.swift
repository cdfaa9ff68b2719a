internal import Access
internal import CivilTime
internal import People
internal import Store

extension ClosingDesk {
  /// How many months one's own list goes back.
  private static let monthsShown = 3

  /// The visitor's own months that can be confirmed, the newest first.
  func ownMonths(on connection: any SQLConnection) throws -> [ClosingHomePage.OwnMonth] {
    guard let employee = actor.employee else { return [] }
    let newest = today.yearMonth
    return try (0...Self.monthsShown).compactMap { back in
      let month = newest.adding(months: -back)
      let one = try reading(month, on: connection).cases(of: [employee], on: connection).first
      guard let one, one.person.service.overlaps(month.days) else { return nil }
      guard one.rules.refusal(of: .object, on: today) == nil else { return nil }
      return ClosingHomePage.OwnMonth(one: one, waits: one.state.answer == .none)
    }
  }

  /// The units that the visitor leads or keeps, with how far they are.
  func unitLines(_ month: YearMonth, on connection: any SQLConnection) throws -> [ClosingHomePage.UnitLine] {
    let units = actor.headedUnits.union(actor.keptUnits)
    guard !units.isEmpty else { return [] }
    let tallies = try StageTallyRecords.of(units, in: month, today: today, on: connection)
    return try reading(month, on: connection).tree.ordered.filter { units.contains($0.id) }.compactMap {
      unit in
      tallies[unit.id].map { ClosingHomePage.UnitLine(unit: unit, tally: $0) }
    }
  }
}

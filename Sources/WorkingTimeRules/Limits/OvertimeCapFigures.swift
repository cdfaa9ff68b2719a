import CivilTime

/// The limits as plain numbers, taken once from the dated tables so that the loop over months reads no table.
///
/// Each table has one version yet. When a second comes, this becomes one value a version.
struct OvertimeCapFigures: Sendable {
  let start = OvertimeCaps.ordinaryMonth.newest.from.yearMonth
  let ordinaryMonth = OvertimeCaps.ordinaryMonth.newest.amount.count
  let ordinaryYear = OvertimeCaps.ordinaryYear.newest.amount.count
  let externalMonth = OvertimeCaps.externalMonth.newest.amount.count
  let externalYear = OvertimeCaps.externalYear.newest.amount.count
  let average = OvertimeCaps.average.newest.amount.count
  let monthsOver45 = OvertimeCaps.monthsOver45.newest.amount
  let afterMove = OvertimeCaps.afterMove.newest.amount.count
  private let verificationMonths = OvertimeCaps.verification.newest.amount

  /// The day by which excesses of a fiscal year are verified, 30 September after its end.
  func verificationDay(after year: FiscalYear) -> CivilDate {
    year.lastMonth.adding(months: verificationMonths).lastDay
  }
}

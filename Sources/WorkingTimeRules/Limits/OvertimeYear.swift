import CivilTime

/// What the limits need to know of the fiscal year so far, built month by month.
struct OvertimeYear {
  private var fiscalYear: FiscalYear?
  private(set) var total = 0
  private(set) var monthsOver45 = 0
  private(set) var hasSpecialWork = false
  private(set) var lastExternalMonth: YearMonth?
  private(set) var totalAfterMove = 0
  private(set) var hasSpecialWorkAfterMove = false

  /// Adds the next month, beginning anew where it belongs to another fiscal year.
  mutating func add(_ record: MonthlyOvertime, isOver45: Bool) {
    let recordYear = record.month.fiscalYear
    if recordYear != fiscalYear {
      self = OvertimeYear()
      fiscalYear = recordYear
    }
    total += record.overtime.count
    if isOver45 { monthsOver45 += 1 }
    hasSpecialWork = hasSpecialWork || record.isSpecialWork
    if record.post == .external {
      lastExternalMonth = record.month
      totalAfterMove = 0
      hasSpecialWorkAfterMove = false
    } else {
      totalAfterMove += record.overtime.count
      hasSpecialWorkAfterMove = hasSpecialWorkAfterMove || record.isSpecialWork
    }
  }
}

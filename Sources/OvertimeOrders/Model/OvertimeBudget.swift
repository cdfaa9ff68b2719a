internal import CivilTime
internal import People
internal import Store

/// 超過勤務手当の予算 – the hours for which a unit has money in a fiscal year; it never cuts or blocks anything.
struct OvertimeBudget: Sendable, Hashable {
  let unit: RecordID<OrganizationUnit>
  let year: FiscalYear
  let amount: Minutes
  let note: String
  let at: Instant
  let by: String
}

/// 予算と実績 – a unit's budget beside what was claimed by those to whom an allowance is due.
struct BudgetFigures: Sendable, Hashable {
  /// Nil where none is set.
  let budget: Minutes?
  /// The overtime claimed in the fiscal year so far.
  let claimed: Minutes
  /// How many months of the year are over.
  let monthsOver: Int
  /// What was claimed in those months.
  let claimedOver: Minutes

  /// 不足: what was claimed beyond the budget.
  var shortfall: Minutes { budget.map { max(.zero, claimed - $0) } ?? .zero }

  /// What the year will come to if it goes on like the months that are over; nil before the first is over.
  var yearEnd: Minutes? {
    monthsOver == 0 ? nil : max(claimed, Minutes((claimedOver.count * 12 + monthsOver - 1) / monthsOver))
  }

  /// 不足の見込み: how much is missing at the end of the year.
  var expectedShortfall: Minutes {
    guard let budget, let yearEnd else { return shortfall }
    return max(.zero, yearEnd - budget)
  }
}

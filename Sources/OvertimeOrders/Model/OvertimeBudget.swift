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
  /// How many months of the year are over in which the unit stood or something was claimed.
  let monthsOver: Int
  /// How many are not over yet; none for a unit that is gone.
  let monthsToCome: Int
  /// What was claimed in those months.
  let claimedOver: Minutes

  /// 不足: what was claimed beyond the budget.
  var shortfall: Minutes { budget.map { max(.zero, claimed - $0) } ?? .zero }

  /// What the year will come to if it goes on like the months that are over; nil before the first is over.
  var yearEnd: Minutes? {
    guard monthsOver > 0 else { return nil }
    let toCome = (claimedOver.count * monthsToCome + monthsOver - 1) / monthsOver
    return max(claimed, claimedOver + Minutes(toCome))
  }

  /// 不足の見込み: how much is missing at the end of the year.
  var expectedShortfall: Minutes {
    guard let budget, let yearEnd else { return shortfall }
    return max(.zero, yearEnd - budget)
  }
}

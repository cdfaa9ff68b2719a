package import CivilTime

/// 在宅勤務等手当の日数 – whether days ordered at home are many enough for the allowance (給与法第12条の3).
///
/// Ordered for all regular hours on more than ten days a month on average, over three months or more. It says what
/// the orders come to; the allowance itself is decided elsewhere.
package enum TeleworkAllowance: Sendable {
  /// 1箇月当たりの平均日数: to be exceeded.
  package static let days = table("在宅勤務等手当の平均日数", 10)

  /// 期間: the least number of months.
  package static let months = table("在宅勤務等手当の期間（月数）", 3)

  private static func table(_ name: String, _ amount: Int) -> LegalFigureTable<Int> {
    LegalFigureTable(
      name,
      newest: LegalFigure(amount, from: FiscalYear(startYear: 2024).firstDay, citation: "人事院規則9―151第4条")
    )
  }

  /// The months that lie in a run of three or more whose average exceeds ten days.
  ///
  /// `counts` are the days ordered in consecutive months; the answer has their places.
  package static func qualifyingMonths(_ counts: [Int]) -> Set<Int> {
    let (least, days) = (months.newest.amount, days.newest.amount)
    var found: Set<Int> = []
    for first in counts.indices {
      var sum = 0
      for last in first..<counts.count {
        sum += counts[last]
        let length = last - first + 1
        if length >= least, sum > days * length { found.formUnion(first...last) }
      }
    }
    return found
  }
}

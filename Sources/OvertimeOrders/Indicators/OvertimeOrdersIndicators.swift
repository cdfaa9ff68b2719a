internal import CivilTime
public import Indicators
internal import People
internal import Store
internal import WorkingTime

/// What orders and budgets count for the plan.
public enum OvertimeOrdersIndicators: Sendable {
  /// All indicators of this capability.
  public static let all = [declaredBeforehand, claimedAgainstBudget]

  /// Days of claimed overtime that had been declared beforehand and were ordered (取組 III-2-2-a).
  static let declaredBeforehand = Indicator(
    .init(
      id: "overtime-orders.declared-beforehand",
      title: "事前に申告し、命令のあった超過勤務",
      numerator: "そのうち、事前の申告に命令があった件数",
      denominator: "職員が超過勤務を申告した日の件数（1人1日を1件とし、管理職の官職にある日を除く）",
      form: .share,
      source: "超過勤務の事前申告、命令、実績の申告",
      methodVersion: 1,
      caution: "事前とは、実績の最後の時間帯が始まる前です。時間帯のない申告では、その日のうちを事前とします。ファイルから取り込んだ実績は、命令の記録がここにないため数えません。"
    ),
    listing: RowListing(
      for: .workingTime,
      of: .listed,
      headings: ["事前の申告と命令のなかった件数"]
    ) { year, today, connection in
      guard let days = year.days(through: today) else { return [] }
      let register = try ServiceRegister(from: days.lowerBound, to: days.upperBound, on: connection)
      var counts: [RecordID<Employee>: Ratio] = [:]
      for part in register.batches() {
        let found = try ClaimedDays(of: Array(part), in: days, on: connection).counts
        counts.merge(found) { $0 + $1 }
      }
      return register.rows { employee, _ in
        guard let ratio = counts[employee] else { return [] }
        return [(ratio, [.number(ratio.denominator - ratio.numerator)])]
      }
    }
  )
}

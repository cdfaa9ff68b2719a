internal import CivilTime
public import Indicators
internal import People
internal import Store

/// What schedules count for the plan: days at home (取組 III-1-2-a).
///
/// An order is what is on record; whether the day was then worked at home is not.
public enum SchedulesIndicators: Sendable {
  /// All indicators of this capability.
  public static let all = [teleworkUsers, teleworkDays, teleworkWishesMet]

  private static let caution = "命令の記録で数えます。一日の一部だけの日も1日と数え、取り消した日は数えません。"

  /// People who were ordered to work at home on at least one day.
  static let teleworkUsers = Indicator(
    .init(
      id: "schedules.telework-users",
      title: "テレワークをした職員",
      numerator: "うち、テレワークを命じられた日が1日以上ある職員",
      denominator: "年度内に在職した職員",
      form: .share,
      source: "テレワークの命令",
      methodVersion: 1,
      guardKind: .people,
      caution: caution
    ),
    listing: listing { days in Ratio(days > 0 ? 1 : 0, of: 1) }
  )

  /// How many days each person was ordered to work at home.
  static let teleworkDays = Indicator(
    .init(
      id: "schedules.telework-days",
      title: "テレワークの日数（1人当たり）",
      numerator: "年度内にテレワークを命じられた日の延べ日数",
      denominator: "年度内に在職した職員",
      form: .average(.days),
      source: "テレワークの命令",
      methodVersion: 1,
      caution: caution
    ),
    listing: listing { days in Ratio(days, of: 1) }
  )

  /// Wishes for a day at home that were met.
  static let teleworkWishesMet = Indicator(
    .init(
      id: "schedules.telework-wishes-met",
      title: "テレワークの希望がかなった割合",
      numerator: "そのうち、命じられた日数",
      denominator: "本人がテレワークを希望した日のうち、時点までに来た日の延べ日数（決定の前に本人が取り下げた日を除く）",
      form: .share,
      source: "テレワークの希望と命令",
      methodVersion: 1,
      guardKind: .people,
      caution: "返事のないまま過ぎた日は、かなわなかった日に数えます。"
    ),
    listing: RowListing(
      for: .workingTime,
      of: .listed,
      headings: ["かなわなかった日数"]
    ) { year, today, connection in
      guard let days = year.days(through: today) else { return [] }
      let wishes = try TeleworkCounts.wishes(in: days, on: connection)
      return try ServiceRegister(from: days.lowerBound, to: days.upperBound, on: connection)
        .rows { employee, _ in
          guard let ratio = wishes[employee] else { return [] }
          return [(ratio, [.number(ratio.denominator - ratio.numerator)])]
        }
    }
  )

  /// Everybody in service with the days ordered.
  private static func listing(_ counted: @escaping @Sendable (_ days: Int) -> Ratio) -> RowListing {
    RowListing(
      for: .workingTime,
      of: .counted,
      headings: ["テレワークを命じられた日数"]
    ) { year, today, connection in
      guard let days = year.days(through: today) else { return [] }
      let ordered = try TeleworkCounts.ordered(in: days, on: connection)
      return try ServiceRegister(from: days.lowerBound, to: days.upperBound, on: connection)
        .rows { employee, _ in
          let count = ordered[employee] ?? 0
          return [(counted(count), [.number(count)])]
        }
    }
  }
}

internal import CivilTime
internal import People
internal import Store
public import WorkingTime

/// 確認事項 – what is still open of a month's orders and claims when it is to be approved.
public enum OrderConcerns: Sendable {
  static let change = MonthConcern.Kind("overtime-orders.change-open", "修正の申出")
  static let undecided = MonthConcern.Kind("overtime-orders.undecided", "命令の未決定")
  static let unconfirmed = MonthConcern.Kind("overtime-orders.unconfirmed", "事後の確認")

  /// Where a closing asks.
  public static let source = MonthConcernSource { employees, month, _, connection in
    try DayOrdersQuery.days(of: employees, in: month.days, on: connection).reduce(into: [:]) {
      found,
      person in
      found[person.key] = person.value.values.sorted { $0.date < $1.date }.flatMap { day in
        concerns(of: day, path: OrderPaths.day(day.date, of: person.key))
      }
    }
  }

  private static func concerns(of day: DayOrders, path: String) -> [MonthConcern] {
    var found: [MonthConcern] = []
    if !day.openChanges.isEmpty {
      let words = "本人以外からの修正の申出に、本人がまだ答えていません。"
      found.append(MonthConcern(change, day: day.date, words: words, path: path))
    }
    if day.claim == nil, day.requests.contains(where: { $0.decision == nil }) {
      found.append(MonthConcern(undecided, day: day.date, words: "事前の申告に命令の決定がありません。", path: path))
    }
    switch day.claimState {
    case .waiting:
      found.append(MonthConcern(unconfirmed, day: day.date, words: "上司の事後の確認を待っています。", path: path))
    case .asked:
      found.append(MonthConcern(unconfirmed, day: day.date, words: "上司の照会に本人がまだ答えていません。", path: path))
    case .imported, .covered, .confirmed, nil: break
    }
    return found
  }
}

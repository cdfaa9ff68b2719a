/// 上限の種類 – one of the tests of the overtime limits, in the order in which they are told.
public enum OvertimeTest: Hashable, Sendable {
  /// 1箇月の上限: the month alone.
  case month
  /// 1年の上限: the fiscal year so far.
  case year
  /// 異動後の上限: after a move from an external to an ordinary post, the rest of the fiscal year.
  case afterMove
  /// 複数月平均の上限: the sum over 2 to 6 months that end with the month.
  case average(months: Int)
  /// 45時間を超える月数の上限: how many months of the fiscal year so far have more than 45 hours.
  case monthsOver45

  /// The word by which tables name the test; the window of an average stands apart.
  public var name: String {
    switch self {
    case .month: "month"
    case .year: "year"
    case .afterMove: "after-move"
    case .average: "average"
    case .monthsOver45: "months-over-45"
    }
  }

  /// The number of months in the window of an average.
  public var window: Int? {
    if case .average(let months) = self { months } else { nil }
  }

  /// The test in Japanese.
  public var japanese: String {
    switch self {
    case .month: "1か月の上限"
    case .year: "1年の上限"
    case .afterMove: "異動後の期間の上限"
    case .average(let months): "\(months)か月平均の上限"
    case .monthsOver45: "45時間を超える月数の上限"
    }
  }
}

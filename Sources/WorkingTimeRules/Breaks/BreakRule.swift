public import CivilTime

/// 休憩時間の基準 – how long a break must be, and how long duty may go on without one (人事院規則15―14第7条).
public enum BreakRule: Hashable, Sendable {
  /// 標準の1日 7時間45分: an hour, which the head may shorten to 45 minutes.
  case standardDay
  /// Any other allotment, such as flextime or short hours: 30 minutes.
  case otherAllotment

  /// The least break of a day that needs one.
  public var least: Minutes {
    switch self {
    case .standardDay: BreakRule.standard.newest.amount
    case .otherAllotment: BreakRule.other.newest.amount
    }
  }

  /// 標準の1日の休憩時間, at least, where the head has shortened it: 45 minutes.
  public static let standard = table("標準の1日の休憩時間の下限", Minutes(45))

  /// そのほかの割振りの休憩時間, at least: 30 minutes.
  public static let other = table("そのほかの割振りの休憩時間の下限", Minutes(30))

  /// 休憩を置かずに続けられる勤務時間: 6 hours 30 minutes.
  public static let longest = table("休憩を置かずに続けられる勤務時間", Minutes(hours: 6, minutes: 30))

  /// The longest duty without a break.
  public static var longestStretch: Minutes { longest.newest.amount }

  /// The article.
  public static var citation: String { longest.newest.citation }

  private static func table(_ name: String, _ amount: Minutes) -> LegalFigureTable<Minutes> {
    // As long as the present length of the day; nobody asks for what was in force before.
    let from = FiscalYear(startYear: 2009).firstDay
    return LegalFigureTable(name, newest: LegalFigure(amount, from: from, citation: "人事院規則15―14第7条"))
  }

  /// Why the breaks of a day do not suffice, or nil where they do.
  public func fault(of hours: DayHours) -> BreakFault? {
    if hours.longestStretch > BreakRule.longestStretch { return .stretchTooLong(hours.longestStretch) }
    let needsBreak = self == .standardDay || !hours.breaks.isEmpty
    if needsBreak, hours.breakTime < least { return .breakTooShort(hours.breakTime, least: least) }
    return nil
  }
}

/// 休憩時間の不足 – why the breaks of a day do not suffice.
public enum BreakFault: Hashable, Sendable {
  /// Duty goes on for longer than 6 hours 30 minutes without a break.
  case stretchTooLong(Minutes)
  /// The break is shorter than the least.
  case breakTooShort(Minutes, least: Minutes)
}

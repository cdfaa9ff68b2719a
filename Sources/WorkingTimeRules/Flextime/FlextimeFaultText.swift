import CivilTime

extension FlextimeFault {
  /// What is wrong and what would be right, in Japanese.
  public var explanation: String {
    switch self {
    case .noRules(let date): "\(date.japanese)には、フレックスタイム制の定めがありません。"
    case .coreLength(let length, let allowed):
      "コアタイムが\(length.japanese)です。\(FlextimeFault.words(allowed))で定めます。"
    case .coreWindow(let core, let allowed):
      "コアタイムが\(FlextimeFault.words(core))です。\(FlextimeFault.words(allowed))の間で定めます。"
    case .fixedMinimum(let least, let allowed):
      "1日の最短勤務時間が\(least.japanese)です。\(FlextimeFault.words(allowed))で定めます。"
    case .weeks(let weeks, let allowed): "単位期間が\(weeks)週です。\(FlextimeFault.words(allowed))とします。"
    case .total(let total, let required): FlextimeFault.totalWords(total, required)
    case .dayMissing(let date): "\(date.japanese)の申告がありません。勤務時間か、割り振らない日とするかを書いてください。"
    case .dayOutOfPlace(let date): "\(date.japanese)は申告できません。単位期間の月曜日から金曜日までを1日に1つ書いてください。"
    default: (date?.japanese ?? "") + dayWords
    }
  }

  private var dayWords: String {
    switch self {
    case .offDays(_, let allowed) where allowed == 0: "は、勤務時間を割り振らない日にできません。"
    case .offDays(_, let allowed): "は、その週の\(allowed + 1)日目の割り振らない日です。1週間に\(allowed)日までです。"
    case .exemptDays(_, let allowed) where allowed == 0: "は、特例対象日にできません。"
    case .exemptDays(_, let allowed): "は、その週の\(allowed + 1)日目の特例対象日です。1週間に\(allowed)日までです。"
    case .exemptBesideOffDay: "は、割り振らない日のある週なので、特例対象日にできません。"
    case .holidayHours(_, let hours):
      "は休日なので、勤務時間を\(FlextimeRules.holidayHours.japanese)とします（申告は\(hours.japanese)）。"
    case .outsideBand(_, let span, let allowed):
      "は\(FlextimeFault.words(span))です。\(FlextimeFault.words(allowed))の間とします。"
    case .belowMinimum(_, let hours, let least): "の勤務時間は\(hours.japanese)です。\(least.japanese)以上とします。"
    case .withoutCore(_, let core): "はコアタイム（\(FlextimeFault.words(core))）に勤務していません。"
    case .breaks(_, .stretchTooLong(let stretch)):
      "は休憩なしの勤務が\(stretch.japanese)続きます。\(BreakRule.longestStretch.japanese)までに休憩を置きます。"
    case .breaks(_, .breakTooShort(let length, let least)):
      "の休憩時間は\(length.japanese)です。\(least.japanese)以上とします。"
    default: ""
    }
  }

  private static func totalWords(_ total: Minutes, _ required: Minutes) -> String {
    let relation =
      total < required
      ? "\((required - total).japanese)足りません" : "\((total - required).japanese)多くなっています"
    return "勤務時間の合計が\(total.japanese)です。単位期間の\(required.japanese)に\(relation)。"
  }

  private static func words(_ allowed: ClosedRange<Minutes>) -> String {
    allowed.lowerBound == allowed.upperBound
      ? allowed.lowerBound.japanese
      : "\(allowed.lowerBound.japanese)以上\(allowed.upperBound.japanese)以下"
  }

  private static func words(_ allowed: ClosedRange<Int>) -> String {
    allowed.lowerBound == allowed.upperBound
      ? "\(allowed.lowerBound)週" : "\(allowed.lowerBound)週から\(allowed.upperBound)週まで"
  }

  private static func words(_ allowed: ClosedRange<ClockTime>) -> String {
    "\(allowed.lowerBound)から\(allowed.upperBound)まで"
  }

  private static func words(_ span: Range<ClockTime>) -> String {
    "\(span.lowerBound)から\(span.upperBound)まで"
  }
}

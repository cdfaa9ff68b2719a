internal import CivilTime
internal import People
internal import Store
internal import WorkingTimeRules

/// 面接指導の経過 – what was done about one person's month; never what a doctor said.
package struct InterviewRecord: Sendable, Hashable {
  /// What was done.
  package enum Step: String, SQLStorable, Hashable, CaseIterable {
    /// 案内: the person was offered a day.
    case offered
    /// 申出: the person asked for an interview.
    case requested
    /// 実施: a doctor saw the person.
    case held
    /// 免除: no interview is needed, for a reason of the rule.
    case exempt
    /// 事後措置: measures were taken after it; which ones stands elsewhere.
    case measured

    var japanese: String {
      switch self {
      case .offered: "案内した"
      case .requested: "本人が申し出た"
      case .held: "実施した"
      case .exempt: "免除した"
      case .measured: "事後の措置をとった"
      }
    }

    /// What the personnel authority records; a request is the person's own.
    static let ofAuthority: [Step] = [.offered, .held, .exempt, .measured]
  }

  /// Why no interview is needed (職職―97第1項(3)).
  enum Exemption: String, SQLStorable, Hashable, CaseIterable {
    /// An interview within a month before the day of counting.
    case recent
    /// A recent examination, after which a doctor sees no need.
    case examined

    var japanese: String {
      switch self {
      case .recent: "算定の日の前1か月以内に面接指導を受けた"
      case .examined: "健康診断などの結果、医師が面接指導の必要がないと認めた"
      }
    }
  }

  let id: RecordID<InterviewRecord>
  let employee: RecordID<Employee>
  let month: YearMonth
  let step: Step
  let doneOn: CivilDate
  let exemption: Exemption?
  let recordedAt: Instant
  let isCancelled: Bool
}

/// 面接指導の対象 – one person's month with the verdict of law and what was done about it.
struct InterviewCase: Sendable {
  /// How far it is.
  enum State: Sendable, Hashable {
    /// The person may ask, and has not.
    case mayRequest
    /// An interview is due by a day.
    case due(by: CivilDate)
    /// It was held on a day.
    case held(on: CivilDate)
    /// None is needed.
    case exempt(InterviewRecord.Exemption)
    /// No threshold is reached any more, though something was done.
    case none
  }

  let verdict: InterviewVerdict
  /// All records of the month in order, also those taken back.
  let records: [InterviewRecord]
  /// The last day within the month before the count on which the person saw a doctor, for whatever month.
  let recentInterview: CivilDate?

  /// 算定の日: the last day of the month.
  static func countDay(of month: YearMonth) -> CivilDate { month.lastDay }

  /// Until when an interview is held: a month after the count.
  ///
  /// The rule says without delay; the month is our own mark.
  static func dueDay(of month: YearMonth) -> CivilDate { month.adding(months: 1).lastDay }

  /// The days within a month before the count, in which an interview exempts (職職―97第1項(3)).
  static func recentDays(of month: YearMonth) -> ClosedRange<CivilDate> {
    month.adding(months: -1).lastDay.adding(days: 1)...countDay(of: month)
  }

  var standing: [InterviewRecord] { records.filter { !$0.isCancelled } }

  var state: State {
    if let held = standing.last(where: { $0.step == .held }) { return .held(on: held.doneOn) }
    if let exemption = standing.last(where: { $0.step == .exempt })?.exemption { return .exempt(exemption) }
    if verdict.duty != .none { return .due(by: Self.dueDay(of: verdict.month)) }
    return verdict.mayRequest ? .mayRequest : .none
  }

  /// Whether an interview is owed and the deadline has passed.
  func isLate(on today: CivilDate) -> Bool {
    if case .due(let day) = state { day < today } else { false }
  }
}

internal import CivilTime
internal import Schedules
internal import Store
internal import WorkingTimeRules

/// PCの記録の有無 – what the log systems know of one person and day; no log is not the same as an empty one.
enum LogState: Sendable, Hashable {
  /// 対象外: no log system covers the person on the day.
  case notCovered
  /// 記録なし: a log system covers the person, and saw nobody.
  case empty
  /// 時計の疑い: there are records, but from a clock that is not believed.
  case doubtful(ClockDoubts)
  /// 記録あり: the first and the last sign of life of the work date.
  case seen(first: ClockTime, last: ClockTime)

  /// The words on the screen.
  var japanese: String {
    switch self {
    case .notCovered: "対象外（この日の記録は届いていません）"
    case .empty: "記録なし（PCの使用がありません）"
    case .doubtful(let doubts): "使いません（\(doubts.japanese)）"
    case .seen(let first, let last): first == last ? "\(first)" : "\(first)〜\(last)"
    }
  }

  /// One word for a file that programs read.
  var code: String {
    switch self {
    case .notCovered: "対象外"
    case .empty: "記録なし"
    case .doubtful: "時計の疑い"
    case .seen: "記録あり"
    }
  }
}

/// 在庁の1日 – how long somebody was present on a work date, beside what was claimed.
///
/// 在庁時間 holds meals and breaks; it is never overtime and is added to nothing.
struct DayPresence: Sendable, Hashable {
  let date: CivilDate
  let allotment: DayAllotment
  /// Presence by all sources together, in order; empty where no source says anything.
  let stretches: [Range<ClockTime>]
  let log: LogState
  /// The first and the last clock record.
  let clock: ClosedRange<ClockTime>?
  /// The overtime claimed; nil where nothing was.
  let claimed: Minutes?
  /// When claimed work ended, where the claim says so.
  let claimedEnd: ClockTime?
  /// Whether the post of the day is a managerial one: no overtime is claimed there (給与法 第19条の8第2項), so that no
  /// gap asks for a reason.
  let isManagerial: Bool
  /// How large a gap may be without a reason.
  let threshold: Minutes
  /// The newest reason.
  let reason: GapReason?
  /// The newest question of a superior.
  let question: GapQuestion?

  /// The lengths of the day alone.
  var measure: DayMeasure {
    DayMeasure(
      date: date,
      allotment: allotment,
      stretches: stretches,
      claimed: claimed,
      claimedEnd: claimedEnd,
      isManagerial: isManagerial
    )
  }

  /// Presence outside regular hours; nil where nobody was seen.
  var outside: Minutes? { measure.outside }

  /// Presence outside regular hours beyond the claim; negative where more was claimed than seen.
  var gap: Minutes? { outside.map { $0 - (claimed ?? .zero) } }

  /// What is to be done about the day.
  var status: GapStatus {
    if let question, question.id.number > reason?.id.number ?? 0 { return .asked(question) }
    guard !isManagerial, let gap, gap >= threshold else { return .none }
    guard let reason else { return .open }
    if reason.code == .work { return .claimAwaited(reason) }
    return gap < reason.gap + threshold ? .explained(reason) : .open
  }

  var first: ClockTime? { stretches.first?.lowerBound }
  var last: ClockTime? { measure.last }
}

/// 差の扱い – what is to be done about the gap of a day.
enum GapStatus: Sendable, Hashable {
  /// No gap that asks for a reason.
  case none
  /// 理由なし.
  case open
  /// A superior asked, and no reason has followed; also about a day without a gap.
  case asked(GapQuestion)
  /// It was work, and the claim is still missing.
  case claimAwaited(GapReason)
  /// 理由あり.
  case explained(GapReason)

  /// Whether the person has something to do.
  var isOpen: Bool {
    switch self {
    case .open, .asked, .claimAwaited: true
    case .none, .explained: false
    }
  }

  /// The word on the screen.
  var japanese: String {
    switch self {
    case .none: "理由は不要"
    case .open: "理由なし"
    case .asked: "確認の依頼あり"
    case .claimAwaited: "申告待ち"
    case .explained(let reason): reason.code.japanese
    }
  }
}

internal import CivilTime
internal import People
internal import Schedules
internal import Store
internal import WorkingTimeRules

/// 傾向の種類 – the kinds of patterns, the most urgent first.
enum PatternKind: String, Sendable, Hashable, CaseIterable {
  /// A sudden fall of claims with unchanged logs.
  case fall
  /// Claims that end at one and the same time.
  case cliff
  /// The same total every month.
  case sameTotal = "same-total"
  /// The same share of presence every month.
  case sameShare = "same-share"

  var japanese: String {
    switch self {
    case .fall: "申告の急な減少"
    case .cliff: "同じ時刻で終わる申告"
    case .sameTotal: "毎月同じ時間の申告"
    case .sameShare: "毎月同じ割合の申告"
    }
  }
}

extension ClaimPattern {
  var kind: PatternKind {
    switch self {
    case .fall: .fall
    case .cliff: .cliff
    case .sameTotal: .sameTotal
    case .sameShare: .sameShare
    }
  }

  /// What is asked, never told.
  var question: String { explanation + "どのような事情がありましたか。" }
}

/// 一人の傾向 – what was noticed in one person's claims, and the months behind it.
struct PersonPatterns: Sendable {
  let person: PresencePerson
  /// The most urgent first.
  let patterns: [ClaimPattern]
  let months: [ClaimedMonth]

  /// The kinds of what was noticed, each once.
  var kinds: [PatternKind] { PatternKind.allCases.filter { kind in patterns.contains { $0.kind == kind } } }

  /// On what part of a month's duty days somebody has to have been seen for its presence to be measured at all, in
  /// percent; a convention of this system, which leaves room for a week of leave.
  static let leastSeenPercent = 70

  /// - Parameter days: the person's days of whole months, in order; those in a managerial post are left out.
  init(_ person: PresencePerson, _ days: [DayMeasure]) {
    self.person = person
    let claimable = days.filter { !$0.isManagerial }
    let tallies = claimable.reduce(into: [MonthTally]()) { tallies, day in
      if tallies.last.map({ !$0.days.contains(day.date) }) ?? true {
        tallies.append(MonthTally(day.date.yearMonth))
      }
      tallies[tallies.count - 1].add(day)
    }
    months = tallies.filter(\.isSeen).map(\.claimed)
    let cliff = PatternSearch.cliff(in: claimable.compactMap(PersonPatterns.ends))
    let measured = tallies.filter(\.isMeasured).map(\.claimed)
    let found = PatternSearch.patterns(in: measured) + (cliff.map { [$0] } ?? [])
    let order = PatternKind.allCases
    patterns = order.flatMap { kind in found.filter { $0.kind == kind } }
  }

  /// A claim of a length alone is taken to follow the end of duty; one that ends before duty does is early work, and
  /// tells nothing of the evening.
  private static func ends(_ day: DayMeasure) -> ClaimedDay? {
    guard let presenceEnd = day.last, let claimed = day.claimed, claimed > .zero else { return nil }
    let dutyEnd = day.allotment.isDuty ? day.allotment.hours?.span.upperBound : nil
    guard let end = day.claimedEnd ?? dutyEnd?.advanced(by: claimed), dutyEnd.map({ $0 < end }) ?? true else {
      return nil
    }
    return ClaimedDay(presenceEnd: presenceEnd, claimedEnd: end)
  }
}

/// What a month's days come to.
private struct MonthTally {
  let month: YearMonth
  let days: ClosedRange<CivilDate>
  private var presence = Minutes.zero
  private var claim = Minutes.zero
  private var duty = 0
  private var seenDuty = 0
  private(set) var isSeen = false

  init(_ month: YearMonth) {
    self.month = month
    days = month.days
  }

  mutating func add(_ day: DayMeasure) {
    claim += day.claimed ?? .zero
    duty += day.allotment.isDuty ? 1 : 0
    guard let outside = day.outside else { return }
    isSeen = true
    presence += outside
    seenDuty += day.allotment.isDuty ? 1 : 0
  }

  var claimed: ClaimedMonth { ClaimedMonth(month: month, presence: presence, claimed: claim) }

  /// Whether presence was seen on so many of the days that it can be held against the claims of all of them.
  var isMeasured: Bool { isSeen && seenDuty * 100 >= duty * PersonPatterns.leastSeenPercent }
}

/// 傾向の確認の記録 – whom somebody asked about a person's claims, and what came of it.
struct PatternNote: Sendable, Hashable {
  enum Outcome: String, SQLStorable, Hashable, CaseIterable {
    /// 確認中
    case pending
    /// 事情を確認した
    case explained
    /// 申告が改められた
    case corrected
    /// 引き続き調べる
    case pursued

    var japanese: String {
      switch self {
      case .pending: "確認中"
      case .explained: "事情を確認した"
      case .corrected: "申告が改められた"
      case .pursued: "引き続き調べる"
      }
    }
  }

  let id: RecordID<PatternNote>
  let asked: String
  let outcome: Outcome
  let words: String
  let at: Instant
  /// The name of who wrote it.
  let author: String
}

/// What the list of patterns is asked for; anything unreadable is the usual view.
struct PatternsAsked: Sendable, Hashable {
  /// The last of the months looked at.
  let month: YearMonth
  let kind: PatternKind?

  /// The months looked at.
  var months: ClosedRange<YearMonth> { month.adding(months: -11)...month }

  var days: ClosedRange<CivilDate> { months.lowerBound.firstDay...month.lastDay }

  var query: String { "month=\(month.iso)" + (kind.map { "&kind=\($0.rawValue)" } ?? "") }
}

internal import CivilTime
internal import Markup
internal import Site

/// Words about duties that several pages use.
struct DutyWords: Sendable {
  /// Kinds of events in words.
  let events: [DutyEventKind: String]

  init(_ sources: [DutyEventSource]) {
    events = Dictionary(sources.map { ($0.kind, $0.title) }, uniquingKeysWith: { first, _ in first })
  }

  /// Why there is this duty: the cycle and period, or the event and its day.
  func why(_ duty: Duty, _ rule: DutyRule?) -> String {
    guard let rule else { return "決定により求められています。" }
    switch rule.occasion {
    case .every(let cycle):
      return "\(cycle.japanese)に求められています（\(period(duty, cycle))分）。"
    case .on(let kind):
      let title = events[kind] ?? "できごと"
      return "\(day(of: duty).japanese)の「\(title)」により求められています。"
    }
  }

  /// The day of the event, which may lie after the day on which the duty was opened.
  private func day(of duty: Duty) -> CivilDate {
    let last = duty.occasion.utf8.split(separator: UInt8(ascii: ":")).last
    return last.flatMap { CivilDate(iso: String(Substring($0))) } ?? duty.startsOn
  }

  private func period(_ duty: Duty, _ cycle: Cycle) -> String {
    let year = duty.year.japanese
    let month = duty.startsOn.yearMonth
    let place = duty.year.firstMonth.distance(to: month)
    switch cycle {
    case .fiscalYear: return year
    case .once: return "一度だけの"
    case .half: return year + (place < 6 ? "上半期" : "下半期")
    case .evaluation: return year + (place < 6 ? "前期" : "後期")
    case .quarter: return year + "第\(place / 3 + 1)四半期"
    case .month: return month.japanese
    case .summer: return year + "の夏"
    }
  }

  static func tag(_ duty: Duty, today: CivilDate) -> HTML {
    switch duty.state {
    case .fulfilled(let day, _):
      let isLate = duty.dueOn < day
      return StatusTag.draw(isLate ? "済み（期限後）" : "済み", tone: .success)
    case .excused: return StatusTag.draw("免除", tone: .neutral)
    case .open:
      let days = today.distance(to: duty.dueOn)
      if days < 0 { return StatusTag.draw("期限超過", tone: .alarm) }
      if days == 0 { return StatusTag.draw("今日まで", tone: .attention) }
      return days <= 7
        ? StatusTag.draw("あと\(days)日", tone: .attention) : StatusTag.draw("未了", tone: .neutral)
    }
  }
}

extension InboxFilter.Part {
  var japanese: String {
    switch self {
    case .overdue: "期限超過"
    case .week: "今週"
    case .month: "今月"
    case .open: "すべての未了"
    case .settled: "済み・免除"
    }
  }
}

internal import CivilTime
internal import Markup
internal import Site
internal import Store
internal import WorkingTimeRules

/// What was recorded of somebody's schedule, the newest first; nothing of it is ever taken away.
enum ScheduleHistory {
  static func events(of schedule: PersonSchedule) -> [Panels.Event] {
    let choices = schedule.choices.map { choice -> (at: Int64, event: Panels.Event) in
      let what: HTML = """
        \(ScheduleWords.pattern(choice.pattern))：\(ScheduleWords.span(choice.from, choice.to))（\(choice.reason)）
        """
      return event(choice.recordedAt, "", what)
    }
    let patterns = schedule.patternRequests.compactMap { request in
      request.decision.map { decided("\(ScheduleWords.pattern(request.pattern))の申出", $0) }
    }
    let moves = schedule.moveRequests.compactMap { request in
      request.decision.map { decided("\(ScheduleWords.wish(request.wish))申出", $0) }
    }
    let cancelled = schedule.moves.compactMap { entry in
      entry.cancellation.map { cancellation in
        event(
          cancellation.at,
          cancellation.by,
          "\(entry.moved.move.shift.japanese)（\(ScheduleWords.moved(entry.moved))）を取り消しました（\(cancellation.reason)）"
        )
      }
    }
    return (choices + patterns + moves + cancelled).sorted { $0.at > $1.at }.map(\.event)
  }

  private static func decided(_ what: String, _ decision: RequestDecision) -> (at: Int64, event: Panels.Event)
  {
    let reason = decision.reason.isEmpty ? "" : "（\(decision.reason)）"
    return event(decision.at, decision.by, "\(what)：\(decision.outcome.japanese)\(reason)")
  }

  private static func event(_ at: Instant, _ who: String, _ what: HTML) -> (at: Int64, event: Panels.Event) {
    (at.milliseconds, Panels.Event(when: OfficeZone.dateTimeText(at), who: who, what: what))
  }
}

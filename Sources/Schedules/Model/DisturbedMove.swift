package import CivilTime
package import WorkingTimeRules

/// 振替等をした日の時間の変化 – a day on which something was moved, with its regular hours before and after a change.
package struct DisturbedMove: Sendable, Hashable {
  /// What was moved.
  package let moved: MovedDay
  /// One of its two days.
  package let date: CivilDate
  /// The hours of the day as they are, before anything was moved.
  package let before: DayHours?
  /// The hours that it would have.
  package let after: DayHours?

  /// Whether the move would no longer fit: it lasts as long as the day did, and four hours lie where the day did.
  var isDisturbed: Bool {
    switch moved.move {
    case .wholeDay, .compensatoryDay: before?.duty != after?.duty
    case .fourHours: before != after
    }
  }

  /// What hinders the change, and what can be done; `otherwise` is the way that leaves the day as it is.
  func japanese(asOf today: CivilDate, otherwise: String) -> String {
    let way =
      moved.isCancellable(asOf: today)
      ? "先にその記録を取り消すか、\(otherwise)。" : "2つの日のどちらかがすでに来たため、その記録は取り消せません。\(otherwise)。"
    return """
      \(date.japanese)は\(moved.move.shift.japanese)（\(ScheduleWords.moved(moved))）をした日です。\
      勤務時間が\(Self.words(before))から\(Self.words(after))に変わると、その記録と合わなくなります。\(way)
      """
  }

  private static func words(_ hours: DayHours?) -> String {
    hours.map { "\($0.duty.japanese)（\(ScheduleWords.short($0.span))）" } ?? "なし"
  }
}

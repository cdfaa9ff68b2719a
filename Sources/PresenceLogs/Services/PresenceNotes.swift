internal import CivilTime
internal import People
internal import Store
public import WorkingTime

/// 端末の記録の添え書き – what the logs of PCs tell of the days that somebody claims; days that no log covers are not told.
public enum PresenceNotes: Sendable {
  /// Where the sheet of a month asks.
  public static let source = DayNoteSource { employee, month, today, connection in
    let person = try PresencePeople.person(employee, in: .own(employee), today: today, on: connection)
    guard let person else { return [] }
    let days = try PresenceQuery.days(of: person, in: month.days, today: today, on: connection)
    return days.compactMap { day in
      switch day.log {
      case .notCovered: nil
      case .empty: DayNote(day: day.date, words: "PC 記録なし")
      case .doubtful, .seen: DayNote(day: day.date, words: "PC \(day.log.japanese)")
      }
    }
  }
}

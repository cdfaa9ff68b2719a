import CivilTime
import People
import Store
import Testing
import WorkingTimeRules

@testable import Schedules

/// Periods of flextime with a free Wednesday.
extension Player {
  private static let first = YearDays.index("2026-05-11")
  private static let long = Asked.Hours(480..<1120)
  private static let longest = Asked.Hours(480..<1125)
  private static let ordinary = Asked.Hours(540..<1065)

  /// Before each period begins it is declared and allotted; sometimes its last week is changed when it has begun.
  mutating func planFlextime(_ day: Int) {
    let start = day + 4
    guard start >= Self.first, (start - Self.first) % 28 == 0, start + 28 < YearDays.all.upperBound else {
      return
    }
    on(day, 600...900) { try await $0.allot(start) }
  }

  /// The Mondays of weeks in which a day was moved before.
  private func movedWeeks(_ start: Int) -> Set<Int> {
    guard let asked = book[Section.flexible]?.asked else { return [] }
    let moved = (start..<start + 28).filter { !YearDays.isWeekend($0) && asked.isMoved($0) }
    return Set(moved.map { $0 - YearDays.weekday($0) })
  }

  /// In a week with a holiday every day is an ordinary one; otherwise Wednesday is free and the other days are longer.
  ///
  /// Where a day was moved the week keeps the standard day, for which that was arranged.
  private static func hours(_ day: Int, _ moved: Set<Int>) -> Asked.Hours? {
    let monday = day - YearDays.weekday(day)
    if moved.contains(monday) { return day < newStandardFrom ? .usual : ordinary }
    if (monday..<monday + 5).contains(where: isHoliday) { return ordinary }
    return [long, long, nil, long, longest][YearDays.weekday(day)]
  }

  /// Also one that a law adds and that is on record when the period is declared.
  private static func isHoliday(_ day: Int) -> Bool { YearDays.isHoliday(day) || day == newHoliday }

  /// The same with the last Friday free in place of the Wednesday.
  private static func changedHours(_ day: Int, _ moved: Set<Int>) -> Asked.Hours? {
    let usual = hours(day, moved)
    return [ordinary, .usual].contains(usual)
      ? usual : [long, long, longest, long, nil][YearDays.weekday(day)]
  }

  private static func days(_ start: Int, _ moved: Set<Int>, isChanged: Bool) throws -> [FlextimeDay] {
    try (start..<start + 28).filter { !YearDays.isWeekend($0) }.map { day in
      let hours = isChanged && day >= start + 21 ? changedHours(day, moved) : hours(day, moved)
      return FlextimeDay(YearDays.date(day), try hours.map { .duty(try program($0)) } ?? .off)
    }
  }

  private mutating func allot(_ start: Int) async throws {
    let period = FlextimePeriod(
      id: office.ids.next(),
      employee: RecordID(Section.flexible),
      start: YearDays.date(start),
      weeks: 4,
      person: .general
    )
    let moved = movedWeeks(start)
    let days = try Self.days(start, moved, isChanged: false)
    try await office.schedules(Section.flexible).declare(period, days, once: nil)
    try await office.schedules(Section.head).allot(period.id, reason: "", seen: 1, once: nil)
    write(Section.flexible) { pages in
      pages.asked.set(start..<start + 28, as: .flextime, isShort: false) { Self.hours($0, moved) }
    }
    happened(.flextime)
    guard dice.happens(50) else { return }
    on(start + dice.number(1...15), 600...900) { player in
      // What was moved meanwhile was arranged for the days as they are.
      let week = start + 21..<start + 28
      guard !player.movedWeeks(start).subtracting(moved).contains(week.lowerBound) else { return }
      let changed = try Self.days(start, moved, isChanged: true)
      try await player.office.schedules(Section.head)
        .change(period.id, changed, reason: "国会対応", seen: 2, once: nil)
      player.write(Section.flexible) { pages in
        pages.asked.set(week, as: .flextime, isShort: false) { Self.changedHours($0, moved) }
      }
      player.happened(.flextimeChanged)
    }
  }
}

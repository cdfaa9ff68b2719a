import CivilTime
import People
import Store
import Testing
import WorkingTimeRules

@testable import Schedules

/// Days that are moved beforehand: swaps, four hours, compensatory days.
extension Player {
  mutating func planMoves(_ day: Int) {
    for person in Section.people where Burden.recordsTime(person) && dice.happens(1) {
      on(day, 560...1000) { try await $0.move(person) }
    }
  }

  /// A day off or a holiday ahead is to be worked, and a duty day is free for it.
  private mutating func move(_ person: Int64) async throws {
    guard let pages = book[person], pages.isInService(today), pages.isInService(today + 60),
      let superior = Section.superiors(of: person, on: today).last(where: { $0 != person })
    else { return }
    let kind = dice.number(0...2)
    let worked = (today + 1..<today + 30).first { day in
      day < YearDays.count && !pages.asked.isMoved(day)
        && (kind == 2 ? pages.asked.kind(day) == .holiday : YearDays.isWeekend(day))
        && YearDays.isHoliday(day) == (kind == 2)
    }
    guard let worked, kind != 2 || !pages.asked.isShort(worked), let freed = freed(for: worked, kind, pages)
    else {
      return
    }
    let wish = MoveWish(
      kind: [
        .wholeDay, .fourHours(.start, from: ClockTime(minutesFromMidnight: 600) ?? .midnight),
        .compensatoryDay,
      ][kind],
      worked: YearDays.date(worked),
      freed: YearDays.date(freed)
    )
    try await ask(wish, person, superior)
    write(person) { pages in
      switch kind {
      case 0: pages.asked.swap(worked: worked, freed: freed)
      case 1: pages.asked.moveFourHours(worked: worked, from: 600, freed: freed)
      default: pages.asked.compensate(worked: worked, freed: freed)
      }
    }
    happened([.swap, .fourHours, .compensatoryDay][kind])
  }

  private mutating func freed(for worked: Int, _ kind: Int, _ pages: PersonBook) -> Int? {
    let first = max(today + 1, kind == 2 ? worked + 1 : worked - 20) + dice.number(0...10)
    return (first..<first + 12).first { day in
      day != worked && day < worked + 50 && day < YearDays.count && pages.asked.isExpected(day)
        && !pages.asked.isMoved(day) && pages.asked.hours(day)?.work ?? 0 > 300
        && (kind != 2 || pages.asked.hours(day)?.work == pages.asked.hours(worked)?.work)
    }
  }

  /// Arranged by the superior, or asked for and granted.
  private mutating func ask(_ wish: MoveWish, _ person: Int64, _ superior: Int64) async throws {
    let desk = try await office.schedules(superior)
    guard dice.happens(50) else {
      try await desk.arrange(wish, for: RecordID(person), reason: "国会対応", once: nil)
      return
    }
    try await office.schedules(person).ask(wish, reason: "国会対応", once: nil)
    let requests = try await office.database.read { connection in
      try MoveRequestRecords.requests(of: RecordID(person), limit: 1, on: connection)
    }
    let id = try #require(requests.first?.id)
    try await desk.decide(id, .granted, reason: "", once: nil)
  }
}

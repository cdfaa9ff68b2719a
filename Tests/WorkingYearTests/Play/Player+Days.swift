import CivilTime
import Store
import Testing

@testable import WorkingTime

/// A day of work: coming and going, and what is declared of it.
extension Player {
  mutating func planDay(_ person: Int64, _ day: Int) {
    guard let pages = book[person], pages.isInService(day),
      let shift = Shift.draw(person, day, pages.asked, &dice), !isStillThere(person, day)
    else { return }
    if Burden.recordsTime(person) { planRecords(person, day, shift) }
    let kind = pages.asked.kind(day)
    if kind == .holiday, !shift.extra.isEmpty { happened(.holidayWorked) }
    guard !shift.extra.isEmpty else { return }
    if dice.happens(60) { planRequest(person, day, shift) }
    planClaim(person, day, shift)
  }

  /// Whoever worked through the night goes home in the morning and does not come again that day.
  private func isStillThere(_ person: Int64, _ day: Int) -> Bool {
    stayedUntil[person].map { $0 >= day * YearDays.minutesOfDay } ?? false
  }

  private mutating func planRecords(_ person: Int64, _ day: Int, _ shift: Shift) {
    let midnight = day * YearDays.minutesOfDay
    if shift.isThroughTheNight { stayedUntil[person] = midnight + shift.departure }
    for (isArrival, minute) in [(true, shift.arrival), (false, shift.departure)] {
      if dice.happens(4) {
        guard dice.happens(60) else { continue }
        on(day + dice.number(1...6), 600...1000) { try await $0.enter(person, day, isArrival, minute) }
      } else {
        at(midnight + minute) { try await $0.press(person, isArrival, day) }
      }
    }
  }

  private mutating func press(_ person: Int64, _ isArrival: Bool, _ day: Int) async throws {
    guard book[person]?.isInService(today) ?? false else { return }
    let actor = try await office.actor(person)
    let kind: Punch.Kind = isArrival ? .arrival : .departure
    let minute = now % YearDays.minutesOfDay
    let outcome = try await office.clockService
      .record(kind, for: actor, at: office.now, source: .web, once: nil)
    var workDay = 0
    let date = today
    write(person) { workDay = $0.punches.press(isArrival: isArrival, day: date, minute: minute) }
    #expect(YearDays.index(outcome.workDate) == workDay, "\(person) at \(now)")
    happened(isArrival ? .arrival : .departure)
    if workDay < date { happened(.departureAfterMidnight) }
    if YearDays.month(of: workDay) < YearDays.month(of: date) { happened(.departureAfterTheMonth) }
    guard isArrival, dice.happens(1) else { return }
    office.set(office.now.adding(milliseconds: 60_000))
    _ = try await office.clockService.undo(outcome.punch, for: actor, at: office.now)
    write(person) { $0.punches.takeBackNewest() }
    happened(.undoneRecord)
    at(now + 2) { try await $0.press(person, isArrival, day) }
  }

  private mutating func enter(_ person: Int64, _ day: Int, _ isArrival: Bool, _ minute: Int) async throws {
    guard book[person]?.isInService(today) ?? false, let time = ClockTime(minutesFromMidnight: minute) else {
      return
    }
    let entry = DayCorrection.Entry.punch(
      kind: isArrival ? .arrival : .departure,
      time: time,
      reason: "打刻忘れ"
    )
    let actor = try await office.actor(person)
    try await office.correction
      .record(entry, on: YearDays.date(day), for: actor, at: office.now, once: nil)
    write(person) { $0.punches.enter(isArrival: isArrival, day: day, minute: minute) }
    happened(.manualRecord)
  }
}

import CivilTime
import People
import Store
import Testing

@testable import MonthClosing
@testable import WorkingTime

/// How months are closed: confirmed or objected to, sent back, checked, approved, left until time runs out.
extension Player {
  /// On the first day of a month, what is done with the month before in its duty days.
  mutating func planClosing(_ day: Int) {
    planLeaver(day)
    let month = YearDays.month(of: day) - 1
    guard (0..<12).contains(month), day == YearDays.days(of: month + 1).lowerBound else { return }
    let workday = { (number: Int) in YearDays.workday(number, after: day - 1) }
    for person in Section.people { planAnswer(person, month, workday) }
    let some = { (player: inout Player, days: ClosedRange<Int>) in workday(player.dice.number(days)) }
    on(some(&self, 2...5), 600...1000) { try await $0.sendBackOne(month) }
    on(some(&self, 3...5), 1001...1100) {
      try await $0.decide(.check, Section.timeKeeper, Section.section, month)
    }
    for (keeper, unit) in Self.keepers {
      on(some(&self, 5...8), 600...1000) { try await $0.decide(.check, keeper, unit, month) }
    }
    on(some(&self, 6...8), 600...1000) { try await $0.approve(month, isAtOnce: true) }
    if dice.happens(60) {
      on(some(&self, 8...13), 600...1000) { player in
        if player.dice.happens(50) {
          try await player.decide(.check, Section.timeKeeper, Section.section, month)
        }
        try await player.approve(month)
      }
    }
    for days in [11...12, 13...15, 17...17] { on(some(&self, days), 600...700) { try await $0.sweep(month) } }
    for closed in max(0, month - 2)...month where dice.happens(50) {
      on(workday(18), 600...900) { try await $0.approve(closed) }
    }
  }

  /// Who checks in which unit.
  private static let keepers = [
    (Section.timeKeeper, Section.section), (Section.head, Section.section),
    (Section.director, Section.bureau),
    (Section.officeHead, Section.office), (Section.director, Section.office),
  ]

  /// Whoever leaves may confirm on the last day.
  private mutating func planLeaver(_ day: Int) {
    guard day == Section.left, dice.happens(60) else { return }
    on(day, 1000...1080) { try await $0.answer(.confirm, Section.leaver, YearDays.month(of: day)) }
  }

  private mutating func planAnswer(_ person: Int64, _ month: Int, _ workday: (Int) -> Int) {
    guard book[person]?.serves(month) ?? false else { return }
    switch dice.number(1...100) {
    case ...82: on(workday(dice.number(1...3)), 600...900) { try await $0.answer(.confirm, person, month) }
    case ...89: on(workday(dice.number(1...8)), 600...900) { try await $0.answer(.object, person, month) }
    default: happened(.neverAnswered)
    }
  }

  private mutating func answer(_ act: ClosingAct, _ person: Int64, _ month: Int) async throws {
    guard let pages = book[person], pages.isInService(today) else { return }
    let desk = try await office.closing(person)
    let seen = try await one(desk, person, month).present.digest
    let words = act == .object ? "休憩の時間が違います" : nil
    let isDone = act == .confirm && pages.closings[month].answer == .confirmed
    do {
      try await desk.answer(act, YearDays.yearMonth(month), words: words, seen: seen, once: nil)
      #expect(!isDone)
    } catch ClosingRefusal.done {
      #expect(isDone)
      return
    }
    write(person) { $0.closings[month].answer(act == .confirm ? .confirmed : .objected) }
    happened(act == .confirm ? .confirmed : .objected)
  }

  /// A person's month as the desk shows it.
  private func one(_ desk: ClosingDesk, _ person: Int64, _ month: Int) async throws -> ClosingCase {
    let found = try await office.database.read { connection in
      let reading = try desk.reading(YearDays.yearMonth(month), on: connection)
      return try desk.shown(reading, [RecordID(person)], on: connection).first
    }
    return try #require(found)
  }

  /// The head, or the deputy in the head's place.
  var leader: Int64 { Section.hasDeputy(today) ? Section.deputyHead : Section.head }

  private mutating func sendBackOne(_ month: Int) async throws {
    let answered = Section.people.filter { person in
      book[person].map { $0.closings[month].stage == .answered && $0.lastDay(month) < today } ?? false
        && Section.unit(of: person, on: YearDays.days(of: month).upperBound - 1) == Section.section
        && ![leader, Section.head].contains(person)
    }
    guard !answered.isEmpty, dice.happens(60) else { return }
    let person = answered[dice.number(0...answered.count - 1)]
    let desk = try await office.closing(leader)
    let mark = try await one(desk, person, month).mark
    let month = month
    let isDone = try await desk.sendBack(
      RecordID(person),
      YearDays.yearMonth(month),
      reason: "11日の時刻を確かめてください",
      mark: mark,
      once: nil
    )
    #expect(isDone)
    let day = today
    write(person) { $0.closings[month].sendBack(on: day) }
    happened(.sentBack)
    guard dice.happens(70) else { return }
    on(YearDays.workday(dice.number(1...2), after: day), 600...700) {
      try await $0.answer(.confirm, person, month)
    }
  }
}

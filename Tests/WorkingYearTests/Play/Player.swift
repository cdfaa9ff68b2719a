import CivilTime
import Store
import TestSupport

/// Plays the year: draws what happens, has it done through the program's own desks, and writes it into the book.
struct Player {
  /// Something that is done at a minute of the year.
  typealias Deed = (inout Player) async throws -> Void

  private struct Entry {
    let minute: Int
    let number: Int
    let deed: Deed
  }

  var office: Office
  var book: [Int64: PersonBook]
  var dice: Dice
  /// What happened how often, so that no year is empty without being noticed.
  var events: [Event: Int] = [:]
  var seen = Comparison()
  /// Which limits were exceeded by somebody at some time.
  var findings: Set<String> = []
  /// From when to when units were external, as it is recorded now.
  var external: [Int64: [ClosedRange<Int>]] = [:]
  /// Until when somebody worked who worked through the night.
  var stayedUntil: [Int64: Int] = [:]
  /// Minutes since the year began.
  private(set) var now = 0
  private var agenda: [Int: [Entry]] = [:]
  private var entries = 0

  init(_ database: any SQLDatabase, seed: UInt64) async throws {
    office = try await Office(database)
    dice = Dice(seed: seed)
    book = Dictionary(
      uniqueKeysWithValues: Section.people.map { ($0, PersonBook($0, Section.service($0))) }
    )
  }

  var today: Int { now / YearDays.minutesOfDay }

  /// Has something done at a minute, or right now where that has passed.
  mutating func at(_ minute: Int, _ deed: @escaping Deed) {
    let minute = max(minute, now)
    entries += 1
    agenda[minute / YearDays.minutesOfDay, default: []].append(
      Entry(minute: minute, number: entries, deed: deed)
    )
  }

  /// Has something done at a time of a day.
  mutating func on(_ day: Int, _ time: ClosedRange<Int>, _ deed: @escaping Deed) {
    at(day * YearDays.minutesOfDay + dice.number(time), deed)
  }

  mutating func happened(_ event: Event) { events[event, default: 0] += 1 }

  /// Something with somebody's pages of the book.
  mutating func write(_ person: Int64, _ body: (inout PersonBook) -> Void) {
    if var pages = book.removeValue(forKey: person) {
      body(&pages)
      book[person] = pages
    }
  }

  /// To the end, when the last month of everybody is closed.
  mutating func play() async throws {
    try await begin()
    for day in 0..<YearDays.index("2027-05-21") {
      now = max(now, day * YearDays.minutesOfDay)
      if day < YearDays.count {
        planFlextime(day)
        planMoves(day)
        planConfirmations(day)
        for person in Section.people { planDay(person, day) }
      }
      planClosing(day)
      while let entry = next(day) {
        now = entry.minute
        office.set(Office.instant(now))
        do {
          try await entry.deed(&self)
        } catch {
          throw Interruption(date: YearDays.date(day), cause: "\(error)")
        }
      }
      let month = YearDays.month(of: day)
      if YearDays.days(of: month).upperBound == day + 1 { try await compare(upTo: min(month, 11)) }
    }
    try await compare(upTo: 11)
    try await compareAfterRecount()
  }

  private mutating func next(_ day: Int) -> Entry? {
    guard let entries = agenda[day], !entries.isEmpty else {
      agenda[day] = nil
      return nil
    }
    var first = 0
    for place in entries.indices
    where (entries[place].minute, entries[place].number) < (entries[first].minute, entries[first].number) {
      first = place
    }
    return agenda[day]?.remove(at: first)
  }
}

/// Why a year was not played to its end, and when.
struct Interruption: Error {
  let date: CivilDate
  let cause: String
}

/// What can happen in a year; each must in every one.
enum Event: String, Sendable, CaseIterable {
  case arrival, departure, departureAfterMidnight, departureAfterTheMonth, undoneRecord, manualRecord
  case stretches, length, lateClaim, claimAfterClosing, claimAgain, withdrawal, overlapRefused, sameKeyTwice
  case request, ordered, changedOrder, notOrdered, requestWithdrawn, orderByDeputy, twoDecideAtOnce
  case claimConfirmed, claimAsked, claimAnswered
  case proposed, proposalConfirmed, proposalObjected, proposalOutdated
  case swap, fourHours, compensatoryDay, holidayWorked, pattern, flextime, flextimeChanged, standardDay,
    newHoliday
  case confirmed, objected, neverAnswered, sentBack, checked, checkedByDeputy, approved, approvedByDeputy
  case twoApproveAtOnce, timeOut, supplement
}

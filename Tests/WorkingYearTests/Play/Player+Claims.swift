import CivilTime
import Store
import Testing

@testable import WorkingTime

/// What people claim of their days: at once, late, anew, not at all.
extension Player {
  mutating func planClaim(_ person: Int64, _ day: Int, _ shift: Shift) {
    let done = day * YearDays.minutesOfDay + shift.departure
    let amount = amount(of: shift, on: day, of: person)
    let isSpecial = Season.on(day).isSpecial
    let claim: Deed = { try await $0.claim(person, day, amount, isSpecial: isSpecial) }
    switch dice.number(1...100) {
    case ...68: at(done + dice.number(1...9), claim)
    case ...83: on(YearDays.workday(1, after: day), 1100...1400, claim)
    case ...93: on(day + dice.number(3...20), 600...1300, claim)
    case ...97: on(day + dice.number(35...90), 600...1300, claim)
    default: return
    }
    if dice.happens(3) { planOverlap(person, day, shift) }
    if dice.happens(5) { planAnother(person, day, amount, isSpecial) }
    if dice.happens(9) { planProposal(person, day) }
  }

  /// Times, or a length alone where the work lies in one piece after the hours of the day.
  private mutating func amount(of shift: Shift, on day: Int, of person: Int64) -> Claims.Amount {
    let end = book[person]?.asked.hours(day)?.span.upperBound
    let length = shift.extra.reduce(0) { $0 + $1.count }
    let fits = (end ?? 840) + length <= YearDays.minutesOfDay
    guard fits, shift.extra.allSatisfy({ end == nil || $0.lowerBound >= end ?? 0 }), dice.happens(30) else {
      return .stretches(shift.extra)
    }
    return .length(length)
  }

  private mutating func planOverlap(_ person: Int64, _ day: Int, _ shift: Shift) {
    guard shift.isPastMidnight, let last = shift.extra.last, last.upperBound > YearDays.minutesOfDay + 20
    else {
      return
    }
    let twice = 0..<last.upperBound - YearDays.minutesOfDay
    on(day + 1, 800...1000) { try await $0.claim(person, day + 1, .stretches([twice]), isSpecial: false) }
  }

  /// The same day once more, mostly somewhat shorter; sometimes taken back altogether.
  private mutating func planAnother(_ person: Int64, _ day: Int, _ amount: Claims.Amount, _ isSpecial: Bool) {
    let minutes = dice.number(5...45)
    let again: Claims.Amount =
      switch amount {
      case _ where dice.happens(25): .length(0)
      case .length(let length): .length(max(10, length - minutes))
      case .stretches(let all): .stretches(Self.shortened(all, by: minutes))
      }
    on(day + dice.number(2...50), 600...1300) { player in
      guard player.book[person]?.claims.newest(day) != nil else { return }
      try await player.claim(person, day, again, isSpecial: isSpecial)
      player.happened(again == .length(0) ? .withdrawal : .claimAgain)
    }
  }

  static func shortened(_ stretches: [Range<Int>], by minutes: Int) -> [Range<Int>] {
    guard let last = stretches.last, last.count > minutes + 5 else { return stretches }
    return stretches.dropLast() + [last.lowerBound..<last.upperBound - minutes]
  }

  mutating func claim(
    _ person: Int64,
    _ day: Int,
    _ amount: Claims.Amount,
    isSpecial: Bool
  ) async throws {
    guard let pages = book[person], pages.isInService(today) else { return }
    let entry: DayCorrection.Entry =
      switch amount {
      case .length(let length): .overtime(length: Minutes(length), isSpecial: isSpecial, reason: "業務")
      case .stretches(let all): .worked(try Self.worked(all), isSpecial: isSpecial, reason: "業務")
      }
    let isTwice = pages.claims.overlaps(amount, on: day)
    let actor = try await office.actor(person)
    let key = "claim-\(now)-\(person)-\(day)"
    let times = dice.happens(3) ? 2 : 1
    do {
      for _ in 0..<times {
        let counted = try await office.correction
          .record(entry, on: YearDays.date(day), for: actor, at: office.now, once: key)
        #expect(counted?.count == Claims.overtime(amount, on: day, pages.asked), "\(person) \(day) \(amount)")
      }
      #expect(!isTwice, "\(person) \(day) \(amount)")
    } catch DayCorrection.Refusal.overlapping {
      #expect(isTwice, "\(person) \(day) \(amount)")
      happened(.overlapRefused)
      return
    }
    write(person) { pages in _ = pages.claims.add(amount, on: day, isSpecial: isSpecial, pages.asked) }
    note(amount, day, pages)
    if times > 1 { happened(.sameKeyTwice) }
  }

  private mutating func note(_ amount: Claims.Amount, _ day: Int, _ pages: PersonBook) {
    if case .stretches = amount { happened(.stretches) } else { happened(.length) }
    if today > day + 2 { happened(.lateClaim) }
    let month = YearDays.month(of: day)
    if month < 12, !pages.closings[month].kept.isEmpty { happened(.claimAfterClosing) }
  }

  static func worked(_ stretches: [Range<Int>]) throws -> WorkedStretches {
    try WorkedStretches(
      stretches.map { stretch in
        let times = [stretch.lowerBound, stretch.upperBound].map {
          ClockTime(minutesFromMidnight: $0) ?? .midnight
        }
        return times[0]..<times[1]
      }
    )
  }
}

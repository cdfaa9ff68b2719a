internal import Access
internal import CivilTime
internal import People
internal import PresenceLogs
internal import Store

/// Draws what the PCs of the ministry saw of worked days, and what people said of the time beyond their claims.
struct PresenceDrawing: Sendable {
  /// What a month's logs say of some people.
  struct Draft {
    var strips: [PresenceBulk.Strip] = []
    var reasons: [PresenceBulk.Reason] = []
  }

  let office: DemoOffice

  /// From which gap on a reason is asked for, in minutes.
  static let threshold = 30
  private static let lastMinute = 1439

  func draw(_ records: MonthRecords, _ month: DemoMonth) -> Draft {
    var draft = Draft()
    let open = openDays(of: records, month)
    var spill: [ClosedRange<Int>] = []
    for (place, recorded) in records.days.enumerated() {
      let next = records.days.indices.contains(place + 1) ? records.days[place + 1] : nil
      var chance = Chance(seed: office.seed, .presence, recorded.person, recorded.day.date.dayNumber)
      let isOpen = open.contains(recorded.day.date) && recorded.person == office.officer(.staff)
      let used = used(recorded.day, isOpen: isOpen, &chance)
      if office.staff.people[recorded.person].employer == .ministry {
        let isFollowed = next.map { follows($0, recorded) } ?? false
        draft.strips += strips(recorded, used, before: spill, isFollowed: isFollowed, in: month)
        spill = isFollowed ? Self.afterMidnight(used) : []
      }
      explain(recorded, used, isOpen: isOpen, &chance, &draft)
    }
    return draft
  }

  private func follows(_ next: RecordedDay, _ day: RecordedDay) -> Bool {
    next.person == day.person && next.day.date == day.day.date.adding(days: 1)
  }

  /// The two days of the busy clerk that no reason explains: one of each month, or both of the earlier one.
  func openDays(of records: MonthRecords, _ month: DemoMonth) -> Set<CivilDate> {
    let clerk = office.officer(.staff)
    let calendar = DutyCalendar()
    let days = records.days.filter { $0.person == clerk && calendar.isDutyDay($0.day.date) }.map(\.day.date)
    let isNewestShort = office.period.today.day <= 8
    switch (month.back, isNewestShort) {
    case (0, false): return Set(days.suffix(2).prefix(1))
    case (1, false): return Set(days.suffix(4).prefix(1))
    case (1, true): return Set(days.suffix(4).prefix(2))
    default: return []
    }
  }

  /// When the PC was used, in minutes of the day of work: from coming to noon, and from after the break to going.
  func used(_ day: WorkedDay, isOpen: Bool, _ chance: inout Chance) -> [ClosedRange<Int>] {
    let on = day.arrival + chance.within(1...5)
    let isLeftOn = chance.permille(35)
    let early = chance.within(1...4)
    let late = chance.within(35...110)
    let pause = 720 + chance.within(0...6)...768 + chance.within(0...10)
    let off = min(WorkedDay.latest, isOpen ? day.departure + 50 : day.departure + (isLeftOn ? late : -early))
    guard on < off else { return [] }
    guard on < pause.lowerBound, pause.upperBound < off else { return [on...off] }
    return [on...pause.lowerBound, pause.upperBound...off]
  }

  /// One strip, and one more for what went on past midnight unless somebody came again on the day after.
  private func strips(
    _ recorded: RecordedDay,
    _ used: [ClosedRange<Int>],
    before: [ClosedRange<Int>],
    isFollowed: Bool,
    in month: DemoMonth
  ) -> [PresenceBulk.Strip] {
    let device = "PC-\(100_000 + recorded.person)"
    let employee = office.identities.people[recorded.person]
    let date = recorded.day.date
    func strip(_ date: CivilDate, _ used: [ClosedRange<Int>]) -> [PresenceBulk.Strip] {
      used.isEmpty ? [] : [PresenceBulk.Strip(of: employee, on: date, device: device, used: used)]
    }
    let own =
      before
      + used.filter { $0.lowerBound <= Self.lastMinute }.map {
        $0.lowerBound...min($0.upperBound, Self.lastMinute)
      }
    let night = isFollowed || date == month.month.lastDay ? [] : Self.afterMidnight(used)
    return strip(date, own) + strip(date.adding(days: 1), night)
  }

  private static func afterMidnight(_ used: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    used.filter { $0.upperBound > lastMinute + 1 }.map { 0...$0.upperBound - lastMinute - 1 }
  }

  private func explain(
    _ recorded: RecordedDay,
    _ used: [ClosedRange<Int>],
    isOpen: Bool,
    _ chance: inout Chance,
    _ draft: inout Draft
  ) {
    let isClerk = recorded.person == office.officer(.staff)
    let isSilent = isOpen || (chance.permille(110) && !isClerk)
    let code = chance.pick(Self.codes)
    let gap = gap(recorded, used)
    guard gap >= Self.threshold, !isSilent, let code, !isManagerial(recorded) else { return }
    draft.reasons.append(
      PresenceBulk.Reason(
        of: office.identities.people[recorded.person],
        on: recorded.day.date,
        code,
        gap: Minutes(gap),
        at: office.moment(recorded.day.date.adding(days: 1), 565),
        by: office.account(of: recorded.person)
      )
    )
  }

  private static let codes: [GapReason.Code] = [
    .transport, .transport, .study, .study, .study, .rest, .rest, .errand, .leftOn,
  ]

  private func isManagerial(_ recorded: RecordedDay) -> Bool {
    let seat = office.staff.people[recorded.person].seat(on: recorded.day.date)
    return seat.map { office.staff.seats[$0].shape.isManagerial } ?? true
  }

  /// Presence outside regular hours beyond the claim.
  func gap(_ recorded: RecordedDay, _ used: [ClosedRange<Int>]) -> Int {
    let day = recorded.day
    let isLogged = office.staff.people[recorded.person].employer == .ministry
    let clocked = (recorded.hasArrival ? [day.arrival] : []) + (recorded.hasDeparture ? [day.departure] : [])
    let seen = clocked + (isLogged ? used.flatMap { [$0.lowerBound, $0.upperBound] } : [])
    guard let first = seen.min(), let last = seen.max() else { return 0 }
    let regular = DutyCalendar().isDutyDay(day.date) ? day.hours.start..<day.hours.end : 0..<0
    return last - first - regular.clamped(to: first..<last).count - day.declared
  }
}

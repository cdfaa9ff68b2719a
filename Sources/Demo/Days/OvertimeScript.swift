internal import Access
internal import CivilTime
internal import People

/// A course of months that somebody is given, so that each limit is exceeded by somebody.
enum OvertimeScript: Sendable, CaseIterable {
  /// The busy clerk whose sign-in the demo offers.
  case showcase
  /// Two months above the 45 hours of an ordinary post.
  case ordinaryMonth
  /// Never above 45 hours, and yet above 360 hours in the year.
  case ordinaryYear
  /// A month of 100 hours or more in an external post.
  case externalMonth
  /// More than 720 hours in the year.
  case externalYear
  /// More than 80 hours on average over some months.
  case average
  /// More than six months above 45 hours.
  case monthsOver45
  /// Too much after a move to an ordinary post.
  case afterMove

  /// The declared overtime of a whole month, by how many months it lies back; nil where nothing is scripted.
  func minutes(monthsBack: Int) -> Int? {
    switch self {
    case .showcase:
      Self.showcaseHours.indices.contains(monthsBack) ? Self.showcaseHours[monthsBack] * 60 : nil
    case .ordinaryMonth: monthsBack == 1 || monthsBack == 4 ? 53 * 60 : nil
    case .ordinaryYear: 44 * 60
    case .externalMonth: monthsBack == 2 ? 112 * 60 : nil
    case .externalYear: 107 * 60
    case .average: (1...3).contains(monthsBack) ? 88 * 60 : nil
    case .monthsOver45: (54 + monthsBack % 3 * 5) * 60
    case .afterMove: 62 * 60
    }
  }

  private static let showcaseHours = [72, 92, 78, 38, 31, 56, 83, 101, 66, 49, 58, 74, 41, 35, 52]

  /// Who follows which script; more people in larger ministries.
  static func scripts(
    people: [PersonPlan],
    seats: [SeatPlan],
    units: [UnitPlan],
    casting: Casting,
    seed: UInt64,
    period: DemoPeriod
  ) -> [Int: OvertimeScript] {
    var chance = Chance(seed: seed, .scripts)
    var scripts: [Int: OvertimeScript] = [:]
    if let seat = casting.seats[.staff] { scripts[seat] = .showcase }
    let free = people.indices.filter { index in
      !casting.showcase.contains(index) && isFree(people[index], seats: seats, period: period)
    }
    let steady = free.filter { people[$0].postings.count == 1 && people[$0].hiredOn < period.firstDay }
    let isExternal = { (person: Int) in units[seats[people[person].seat].unit].isExternal }
    let external = chance.shuffled(steady.filter(isExternal))
    let ordinary = chance.shuffled(steady.filter { !isExternal($0) })
    let count = max(1, people.count / 700)
    assign([.externalYear, .externalMonth, .average, .monthsOver45], to: external, count, &scripts)
    assign([.ordinaryYear, .ordinaryMonth], to: ordinary, count, &scripts)
    let moved = free.filter { hasMovedOut(people[$0], seats: seats, units: units, period: period) }
    assign([.afterMove], to: moved, count, &scripts)
    return scripts
  }

  private static func assign(
    _ kinds: [OvertimeScript],
    to people: [Int],
    _ count: Int,
    _ scripts: inout [Int: OvertimeScript]
  ) {
    for (place, person) in people.prefix(count * kinds.count).enumerated() {
      scripts[person] = kinds[place % kinds.count]
    }
  }

  private static func isFree(_ person: PersonPlan, seats: [SeatPlan], period: DemoPeriod) -> Bool {
    let isDeclaring = !seats[person.seat].shape.isManagerial && person.career.staffCategory == .regular
    return isDeclaring && person.isInService(on: period.today)
  }

  /// Whether somebody came in January from an external to an ordinary section and stayed until March.
  private static func hasMovedOut(
    _ person: PersonPlan,
    seats: [SeatPlan],
    units: [UnitPlan],
    period: DemoPeriod
  ) -> Bool {
    zip(person.postings, person.postings.dropFirst()).contains { before, after in
      let left = units[seats[before.seat].unit].isExternal
      let isOut = left && !units[seats[after.seat].unit].isExternal
      let march = after.from.adding(months: 3).adding(days: -1)
      return isOut && after.from.month == 1 && period.firstDay < after.from && after.covers(march)
    }
  }
}

internal import CivilTime
internal import People

/// What the days of one made-up person ask.
struct PersonHours: Sendable {
  /// A pattern from a day on.
  struct Choice: Sendable {
    let pattern: PatternPlan
    let from: CivilDate
  }

  let choice: Choice?
  /// The settlement periods that are allotted.
  let flextime: [FlextimePlan]

  static let usual = PersonHours(choice: nil, flextime: [])

  /// The regular hours of a day, were it a day of duty.
  func hours(on date: CivilDate) -> DutyHours {
    if let plan = flextime.first(where: { $0.days.contains(date) }) { return plan.hours(on: date) }
    guard let choice, choice.from <= date else { return .standard }
    return choice.pattern.hours
  }
}

/// Four weeks of flextime: as every day, but one day is longer by an hour and another one shorter.
struct FlextimePlan: Sendable {
  static let weeks = 4

  let start: CivilDate
  private let longer: CivilDate?
  private let shorter: CivilDate?

  init(start: CivilDate) {
    self.start = start
    let calendar = DutyCalendar()
    // On a holiday the hours are those of every day.
    let week = (0..<Self.weeks).map { start.adding(days: $0 * 7) }.first { monday in
      calendar.isDutyDay(monday.adding(days: 1)) && calendar.isDutyDay(monday.adding(days: 3))
    }
    longer = week?.adding(days: 1)
    shorter = week?.adding(days: 3)
  }

  var days: ClosedRange<CivilDate> { start...start.adding(days: Self.weeks * 7 - 1) }

  var weekdays: [CivilDate] { days.filter { !$0.weekday.isWeekend } }

  func hours(on date: CivilDate) -> DutyHours {
    let usual = DutyHours.standard
    return switch date {
    case longer: DutyHours(start: usual.start, end: usual.end + 60)
    case shorter: DutyHours(start: usual.start, end: usual.end - 60)
    default: usual
    }
  }

  /// The last complete period, the present one and the next one.
  static func periods(around today: CivilDate) -> (past: [FlextimePlan], next: FlextimePlan) {
    let monday = today.adding(days: -((today.weekday.rawValue + 6) % 7))
    let present = monday.adding(days: -14)
    let length = weeks * 7
    return (
      [FlextimePlan(start: present.adding(days: -length)), FlextimePlan(start: present)],
      FlextimePlan(start: present.adding(days: length))
    )
  }
}

/// Draws who works by which hours.
struct HoursDrawing: Sendable {
  let staff: StaffPlan
  let seed: UInt64
  let period: DemoPeriod

  func hours(of index: Int) -> PersonHours {
    let person = staff.people[index]
    if person.career.staffCategory == .partTime {
      return PersonHours(choice: .init(pattern: .shortTime, from: person.hiredOn), flextime: [])
    }
    var chance = Chance(seed: seed, .hours, index)
    let place = chance.below(1000)
    let back = chance.within(1...DemoPeriod.monthCount)
    let isUsual =
      staff.scripts[index] != nil || staff.casting.seats.values.contains(index)
      || staff.seats[person.seat].shape.isManagerial
    guard !isUsual else { return .usual }
    let month = max(period.lastMonth.adding(months: -back).firstDay, period.firstDay)
    func choice(_ pattern: PatternPlan) -> PersonHours {
      PersonHours(choice: .init(pattern: pattern, from: max(month, person.hiredOn)), flextime: [])
    }
    switch place {
    case ..<35: return choice(.earlyA)
    case ..<80: return choice(.earlyB)
    case ..<120: return choice(.late)
    case ..<140: return flextime(person)
    default: return .usual
    }
  }

  /// Flextime for those who have served through both periods.
  private func flextime(_ person: PersonPlan) -> PersonHours {
    let plans = FlextimePlan.periods(around: period.today).past
    guard let first = plans.first, person.hiredOn <= first.start.adding(days: -28),
      person.isInService(on: period.today), person.career.staffCategory == .regular
    else { return .usual }
    return PersonHours(choice: nil, flextime: plans)
  }
}

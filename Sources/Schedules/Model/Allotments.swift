public import CivilTime
public import WorkingTimeRules

/// 割振りの一覧 – what each day of some weeks asks of one person.
///
/// A moved day goes before a chosen pattern of short hours, that before an allotted period of flextime, that before any
/// other pattern, that before the employer's standard day; of each kind the newest record counts. A holiday releases from
/// whatever hours the day has.
public struct Allotments: Sendable, Hashable {
  private let layers: ScheduleLayers
  private let standard: DayHours

  /// The same standard day for everyone, where an employer has fixed none.
  public init(standard: DayHours = .headOffice) {
    self.init(ScheduleLayers(), standard: standard)
  }

  /// The days of somebody of whom all this is on record.
  package init(_ layers: ScheduleLayers, standard: DayHours = .headOffice) {
    self.layers = layers
    self.standard = standard
  }

  /// What a day asks.
  public subscript(date: CivilDate) -> DayAllotment {
    let regular = regular(on: date)
    guard let move = layers.moves.first(where: { $0.touches(date) }) else { return released(regular) }
    return moved(regular, by: move)
  }

  /// A holiday that was made by law when the day had come already: the day stayed what it was.
  package func belatedHoliday(on date: CivilDate) -> HolidayAddition? {
    layers.holidays.first { $0.date == date && !$0.isFollowed }
  }

  /// What is on record about moved days.
  package var moves: [MovedDay] { layers.moves }

  /// The pattern that was chosen for a day, whether or not something goes before it.
  package func pattern(on date: CivilDate) -> WorkPattern? {
    layers.choices.first { $0.covers(date) }?.pattern
  }

  /// The same days with an allotted period, in place of what was allotted to it before.
  package func with(_ period: FlextimeAllotment) -> Allotments {
    var layers = layers
    layers.periods = [period] + layers.periods.filter { $0.id != period.id }
    return Allotments(layers, standard: standard)
  }

  /// The same days with a choice that is newer than all others.
  package func with(_ choice: PatternChoice) -> Allotments {
    var layers = layers
    layers.choices = [choice] + layers.choices
    return Allotments(layers, standard: standard)
  }

  /// The days on which something was moved that would have other hours if all were as given.
  package func disturbedMoves(by other: Allotments, in days: ClosedRange<CivilDate>) -> [DisturbedMove] {
    moves.flatMap { moved in
      [moved.worked, moved.freed].filter(days.contains).compactMap { date in
        let disturbed = DisturbedMove(
          moved: moved,
          date: date,
          before: regular(on: date).hours,
          after: other.regular(on: date).hours
        )
        return disturbed.isDisturbed ? disturbed : nil
      }
    }
  }

  /// The day before anything was moved, and as if there were no holidays.
  private func regular(on date: CivilDate) -> DayAllotment {
    let choice = layers.choices.first { $0.covers(date) }
    let isShortTime = choice?.pattern?.kind == .shortTime
    if date.weekday.isWeekend { return DayAllotment(date, .weekend, isShortTime: isShortTime) }
    // No period is declared over short hours: where both bear on a day, the short hours came later.
    if !isShortTime, let period = layers.periods.first(where: { $0.days.contains(date) }),
      let plan = period.plans[date]
    {
      return DayAllotment(date, Self.kind(plan), origin: .flextime)
    }
    if let pattern = choice?.pattern {
      let kind = pattern.days[date.weekday].map { DayAllotment.Kind.duty($0) } ?? .unallotted
      return DayAllotment(date, kind, origin: .pattern(pattern.name), isShortTime: isShortTime)
    }
    return DayAllotment(date, .duty(layers.standards.first { $0.from <= date }?.hours ?? standard))
  }

  private static func kind(_ plan: FlextimeDay.Plan) -> DayAllotment.Kind {
    switch plan {
    case .duty(let hours), .exempt(let hours): .duty(hours)
    case .off: .unallotted
    }
  }

  /// The day with the holiday that it is: its hours stay, the person is released.
  private func released(_ day: DayAllotment, hasCompensatoryDay: Bool = false) -> DayAllotment {
    guard let hours = day.hours, let name = holiday(on: day.date) else { return day }
    return day.with(.holiday(hours, name: name, hasCompensatoryDay: hasCompensatoryDay))
  }

  private func moved(_ day: DayAllotment, by moved: MovedDay) -> DayAllotment {
    let origin = DayAllotment.Origin.shift(moved.move.shift)
    let isWorked = moved.worked == day.date
    switch moved.move {
    case .wholeDay(let hours):
      return isWorked
        ? released(day.with(.duty(hours), origin: origin))
        : day.with(.swappedOff(to: moved.worked), origin: origin)
    case .fourHours(let hours, let staying):
      return released(day.with(.duty(isWorked ? hours : staying), origin: origin))
    case .compensatoryDay:
      guard let hours = day.hours else { return day }
      return isWorked
        ? released(day.with(day.kind, origin: origin), hasCompensatoryDay: true)
        : day.with(.compensatory(hours, for: moved.worked), origin: origin)
    }
  }

  private func holiday(on date: CivilDate) -> String? {
    HolidayCalendar.holiday(on: date)?.name
      ?? layers.holidays.first { $0.date == date && $0.isFollowed }?.name
  }
}

extension DayAllotment {
  fileprivate func with(_ kind: Kind, origin: Origin? = nil) -> DayAllotment {
    DayAllotment(date, kind, origin: origin ?? self.origin, isShortTime: isShortTime)
  }
}

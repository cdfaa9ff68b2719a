import CivilTime
import WorkingTimeRules

@testable import Schedules

/// The days of one person, painted: the weakest record first, each stronger or newer one over those before.
struct PaintedDays {
  private(set) var days: [CivilDate: DayAllotment] = [:]

  init(_ layers: ScheduleLayers, _ range: ClosedRange<CivilDate>) {
    for date in range {
      days[date] = DayAllotment(date, date.weekday.isWeekend ? .weekend : .duty(.headOffice))
    }
    for standard in layers.standards.reversed() {
      for date in range where standard.from <= date && !date.weekday.isWeekend {
        days[date] = DayAllotment(date, .duty(standard.hours))
      }
    }
    let plain = days
    for choice in layers.choices.reversed() {
      let chosen = range.filter { choice.from <= $0 && $0 <= (choice.to ?? range.upperBound) }
      for date in chosen { days[date] = choice.pattern.map { Self.day(date, $0) } ?? plain[date] }
    }
    for period in layers.periods.reversed() {
      for (date, plan) in period.plans where range.contains(date) && days[date]?.isShortTime == false {
        let hours = FlextimeDay(date, plan).hours
        days[date] = DayAllotment(date, hours.map { .duty($0) } ?? .unallotted, origin: .flextime)
      }
    }
    for move in layers.moves.reversed() { paint(move) }
    for date in range { release(date, layers) }
  }

  private static func day(_ date: CivilDate, _ pattern: WorkPattern) -> DayAllotment {
    let isShort = pattern.kind == .shortTime
    if date.weekday.isWeekend { return DayAllotment(date, .weekend, isShortTime: isShort) }
    let kind = pattern.days[date.weekday].map { DayAllotment.Kind.duty($0) } ?? .unallotted
    return DayAllotment(date, kind, origin: .pattern(pattern.name), isShortTime: isShort)
  }

  private mutating func paint(_ moved: MovedDay) {
    switch moved.move {
    case .wholeDay(let hours):
      set(moved.worked, .duty(hours), .wholeDay)
      set(moved.freed, .swappedOff(to: moved.worked), .wholeDay)
    case .fourHours(let hours, let staying):
      set(moved.worked, .duty(hours), .fourHours)
      set(moved.freed, .duty(staying), .fourHours)
    case .compensatoryDay:
      if let hours = days[moved.freed]?.hours {
        set(moved.freed, .compensatory(hours, for: moved.worked), .compensatoryDay)
      }
      if let worked = days[moved.worked], worked.hours != nil {
        set(moved.worked, worked.kind, .compensatoryDay)
      }
    }
  }

  private mutating func set(_ date: CivilDate, _ kind: DayAllotment.Kind, _ shift: DayShift) {
    guard let old = days[date] else { return }
    days[date] = DayAllotment(date, kind, origin: .shift(shift), isShortTime: old.isShortTime)
  }

  private mutating func release(_ date: CivilDate, _ layers: ScheduleLayers) {
    let added = layers.holidays.filter { $0.date == date && $0.recordedOn < date }.first?.name
    guard let name = HolidayCalendar.holiday(on: date)?.name ?? added, let day = days[date],
      case .duty(let hours) = day.kind
    else { return }
    let isWorked = day.origin == .shift(.compensatoryDay)
    days[date] = DayAllotment(
      date,
      .holiday(hours, name: name, hasCompensatoryDay: isWorked),
      origin: day.origin,
      isShortTime: day.isShortTime
    )
  }
}

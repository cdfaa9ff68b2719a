public import CivilTime

/// フレックスタイム制の申告 – a settlement period as an employee declares it, day by day.
public struct FlextimeDeclaration: Hashable, Sendable {
  /// The first day of the period; weeks are counted from it.
  public let start: CivilDate

  /// 単位期間: how many weeks the period has.
  public let weeks: Int

  /// Whose rules hold.
  public let person: FlextimeRules.Person

  /// The weekdays of the period.
  public let days: [FlextimeDay]

  /// A declaration as it was written; `faults(under:)` says whether it keeps the rules.
  public init(start: CivilDate, weeks: Int, person: FlextimeRules.Person, days: [FlextimeDay]) {
    self.start = start
    self.weeks = weeks
    self.person = person
    self.days = days.sorted { $0.date < $1.date }
  }

  /// The hours of the period: 38 hours 45 minutes for each week.
  public var requiredHours: Minutes { RegularTime.week.newest.amount * weeks }

  /// The hours of all declared days.
  public var totalHours: Minutes {
    days.reduce(.zero) { $0 + ($1.hours?.duty ?? .zero) }
  }

  /// Everything that does not keep the rules, the period first, then day by day; empty where all is well.
  ///
  /// Judged by the rules in force on the first day of the period. `holidays` are those that the calendar does not
  /// know yet; `settled` are days that were allotted under the terms of their time and are not judged once more.
  public func faults(
    under terms: FlextimeTerms,
    holidays: Set<CivilDate> = [],
    settled: Set<FlextimeDay> = []
  ) -> [FlextimeFault] {
    guard let rules = FlextimeRules.table(for: person).figure(on: start)?.amount else {
      return [.noRules(on: start)]
    }
    guard rules.weeks.contains(weeks) else { return [.weeks(weeks, allowed: rules.weeks)] }
    var faults = placeFaults()
    if totalHours != requiredHours { faults.append(.total(totalHours, required: requiredHours)) }
    faults += weekFaults(rules)
    for day in days where !settled.contains(day) {
      let isHoliday = DutyCalendar().isHoliday(day.date) || holidays.contains(day.date)
      faults += dayFaults(day, isHoliday: isHoliday, rules, terms)
    }
    return faults
  }

  /// Weekdays that are missing, and days that do not belong here.
  private func placeFaults() -> [FlextimeFault] {
    let expected = (0..<weeks * 7).map { start.adding(days: $0) }.filter { !$0.weekday.isWeekend }
    var open = Set(expected)
    let strays = days.filter { open.remove($0.date) == nil }
    return expected.filter(open.contains).map { .dayMissing($0) } + strays.map { .dayOutOfPlace($0.date) }
  }

  private func weekFaults(_ rules: FlextimeRules) -> [FlextimeFault] {
    (0..<weeks).flatMap { week -> [FlextimeFault] in
      let first = start.adding(days: week * 7)
      let days = days.filter { first <= $0.date && $0.date < first.adding(days: 7) }
      let offDays = days.filter { $0.plan == .off }
      let exemptDays = days.filter(\.isExempt)
      var faults: [FlextimeFault] = []
      if offDays.count > rules.offDaysPerWeek {
        faults.append(.offDays(offDays[rules.offDaysPerWeek].date, allowed: rules.offDaysPerWeek))
      }
      if exemptDays.count > rules.exemptDaysPerWeek {
        faults.append(.exemptDays(exemptDays[rules.exemptDaysPerWeek].date, allowed: rules.exemptDaysPerWeek))
      }
      if let exempt = exemptDays.first, !offDays.isEmpty { faults.append(.exemptBesideOffDay(exempt.date)) }
      return faults
    }
  }

  private func dayFaults(
    _ day: FlextimeDay,
    isHoliday: Bool,
    _ rules: FlextimeRules,
    _ terms: FlextimeTerms
  ) -> [FlextimeFault] {
    guard let hours = day.hours else { return isHoliday ? [.holidayHours(day.date, .zero)] : [] }
    var faults: [FlextimeFault] = []
    if hours.span.lowerBound < rules.band.lowerBound || hours.span.upperBound > rules.band.upperBound {
      faults.append(.outsideBand(day.date, hours.span, allowed: rules.band))
    }
    if isHoliday, hours.duty != FlextimeRules.holidayHours {
      faults.append(.holidayHours(day.date, hours.duty))
    }
    if !day.isExempt {
      if hours.duty < terms.dailyMinimum {
        faults.append(.belowMinimum(day.date, hours.duty, least: terms.dailyMinimum))
      }
      if let core = terms.core, !hours.covers(core, apartFrom: terms.standardBreak) {
        faults.append(.withoutCore(day.date, core: core))
      }
    }
    if let fault = BreakRule.otherAllotment.fault(of: hours) { faults.append(.breaks(day.date, fault)) }
    return faults
  }
}

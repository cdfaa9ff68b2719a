package import CivilTime
package import Indicators

/// 状態のきまり: says in one word how a measure stands, from nothing but what is handed in.
package enum MeasureStatusRule: Sendable {
  /// What is known of a measure.
  package struct Facts: Hashable, Sendable {
    package var rule: CoverageRule
    package var coverage: Coverage?
    /// The earliest due day of an open duty.
    package var nextDueOn: CivilDate?
    /// Whether every period and event that can still bring a duty in the year has begun.
    package var hasAllDuties = false
    package var evidence: MeasureEvidence?
    /// The newest day that any report of this or earlier years tells of.
    package var newestDay: CivilDate?
    /// How many of the units that owe it have reported.
    package var units: Ratio?
    /// Whether a figure has been counted.
    package var hasFigures = false
    /// Whether a figure has not been counted for more than seven days although it should.
    package var hasOldFigures = false
    package var isStopped = false

    package init(rule: CoverageRule) { self.rule = rule }

    /// How many times it was done: reports by hand, or duties that the system saw fulfilled.
    var cases: Int { max(evidence?.cases ?? 0, coverage?.fulfilled ?? 0) }

    var isOverdue: Bool { (coverage?.overdue ?? 0) > 0 }
  }

  /// How long before its due day an open duty asks for attention, in days.
  static let warningDays = 30
  /// After how many days without a report a measure is marked as stale.
  static let staleAfterDays = 90

  /// The status of a measure in a fiscal year as of a day.
  package static func status(_ facts: Facts, in year: FiscalYear, today: CivilDate) -> MeasureStatus {
    if facts.isStopped { return .stopped }
    let moment = Moment(year: year, today: today)
    return switch facts.rule {
    case .share: share(facts, moment)
    case .held(let least): held(facts, least: least, moment)
    case .inPlace(let months): inPlace(facts, months: months, moment)
    case .unitsWithAny: unitsWithAny(facts, moment)
    case .figures: figures(facts)
    }
  }

  /// Whether nothing has been reported for long although the year is under way.
  package static func isStale(lastActivity: CivilDate?, in year: FiscalYear, today: CivilDate) -> Bool {
    guard let lastActivity, year.contains(today) else { return false }
    return lastActivity.distance(to: today) > staleAfterDays
  }

  private struct Moment {
    let year: FiscalYear
    let today: CivilDate

    /// The last day of the year that has come.
    var day: CivilDate { min(today, year.lastDay) }
    var isOver: Bool { today > year.lastDay }
    var isLastQuarter: Bool { today >= year.firstMonth.adding(months: 9).firstDay }
  }

  private static func share(_ facts: Facts, _ moment: Moment) -> MeasureStatus {
    if let coverage = facts.coverage {
      if facts.isOverdue { return .late }
      if coverage.isSettled, facts.hasAllDuties || moment.isOver { return .done }
    }
    if let due = facts.nextDueOn, moment.today.distance(to: due) <= warningDays { return .attention }
    return facts.cases > 0 ? .onTrack : .notStarted
  }

  private static func held(_ facts: Facts, least: Int, _ moment: Moment) -> MeasureStatus {
    if facts.cases >= least { return .done }
    if moment.isOver || facts.isOverdue { return .late }
    if moment.isLastQuarter { return .attention }
    return facts.cases > 0 ? .onTrack : .notStarted
  }

  private static func inPlace(_ facts: Facts, months: Int, _ moment: Moment) -> MeasureStatus {
    guard let newest = facts.newestDay else { return facts.isOverdue ? .late : .notStarted }
    if newest.adding(months: months) < moment.day { return .late }
    if newest.adding(months: months - 1) < moment.day { return .attention }
    return .onTrack
  }

  private static func unitsWithAny(_ facts: Facts, _ moment: Moment) -> MeasureStatus {
    // A unit that answered 該当なし has nothing to show and still has answered.
    if facts.coverage?.isSettled == true, facts.hasAllDuties || moment.isOver { return .done }
    guard let units = facts.units, units.denominator > 0 else {
      if facts.isOverdue { return .late }
      return facts.cases > 0 ? .onTrack : .notStarted
    }
    if units.numerator >= units.denominator { return .done }
    if moment.isOver || facts.isOverdue { return .late }
    if moment.isLastQuarter { return .attention }
    return units.numerator > 0 || facts.cases > 0 ? .onTrack : .notStarted
  }

  private static func figures(_ facts: Facts) -> MeasureStatus {
    guard facts.hasFigures else { return .notStarted }
    return facts.hasOldFigures ? .attention : .computed
  }
}

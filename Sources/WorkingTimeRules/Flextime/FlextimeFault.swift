public import CivilTime

/// 申告・定めの不備 – why flextime terms or a declaration do not keep the rules.
public enum FlextimeFault: Hashable, Sendable {
  /// There was no flextime on that day.
  case noRules(on: CivilDate)
  /// Core time is shorter or longer than may be fixed.
  case coreLength(Minutes, allowed: ClosedRange<Minutes>)
  /// Core time lies outside the part of the day that is allowed.
  case coreWindow(Range<ClockTime>, allowed: ClosedRange<ClockTime>)
  /// The least hours of a day are fixed lower or higher than may be.
  case fixedMinimum(Minutes, allowed: ClosedRange<Minutes>)
  /// The period has another number of weeks than the person may choose.
  case weeks(Int, allowed: ClosedRange<Int>)
  /// A weekday of the period is not declared.
  case dayMissing(CivilDate)
  /// A day is declared that is a weekend, lies outside the period or stands twice.
  case dayOutOfPlace(CivilDate)
  /// The hours of all days differ from those of the period.
  case total(Minutes, required: Minutes)
  /// A week has more off-days than allowed; the day is the first too many.
  case offDays(CivilDate, allowed: Int)
  /// A week has more exempt days than allowed; the day is the first too many.
  case exemptDays(CivilDate, allowed: Int)
  /// An exempt day stands in a week that has an off-day.
  case exemptBesideOffDay(CivilDate)
  /// A holiday has other hours than 7 hours 45 minutes.
  case holidayHours(CivilDate, Minutes)
  /// Duty begins before or ends after the band.
  case outsideBand(CivilDate, Range<ClockTime>, allowed: ClosedRange<ClockTime>)
  /// A duty day has fewer hours than the least.
  case belowMinimum(CivilDate, Minutes, least: Minutes)
  /// A duty day leaves out core time.
  case withoutCore(CivilDate, core: Range<ClockTime>)
  /// The breaks of a day do not suffice.
  case breaks(CivilDate, BreakFault)
}

extension FlextimeFault {
  /// The word by which tables name the fault.
  public var name: String {
    switch self {
    case .noRules: "no-rules"
    case .coreLength: "core-length"
    case .coreWindow: "core-window"
    case .fixedMinimum: "fixed-minimum"
    case .weeks: "weeks"
    case .dayMissing: "day-missing"
    case .dayOutOfPlace: "day-out-of-place"
    case .total: "total"
    case .offDays: "off-days"
    case .exemptDays: "exempt-days"
    case .exemptBesideOffDay: "exempt-beside-off-day"
    case .holidayHours: "holiday-hours"
    case .outsideBand: "outside-band"
    case .belowMinimum: "below-minimum"
    case .withoutCore: "without-core"
    case .breaks(_, .stretchTooLong): "stretch-without-break"
    case .breaks(_, .breakTooShort): "break-too-short"
    }
  }

  /// The day at fault, or nil where it is the period or the terms.
  public var date: CivilDate? {
    switch self {
    case .noRules(let date), .dayMissing(let date), .dayOutOfPlace(let date), .offDays(let date, _),
      .exemptDays(let date, _), .exemptBesideOffDay(let date), .holidayHours(let date, _),
      .outsideBand(let date, _, _), .belowMinimum(let date, _, _), .withoutCore(let date, _),
      .breaks(let date, _):
      date
    case .coreLength, .coreWindow, .fixedMinimum, .weeks, .total: nil
    }
  }

  /// The article.
  public var citation: String {
    switch self {
    case .breaks: BreakRule.citation
    case .total: "勤務時間法第5条第1項、第6条第3項"
    case .offDays, .exemptBesideOffDay: "勤務時間法第6条第3項、人事院規則15―14第3条"
    default: "人事院規則15―14第3条"
    }
  }
}

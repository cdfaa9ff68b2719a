public import CivilTime

/// フレックスタイム制の基準 – what the rules allow a bureau to fix and an employee to declare.
///
/// 勤務時間法第6条第3項・第4項、人事院規則15―14第3条から第4条の3まで. Amounts leave breaks out.
public struct FlextimeRules: Hashable, Sendable {
  /// 単位期間: how many weeks a settlement period may have.
  public let weeks: ClosedRange<Int>

  /// コアタイム: how long a bureau's core time may be.
  public let coreLength: ClosedRange<Minutes>

  /// The part of the day in which core time must lie.
  public let coreWindow: ClosedRange<ClockTime>

  /// 勤務時間帯: the earliest start and the latest end.
  public let band: ClosedRange<ClockTime>

  /// 1日の最短勤務時間: what a bureau may fix as the least hours of a duty day.
  public let dailyMinimum: ClosedRange<Minutes>

  /// 勤務時間を割り振らない日: how many extra off-days a week may have.
  public let offDaysPerWeek: Int

  /// 特例対象日: how many days of a week may leave out core time and the least hours.
  public let exemptDaysPerWeek: Int

  /// Whom the rules are for.
  public enum Person: Hashable, Sendable, CaseIterable {
    /// 一般の職員
    case general
    /// 育児介護等職員: raising a child up to the end of elementary school, or caring for a family member.
    case carer
  }

  /// The rules for a person by date; there are none before April 2016.
  public static func table(for person: Person) -> LegalFigureTable<FlextimeRules> {
    person == .general ? general : carer
  }

  /// The hours of a weekday that is a holiday: those of a full day, no more and no less.
  public static let holidayHours = RegularTime.day.newest.amount
}

extension FlextimeRules {
  private static let general = LegalFigureTable(
    "フレックスタイム制（一般の職員）",
    newest: LegalFigure(
      rules(weeks: 4...4, offDays: 1),
      from: april(2025),
      citation: citation
    ),
    earlier: [
      LegalFigure(
        rules(weeks: 4...4, offDays: 0),
        from: april(2023),
        to: april(2025).adding(days: -1),
        citation: citation
      ),
      LegalFigure(
        formerRules(weeks: 4...4, core: exactly(hours: 5), minimum: exactly(hours: 6), offDays: 0),
        from: april(2016),
        to: april(2023).adding(days: -1),
        citation: citation
      ),
    ]
  )

  private static let carer = LegalFigureTable(
    "フレックスタイム制（育児介護等職員）",
    newest: LegalFigure(
      rules(weeks: 1...4, offDays: 1),
      from: april(2023),
      citation: citation
    ),
    earlier: [
      LegalFigure(
        formerRules(
          weeks: 1...4,
          core: Minutes(hours: 2)...Minutes(hours: 4, minutes: 30),
          minimum: exactly(hours: 4),
          offDays: 1
        ),
        from: april(2016),
        to: april(2023).adding(days: -1),
        citation: citation
      )
    ]
  )

  private static let citation = "勤務時間法第6条第3項・第4項、人事院規則15―14第3条・第4条"

  /// The rules since April 2023, which differ in the off-day alone.
  private static func rules(weeks: ClosedRange<Int>, offDays: Int) -> FlextimeRules {
    let fixable = Minutes(hours: 2)...Minutes(hours: 4)
    return FlextimeRules(
      weeks: weeks,
      coreLength: fixable,
      coreWindow: clock(9)...clock(16),
      band: clock(5)...clock(22),
      dailyMinimum: fixable,
      offDaysPerWeek: offDays,
      exemptDaysPerWeek: 1
    )
  }

  private static func formerRules(
    weeks: ClosedRange<Int>,
    core: ClosedRange<Minutes>,
    minimum: ClosedRange<Minutes>,
    offDays: Int
  ) -> FlextimeRules {
    FlextimeRules(
      weeks: weeks,
      coreLength: core,
      coreWindow: clock(9)...clock(16),
      band: clock(7)...clock(22),
      dailyMinimum: minimum,
      offDaysPerWeek: offDays,
      exemptDaysPerWeek: 0
    )
  }

  private static func exactly(hours: Int) -> ClosedRange<Minutes> {
    Minutes(hours: hours)...Minutes(hours: hours)
  }

  private static func clock(_ hour: Int) -> ClockTime {
    ClockTime(hour: hour, minute: 0) ?? .midnight
  }

  private static func april(_ year: Int) -> CivilDate {
    FiscalYear(startYear: year).firstDay
  }
}

public import CivilTime

/// 週休日の振替等 – the hours of a duty day moved to a day off, arranged beforehand.
///
/// 勤務時間法第8条・第15条、人事院規則15―14第6条・第17条. The day to be worked is day 1 of every count.
public enum DayShift: Hashable, Sendable, CaseIterable {
  /// 週休日の振替: a whole duty day becomes off, the off-day is worked.
  case wholeDay
  /// 4時間の勤務時間の割振り変更: four hours at the start or end of a duty day.
  case fourHours
  /// 代休日の指定: a duty day is free because a holiday is worked in full.
  case compensatoryDay

  /// Why a shift is none.
  public enum Fault: Hashable, Sendable {
    /// The day to be worked has regular hours, or is not a holiday on a weekday for a compensatory day.
    case workedDayUnfit
    /// The day to be freed is a holiday or has no regular hours.
    case freedDayUnfit
    /// The day to be freed lies outside the days allowed.
    case outsideWindow(ClosedRange<CivilDate>)
    /// It was arranged when one of the days had already come: work on the off-day is overtime, on a holiday holiday work.
    case notBeforehand(deadline: CivilDate)
  }

  /// 振替の期間: the weeks before and after the day worked from which a day may be freed.
  public static let weeks = LegalFigureTable(
    "振替の期間（前後の週数）",
    newest: LegalFigure(
      Weeks(before: 4, after: 8),
      from: FiscalYear(startYear: 2009).firstDay,
      citation: "人事院規則15―14第6条第1項、第17条第1項"
    )
  )

  /// Weeks before and after a day, the day itself being day 1 of both.
  public struct Weeks: Hashable, Sendable {
    /// How many weeks before.
    public let before: Int
    /// How many weeks after.
    public let after: Int
  }

  /// 勤務時間を割り振らない日 can be moved like days off since then (勤務時間法第8条第2項).
  public static let flextimeOffDaysMoveFrom = FiscalYear(startYear: 2025).firstDay

  /// The days that may be freed for a day that is worked.
  public func window(forWorkOn worked: CivilDate) -> ClosedRange<CivilDate> {
    let weeks = DayShift.weeks.newest.amount
    let last = worked.adding(days: weeks.after * 7 - 1)
    switch self {
    case .wholeDay, .fourHours: return worked.adding(days: 1 - weeks.before * 7)...last
    case .compensatoryDay: return worked.adding(days: 1)...last
    }
  }

  /// The last day on which the shift may be arranged: the day before the earlier of both days.
  public func deadline(worked: CivilDate, freed: CivilDate) -> CivilDate {
    min(worked, freed).adding(days: -1)
  }

  /// Why the shift is none, or nil where it is good.
  ///
  /// `offDays` are weekdays without regular hours for the person, `holidays` those that the calendar does not know yet.
  public func fault(
    worked: CivilDate,
    freed: CivilDate,
    arrangedOn: CivilDate,
    offDays: Set<CivilDate> = [],
    holidays: Set<CivilDate> = []
  ) -> Fault? {
    let calendar = DutyCalendar()
    let isHoliday = { (date: CivilDate) in calendar.isHoliday(date) || holidays.contains(date) }
    let isFlextimeOffDay = offDays.contains(worked) && !worked.weekday.isWeekend
    let canBeMoved =
      worked.weekday.isWeekend || isFlextimeOffDay && worked >= DayShift.flextimeOffDaysMoveFrom
    let isHolidayOnDuty = !worked.weekday.isWeekend && !isFlextimeOffDay && isHoliday(worked)
    let isFit = self == .compensatoryDay ? isHolidayOnDuty : canBeMoved
    guard isFit else { return .workedDayUnfit }
    guard !freed.weekday.isWeekend, !isHoliday(freed), !offDays.contains(freed) else { return .freedDayUnfit }
    let window = window(forWorkOn: worked)
    guard window.contains(freed) else { return .outsideWindow(window) }
    let deadline = deadline(worked: worked, freed: freed)
    return arrangedOn <= deadline ? nil : .notBeforehand(deadline: deadline)
  }

  /// The article.
  public var citation: String {
    switch self {
    case .wholeDay: "勤務時間法第8条、人事院規則15―14第6条"
    case .fourHours: "勤務時間法第8条、人事院規則15―14第6条第2項第3号・第3項"
    case .compensatoryDay: "勤務時間法第15条、人事院規則15―14第17条"
    }
  }

  /// The shift in Japanese.
  public var japanese: String {
    switch self {
    case .wholeDay: "週休日の振替"
    case .fourHours: "4時間の勤務時間の割振り変更"
    case .compensatoryDay: "代休日の指定"
    }
  }
}

extension DayShift.Fault {
  /// The word by which tables name the fault.
  public var name: String {
    switch self {
    case .workedDayUnfit: "worked-day-unfit"
    case .freedDayUnfit: "freed-day-unfit"
    case .outsideWindow: "outside-window"
    case .notBeforehand: "not-beforehand"
    }
  }

  /// What is wrong and what would be right, in Japanese.
  public func explanation(of shift: DayShift) -> String {
    switch self {
    case .workedDayUnfit:
      shift == .compensatoryDay
        ? "代休日は、勤務日に当たる休日に正規の勤務時間の全部を勤務するときに指定します。"
        : "勤務する日が週休日でも勤務時間を割り振らない日でもないため、\(shift.japanese)の対象になりません。"
    case .freedDayUnfit: "勤務を要しないこととする日は、休日でない勤務日から選んでください。"
    case .outsideWindow(let window):
      "\(window.lowerBound.japanese)から\(window.upperBound.japanese)までの勤務日を選んでください。"
    case .notBeforehand(let deadline):
      "\(deadline.japanese)までに決める必要がありました。"
        + (shift == .compensatoryDay ? "休日の正規の勤務時間の勤務は休日給の対象です。" : "週休日の勤務はすべて超過勤務です。")
    }
  }
}

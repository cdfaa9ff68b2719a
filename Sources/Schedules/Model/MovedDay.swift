package import CivilTime
package import People
package import Store
package import WorkingTimeRules

/// 動かした勤務日 – a duty that was moved from one day to another beforehand, or a holiday's compensatory day.
package struct MovedDay: Sendable, Hashable {
  /// What was moved.
  package enum Move: Sendable, Hashable {
    /// 週休日の振替: the hours that the day off gets.
    case wholeDay(DayHours)
    /// 4時間の割振り変更: the four hours, and those that stay on the day they were taken from.
    case fourHours(DayHours, staying: DayHours)
    /// 代休日: both days keep their hours.
    case compensatoryDay

    /// The rule that it follows.
    package var shift: DayShift {
      switch self {
      case .wholeDay: .wholeDay
      case .fourHours: .fourHours
      case .compensatoryDay: .compensatoryDay
      }
    }
  }

  /// Its identifier; the later record goes before the earlier one.
  package let id: RecordID<MovedDay>
  /// Whose days.
  package let employee: RecordID<Employee>
  /// What was moved.
  package let move: Move
  /// 勤務する日: the day off, or the holiday.
  package let worked: CivilDate
  /// 勤務しないこととする日, in whole or for four hours.
  package let freed: CivilDate

  /// Whether it can still be taken back: neither of its days has come.
  package func isCancellable(asOf today: CivilDate) -> Bool { today < min(worked, freed) }

  /// Whether a day is one of the two.
  package func touches(_ date: CivilDate) -> Bool { worked == date || freed == date }
}

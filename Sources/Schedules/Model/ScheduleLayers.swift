/// 割振りの根拠 – all that is on record about a person's days; every list has the newest record first.
package struct ScheduleLayers: Sendable, Hashable {
  /// 動かした勤務日, which go before all others.
  package var moves: [MovedDay]
  /// フレックスタイム制の単位期間.
  package var periods: [FlextimeAllotment]
  /// 早出遅出・短時間勤務の型.
  package var choices: [PatternChoice]
  /// The employer's standard days.
  package var standards: [StandardDay]
  /// Holidays that the calendar does not know.
  package var holidays: [HolidayAddition]

  /// What is on record; nothing where nothing is given.
  package init(
    moves: [MovedDay] = [],
    periods: [FlextimeAllotment] = [],
    choices: [PatternChoice] = [],
    standards: [StandardDay] = [],
    holidays: [HolidayAddition] = []
  ) {
    self.moves = moves
    self.periods = periods
    self.choices = choices
    self.standards = standards
    self.holidays = holidays
  }
}

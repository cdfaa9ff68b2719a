public import CivilTime

/// 週休日の確保 – what must remain after days off were moved (人事院規則15―14第6条第2項).
///
/// 毎4週間 is read strictly, as every run of four weeks; the notice on it has not been read.
public struct OffDayBalance: Hashable, Sendable {
  /// What a run of days lacks.
  public enum Fault: Hashable, Sendable {
    /// Fewer than four days off in the four weeks that begin with the day.
    case tooFewDaysOff(fourWeeksFrom: CivilDate, daysOff: Int)
    /// More than 24 duty days in a row; the day is the first of them.
    case tooManyDutyDays(from: CivilDate, count: Int)
  }

  /// 4週間につき4日以上の週休日.
  public static let leastDaysOff = 4

  /// 引き続く勤務日等は24日まで.
  public static let mostDutyDays = 24

  private let firstDay: CivilDate
  private let isDuty: [Bool]

  /// The days of a range, of which some have regular hours; holidays count as duty days 勤務日等.
  public init(_ days: ClosedRange<CivilDate>, isDuty: (CivilDate) -> Bool) {
    firstDay = days.lowerBound
    self.isDuty = days.map(isDuty)
  }

  /// The first lack of either kind, earliest day first; every run of four weeks inside the range is looked at.
  public var faults: [Fault] {
    [tooFewDaysOff, tooManyDutyDays].compactMap(\.self)
  }

  private var tooFewDaysOff: Fault? {
    guard isDuty.count >= 28 else { return nil }
    for place in 0...isDuty.count - 28 {
      let daysOff = isDuty[place..<place + 28].count { !$0 }
      if daysOff < OffDayBalance.leastDaysOff {
        return .tooFewDaysOff(fourWeeksFrom: firstDay.adding(days: place), daysOff: daysOff)
      }
    }
    return nil
  }

  private var tooManyDutyDays: Fault? {
    var place = 0
    while place < isDuty.count {
      let end = isDuty[place...].firstIndex(of: false) ?? isDuty.count
      if end - place > OffDayBalance.mostDutyDays {
        return .tooManyDutyDays(from: firstDay.adding(days: place), count: end - place)
      }
      place = end + 1
    }
    return nil
  }
}

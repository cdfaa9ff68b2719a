internal import CivilTime

/// A month of records with its days up to yesterday.
struct DemoMonth: Sendable {
  struct Day: Sendable {
    let date: CivilDate
    let isDuty: Bool
    let weekday: Weekday
    let isDisaster: Bool
  }

  let month: YearMonth
  /// How many months it lies back; 0 is the newest.
  let back: Int
  let days: [Day]
  let dutyDayCount: Int
  let dutyDaysOver: Int

  init(_ month: YearMonth, period: DemoPeriod) {
    let calendar = DutyCalendar()
    self.month = month
    back = month.distance(to: period.lastMonth)
    let week = period.disasterWeek
    days = (month.firstDay...min(month.lastDay, period.yesterday)).map { date in
      Day(
        date: date,
        isDuty: calendar.isDutyDay(date),
        weekday: date.weekday,
        isDisaster: week?.contains(date) ?? false
      )
    }
    dutyDayCount = calendar.dutyDays(in: month.days)
    dutyDaysOver = days.count { $0.isDuty }
  }
}

/// 休日表 – the holidays of the years 2007 to 2099, by the act as amended to 2026.
public enum HolidayCalendar: Sendable {
  /// The years the table covers.
  public static let years = 2007...2099

  /// The holidays of a year, sorted, one a date; empty outside `years`.
  ///
  /// National holidays come before the year-end ones: 1 January is 元日.
  public static func holidays(inYear year: Int) -> [Holiday] {
    years.contains(year) ? table.byYear[year - years.lowerBound] : []
  }

  /// The holiday a date is, if it is one; nil outside `years`.
  public static func holiday(on date: CivilDate) -> Holiday? {
    table.holiday(on: date)
  }

  private static let table = HolidayTable(years: years)
}

/// All holidays, with an index by day so that a look-up costs one step.
private struct HolidayTable {
  let byYear: [[Holiday]]
  private let all: [Holiday]
  private let firstDay: CivilDate
  /// For each day from `firstDay`, its place in `all`, or -1.
  private let places: [Int16]

  init(years: ClosedRange<Int>) {
    let byYear = years.map(HolidayTable.holidays)
    let all = byYear.flatMap(\.self)
    let firstDay = CivilDate(clampedYear: years.lowerBound, month: 1, day: 1)
    let lastDay = CivilDate(clampedYear: years.upperBound, month: 12, day: 31)
    var places = [Int16](repeating: -1, count: firstDay.distance(to: lastDay) + 1)
    for (place, holiday) in all.enumerated() {
      places[firstDay.distance(to: holiday.date)] = Int16(place)
    }
    self.byYear = byYear
    self.all = all
    self.firstDay = firstDay
    self.places = places
  }

  func holiday(on date: CivilDate) -> Holiday? {
    let offset = firstDay.distance(to: date)
    guard places.indices.contains(offset), places[offset] >= 0 else { return nil }
    return all[Int(places[offset])]
  }

  private static func holidays(inYear year: Int) -> [Holiday] {
    let named = NationalHolidays.named(inYear: year)
    var byDate: [CivilDate: Holiday] = [:]
    for holiday in named + substitutes(for: named) + sandwiched(between: named) + yearEnd(year)
    where byDate[holiday.date] == nil {
      byDate[holiday.date] = holiday
    }
    return byDate.values.sorted { $0.date < $1.date }
  }

  /// 振替休日: for a holiday on a Sunday, the nearest later day that is none (since 2007).
  private static func substitutes(for named: [Holiday]) -> [Holiday] {
    let dates = Set(named.map(\.date))
    return named.filter { $0.date.weekday == .sunday }.map { holiday in
      var date = holiday.date.adding(days: 1)
      while dates.contains(date) { date = date.adding(days: 1) }
      return Holiday(date: date, name: "振替休日", kind: .substitute, isProvisional: holiday.isProvisional)
    }
  }

  /// 国民の休日: a day that is none, between two that are.
  private static func sandwiched(between named: [Holiday]) -> [Holiday] {
    zip(named, named.dropFirst())
      .filter { $0.date.distance(to: $1.date) == 2 }
      .map { earlier, later in
        Holiday(
          date: earlier.date.adding(days: 1),
          name: "国民の休日",
          kind: .sandwiched,
          isProvisional: earlier.isProvisional || later.isProvisional
        )
      }
  }

  private static func yearEnd(_ year: Int) -> [Holiday] {
    let days = [(1, 2), (1, 3), (12, 29), (12, 30), (12, 31)]
    return days.map { month, day in
      let date = CivilDate(clampedYear: year, month: month, day: day)
      return Holiday(date: date, name: "年末年始の休日", kind: .yearEnd, isProvisional: false)
    }
  }
}

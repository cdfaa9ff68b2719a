import CivilTime
import Testing

struct HolidayTests {
  struct Year: Sendable {
    let year: Int
    /// Month and day; s marks a substitute, k a day between two holidays, o a one-off.
    let days: String
  }

  static let years = [
    Year(
      year: 2007,
      days: "1/1 1/8 2/11 2/12s 3/21 4/29 4/30s 5/3 5/4 5/5 7/16 9/17 9/23 9/24s 10/8 11/3 11/23 12/23 12/24s"
    ),
    Year(
      year: 2009,
      days: "1/1 1/12 2/11 3/20 4/29 5/3 5/4 5/5 5/6s 7/20 9/21 9/22k 9/23 10/12 11/3 11/23 12/23"
    ),
    Year(
      year: 2019,
      days:
        "1/1 1/14 2/11 3/21 4/29 4/30k 5/1o 5/2k 5/3 5/4 5/5 5/6s 7/15 8/11 8/12s 9/16 9/23 10/14 10/22o 11/3 11/4s 11/23"
    ),
    Year(
      year: 2020,
      days: "1/1 1/13 2/11 2/23 2/24s 3/20 4/29 5/3 5/4 5/5 5/6s 7/23 7/24 8/10 9/21 9/22 11/3 11/23"
    ),
    Year(
      year: 2021,
      days: "1/1 1/11 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/22 7/23 8/8 8/9s 9/20 9/23 11/3 11/23"
    ),
    Year(
      year: 2023,
      days: "1/1 1/2s 1/9 2/11 2/23 3/21 4/29 5/3 5/4 5/5 7/17 8/11 9/18 9/23 10/9 11/3 11/23"
    ),
    Year(
      year: 2024,
      days:
        "1/1 1/8 2/11 2/12s 2/23 3/20 4/29 5/3 5/4 5/5 5/6s 7/15 8/11 8/12s 9/16 9/22 9/23s 10/14 11/3 11/4s 11/23"
    ),
    Year(
      year: 2025,
      days: "1/1 1/13 2/11 2/23 2/24s 3/20 4/29 5/3 5/4 5/5 5/6s 7/21 8/11 9/15 9/23 10/13 11/3 11/23 11/24s"
    ),
    Year(
      year: 2026,
      days: "1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6s 7/20 8/11 9/21 9/22k 9/23 10/12 11/3 11/23"
    ),
    Year(
      year: 2027,
      days: "1/1 1/11 2/11 2/23 3/21 3/22s 4/29 5/3 5/4 5/5 7/19 8/11 9/20 9/23 10/11 11/3 11/23"
    ),
  ]

  @Test(arguments: years)
  func theYearHasItsHolidays(_ year: Year) {
    let marks: [Holiday.Kind: String] = [.substitute: "s", .sandwiched: "k", .oneOff: "o"]
    let days = HolidayCalendar.holidays(inYear: year.year).filter { $0.kind != .yearEnd }.map {
      "\($0.date.month)/\($0.date.day)" + (marks[$0.kind] ?? "")
    }
    #expect(days.joined(separator: " ") == year.days)
  }

  @Test func lookingUpADayAgreesWithTheYearsList() throws {
    for year in HolidayCalendar.years {
      let first = try #require(CivilDate(year: year, month: 1, day: 1))
      let last = try #require(CivilDate(year: year, month: 12, day: 31))
      #expect((first...last).compactMap(HolidayCalendar.holiday) == HolidayCalendar.holidays(inYear: year))
    }
    #expect(HolidayCalendar.holidays(inYear: 2006).isEmpty)
    #expect(HolidayCalendar.holidays(inYear: 2100).isEmpty)
    #expect(try HolidayCalendar.holiday(on: #require(CivilDate(iso: "2100-01-01"))) == nil)
  }

  @Test func equinoxesBeyondTheGazetteAreProvisional() throws {
    let announced = try #require(CivilDate(iso: "2027-03-22"))
    #expect(HolidayCalendar.holiday(on: announced)?.isProvisional == false)
    let computed = HolidayCalendar.holidays(inYear: 2028).filter(\.isProvisional)
    #expect(computed.map(\.name) == ["春分の日", "秋分の日"])
    // 2032 has a day between the respect for the aged and a computed equinox.
    #expect(HolidayCalendar.holidays(inYear: 2032).contains { $0.kind == .sandwiched && $0.isProvisional })
  }

  @Test(arguments: [
    ("2026-12-29", false), ("2026-12-28", true), ("2027-01-04", true), ("2025-05-06", false),
    ("2024-11-25", true),
    ("2024-11-23", false),
  ])
  func dutyDays(_ iso: String, isDutyDay: Bool) throws {
    #expect(try DutyCalendar().isDutyDay(#require(CivilDate(iso: iso))) == isDutyDay)
  }

  @Test func mayHasEighteenDutyDays() throws {
    let calendar = DutyCalendar()
    let may = try #require(YearMonth(year: 2026, month: 5))
    #expect(calendar.dutyDays(in: may.days) == 18)
    #expect(calendar.dutyDates(in: may.days).count == 18)
    let eve = try #require(CivilDate(iso: "2026-12-28"))
    #expect(calendar.nextDutyDay(after: eve).iso == "2027-01-04")
    #expect(try calendar.previousDutyDay(before: #require(CivilDate(iso: "2027-01-04"))) == eve)
    #expect(try HolidayCalendar.holiday(on: #require(CivilDate(iso: "2027-01-01")))?.name == "元日")
  }
}

import CivilTime
import Testing

struct CivilDateTests {
  @Test func everyDayFollowsTheOneBeforeIt() throws {
    var previous = CivilDate(dayNumber: -800_001)
    var faults = 0
    for number in -800_000...800_000 {
      let date = CivilDate(dayNumber: number)
      let monthEnd = CivilDate.daysInMonth(year: previous.year, month: previous.month)
      let expected: (Int, Int, Int) =
        if previous.day < monthEnd {
          (previous.year, previous.month, previous.day + 1)
        } else if previous.month < 12 {
          (previous.year, previous.month + 1, 1)
        } else {
          (previous.year + 1, 1, 1)
        }
      let isNext = (date.year, date.month, date.day) == expected
      let returns = CivilDate(year: date.year, month: date.month, day: date.day) == date
      let weekdayFollows = date.weekday.rawValue == (previous.weekday.rawValue + 1) % 7
      if !(isNext && returns && weekdayFollows) { faults += 1 }
      previous = date
    }
    #expect(faults == 0)
    #expect(CivilDate(dayNumber: 0).iso == "1970-01-01")
    #expect(CivilDate(dayNumber: 0).weekday == .thursday)
  }

  @Test(arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", " 2026-01-01", "２０２６-01-01", ""])
  func noDayIsReadFromBadISO(_ text: String) {
    #expect(CivilDate(iso: text) == nil)
  }

  @Test func monthsAreAddedUpToTheMonthsEnd() {
    #expect(CivilDate(iso: "2026-01-31")?.adding(months: 1).iso == "2026-02-28")
    #expect(CivilDate(iso: "2024-03-31")?.adding(months: -1).iso == "2024-02-29")
    #expect(CivilDate(iso: "2026-12-15")?.adding(months: 13).iso == "2028-01-15")
  }

  struct Reading: Sendable {
    let text: String
    let era: Era?
    let iso: String?

    init(_ text: String, _ iso: String?, era: Era? = nil) {
      self.text = text
      self.era = era
      self.iso = iso
    }
  }

  static let readings = [
    Reading("令和8年4月1日", "2026-04-01"),
    Reading("令和８年４月１日（水）", "2026-04-01"),
    Reading("令和8年4月1日(木)", nil),
    Reading("令和 8 年 4 月 1 日", "2026-04-01"),
    Reading("令和元年5月1日", "2019-05-01"),
    Reading("令和元年4月30日", nil),
    Reading("平成32年3月31日", "2020-03-31"),
    Reading("昭和64年1月7日", "1989-01-07"),
    Reading("R8.4.1", "2026-04-01"),
    Reading("r8/4/1", "2026-04-01"),
    Reading("Ｒ８．４．１", "2026-04-01"),
    Reading("㋿8.4.1", "2026-04-01"),
    Reading("8.4.1", "2026-04-01", era: .reiwa),
    Reading("8.4.1", nil),
    Reading("2026/4/1", "2026-04-01", era: .reiwa),
    Reading("2026-04-01", "2026-04-01"),
    Reading("２０２６年４月１日", "2026-04-01"),
    Reading("20260401", "2026-04-01"),
    Reading("　20260401 ", "2026-04-01"),
    Reading("2026/4-1", nil),
    Reading("2026年4/1", nil),
    Reading("2026/2/30", nil),
    Reading("R0.4.1", nil),
    Reading("R2026.4.1", nil),
    Reading("2026/4", nil),
    Reading("年月日", nil),
    Reading("", nil),
  ]

  @Test(arguments: readings)
  func datesAreReadAsPeopleTypeThem(_ reading: Reading) {
    #expect(CivilDate(reading: reading.text, era: reading.era)?.iso == reading.iso, "\(reading.text)")
  }

  @Test func datesAreShownInTheEra() throws {
    let date = try #require(CivilDate(iso: "2026-04-01"))
    #expect(date.japanese == "令和8年4月1日（水）")
    #expect(date.japaneseShort == "R8.4.1")
    #expect(CivilDate(iso: "2019-05-01")?.japaneseWithoutWeekday == "令和元年5月1日")
    #expect(CivilDate(iso: "2019-04-30")?.japaneseWithoutWeekday == "平成31年4月30日")
    #expect(date.fiscalYear.japanese == "令和8年度")
    #expect(FiscalYear(startYear: 2019).japanese == "令和元年度")
    #expect(CivilDate(iso: "2027-03-31")?.fiscalYear.startYear == 2026)
  }

  @Test func whatIsShownIsReadBack() {
    for number in stride(from: 0, to: 40_000, by: 97) {
      let date = CivilDate(dayNumber: number)
      for text in [date.japanese, date.japaneseShort, date.iso] {
        #expect(CivilDate(reading: text) == date)
      }
    }
  }
}

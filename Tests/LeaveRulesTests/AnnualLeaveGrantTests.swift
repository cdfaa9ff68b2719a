import CivilTime
import LeaveRules
import Testing

struct AnnualLeaveGrantTests {
  struct Case: Sendable {
    let name: String
    var year = 2026
    let hired: String
    var termEnd: String?
    let days: Int
  }

  static let cases = [
    Case(name: "L01", hired: "2026-04-01", days: 15),
    Case(name: "L02", hired: "2026-10-01", days: 5),
    Case(name: "L04", hired: "2026-07-01", days: 10),
    Case(name: "L07", hired: "2026-01-01", days: 20),
    Case(name: "L09", hired: "2020-04-01", termEnd: "2026-06-30", days: 10),
    Case(name: "any day of April", hired: "2026-04-30", days: 15),
    Case(name: "last day of the year", hired: "2026-12-31", days: 2),
    Case(name: "two months to the day", hired: "2026-04-15", termEnd: "2026-06-14", days: 3),
    Case(name: "two months and a day", hired: "2026-04-15", termEnd: "2026-06-15", days: 5),
    Case(name: "January's end to February's is a month", hired: "2026-01-31", termEnd: "2026-02-28", days: 2),
    Case(name: "not yet hired", hired: "2027-01-01", days: 0),
    Case(name: "long gone", hired: "2020-04-01", termEnd: "2025-12-31", days: 0),
    Case(name: "whole year", year: 2030, hired: "2020-04-01", days: 20),
  ]

  @Test(arguments: cases)
  func daysAreGranted(_ example: Case) throws {
    let hired = try #require(CivilDate(iso: example.hired))
    let service = try #require(
      ServicePeriod(hiredOn: hired, termEndsOn: example.termEnd.flatMap(CivilDate.init(iso:)))
    )
    #expect(AnnualLeaveGrant(year: example.year, service: service).days == example.days, "\(example.name)")
  }

  @Test func everyHireOfAMonthGrantsTheSame() throws {
    let table = [20, 18, 17, 15, 13, 12, 10, 8, 7, 5, 3, 2]
    for (offset, days) in table.enumerated() {
      for date in YearMonth(index: 2026 * 12 + offset).days {
        let service = try #require(ServicePeriod(hiredOn: date))
        #expect(AnnualLeaveGrant(year: 2026, service: service).days == days)
      }
    }
  }

  @Test func aTermMustNotEndBeforeItBegins() throws {
    let date = try #require(CivilDate(iso: "2026-04-01"))
    #expect(ServicePeriod(hiredOn: date, termEndsOn: date.adding(days: -1)) == nil)
  }
}

import CivilTime
import Testing

@testable import MonthClosing

@Suite struct ClosingTermsTests {
  struct Case: Sendable {
    let month: YearMonth
    let returnedOn: String?
    let dues: [String]
  }

  /// By hand from the calendar: 3 and 23 November are holidays, as are 29 April and 3 to 5 May, and the year's turn.
  @Test(arguments: [
    Case(
      month: ClosingOffice.october,
      returnedOn: nil,
      dues: ["2026-11-05", "2026-11-09", "2026-11-11", "2026-11-16"]
    ),
    Case(
      month: ClosingOffice.october,
      returnedOn: "2026-11-02",
      dues: ["2026-11-05", "2026-11-09", "2026-11-11", "2026-11-16"]
    ),
    Case(
      month: ClosingOffice.october,
      returnedOn: "2026-11-10",
      dues: ["2026-11-12", "2026-11-16", "2026-11-18", "2026-11-24"]
    ),
    Case(
      month: YearMonth(index: 2026 * 12 + 11),
      returnedOn: nil,
      dues: ["2027-01-06", "2027-01-08", "2027-01-13", "2027-01-18"]
    ),
    Case(
      month: YearMonth(index: 2028 * 12 + 1),
      returnedOn: nil,
      dues: ["2028-03-03", "2028-03-07", "2028-03-09", "2028-03-14"]
    ),
  ])
  func theDaysAreDutyDaysOfTheNextMonth(_ one: Case) {
    let dues = ClosingDues(.usual, of: one.month, returnedOn: one.returnedOn.map { day($0) })
    #expect([dues.confirm, dues.check, dues.approve, dues.timeOut].map(\.iso) == one.dues)
  }

  struct Refused: Sendable {
    let days: [Int]
    let isTaken: Bool
  }

  @Test(arguments: [
    Refused(days: [1, 2, 3, 4], isTaken: true), Refused(days: [3, 5, 7, 16], isTaken: true),
    Refused(days: [0, 2, 3, 4], isTaken: false), Refused(days: [3, 3, 7, 10], isTaken: false),
    Refused(days: [3, 5, 5, 10], isTaken: false), Refused(days: [3, 5, 7, 7], isTaken: false),
    Refused(days: [3, 5, 7, 17], isTaken: false),
  ])
  func eachStepIsDueAfterTheOneBefore(_ one: Refused) {
    let terms = ClosingTerms(
      confirm: one.days[0],
      check: one.days[1],
      approve: one.days[2],
      timeOut: one.days[3]
    )
    #expect((terms != nil) == one.isTaken)
  }

  @Test func everyMonthHasAsManyDutyDaysAsMayBeSet() {
    for index in (2019 * 12)..<(2040 * 12) {
      let month = YearMonth(index: index)
      #expect(DutyCalendar().dutyDays(in: month.days) >= ClosingTerms.latest, "\(month)")
    }
  }
}

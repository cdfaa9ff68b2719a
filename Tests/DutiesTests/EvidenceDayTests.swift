import CivilTime
import Store
import Testing

@testable import Duties

@Suite("Which duty evidence of a day can belong to")
struct EvidenceDayTests {
  /// A duty by its occasion, and the first and last day that it takes.
  struct Case: Sendable, CustomTestStringConvertible {
    let occasion: String
    let starts: String
    let due: String
    let last: String

    var testDescription: String { "\(occasion) due \(due)" }
  }

  static let cases = [
    Case(occasion: "2026-h1", starts: "2026-04-01", due: "2026-09-30", last: "2026-09-30"),
    Case(occasion: "2026-e2", starts: "2026-10-01", due: "2027-03-31", last: "2027-03-31"),
    Case(occasion: "2026-11", starts: "2026-11-01", due: "2026-11-30", last: "2026-11-30"),
    // The rule gives 45 days to do it after the period.
    Case(occasion: "2026-summer", starts: "2026-07-01", due: "2026-10-15", last: "2026-10-15"),
    Case(occasion: "2026", starts: "2026-04-01", due: "2027-09-30", last: "2027-09-30"),
    // What comes once may be done late.
    Case(occasion: "once", starts: "2026-04-01", due: "2027-03-31", last: "2028-03-30"),
    Case(
      occasion: "people.transfer:2026-04-01",
      starts: "2026-04-01",
      due: "2026-05-01",
      last: "2027-05-01"
    ),
    Case(occasion: "decision:2026", starts: "2026-12-01", due: "2027-02-01", last: "2028-02-01"),
  ]

  @Test(arguments: cases)
  func isBoundedByThePeriodOrTheEvent(_ tried: Case) {
    let (starts, due) = (day(tried.starts), day(tried.due))
    let duty = Duty(
      id: RecordID(1),
      rule: DutyRuleKey(plan: "soumu", measure: "M", name: "a"),
      occasion: tried.occasion,
      year: FiscalYear(startYear: 2026),
      employer: RecordID(1),
      bureau: nil,
      owner: .office(.secretariat, RecordID(1)),
      subject: .employer(RecordID(1)),
      evidence: DutiesOffice.report,
      isBulkSafe: false,
      startsOn: starts,
      openedOn: starts,
      dueOn: due,
      state: .open,
      revision: 0
    )
    let last = day(tried.last)
    #expect(!EvidenceDay.admits(starts.adding(days: -1), to: duty))
    #expect(EvidenceDay.admits(starts, to: duty))
    #expect(EvidenceDay.admits(last, to: duty))
    #expect(!EvidenceDay.admits(last.adding(days: 1), to: duty))
  }
}

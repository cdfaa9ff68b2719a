import CivilTime
import People
import Store
import Testing

@testable import Duties
@testable import Roof

@Suite struct DutySpreadsheetTests {
  private static let due = CivilDate(dayNumber: 20_780)  // 23 November 2026

  static let words: [(state: DutyState, told: String)] = [
    (.open, ",未了,"), (.excused(on: due), ",免除,2026-11-23"),
    (.fulfilled(on: due, entry: RecordID(9)), ",済み,2026-11-23"),
    (.fulfilled(on: due.adding(days: 1), entry: RecordID(9)), ",済み（期限後）,2026-11-24"),
  ]

  @Test(arguments: words)
  func tellsStatesInTheWordsOfThePage(_ state: DutyState, _ told: String) throws {
    let duty = Duty(
      id: RecordID(1),
      rule: DutyRuleKey(plan: "soumu", measure: "V-1-a", name: "a"),
      occasion: "2026-h2",
      year: FiscalYear(startYear: 2026),
      employer: RecordID(1),
      bureau: nil,
      owner: .person(RecordID(2)),
      subject: .employer(RecordID(1)),
      evidence: EvidenceKindID(rawValue: "hand.report"),
      isBulkSafe: false,
      startsOn: Self.due.adding(days: -30),
      openedOn: Self.due.adding(days: -30),
      dueOn: Self.due,
      state: state,
      revision: 0
    )
    let line = DutyLine(duty: duty, title: "題", task: "すること", about: "総務省", owner: "職員")
    let bytes = try DutySpreadsheet.bytes([line]).filter { $0 != UInt8(ascii: "\"") }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("取組,取組の名前,すること,対象,担うもの,年度,期間の初日,期限,状態,実施・免除の日"))
    #expect(text.contains("V-1-a,題,すること,総務省,職員,2026,2026-10-24,2026-11-23\(told)"))
  }
}

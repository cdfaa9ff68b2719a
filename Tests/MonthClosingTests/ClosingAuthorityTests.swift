import CivilTime
import People
import Store
import Testing

@testable import MonthClosing

/// Unit 1 above unit 2; 10 heads 1, 19 keeps its time; 20 heads 2 with the deputy 21, and 22 keeps its time; 30 is staff.
@Suite struct ClosingAuthorityTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let actor: Int64?
    let person: Int64
    let act: ClosingAct
    let on: String
    let isPersonnel: Bool
    let standing: ClosingStep.Standing?

    init(
      _ name: String,
      _ actor: Int64?,
      of person: Int64 = 30,
      _ act: ClosingAct,
      on date: String = "2026-11-02",
      personnel: Bool = false,
      _ standing: ClosingStep.Standing?
    ) {
      testDescription = name
      self.actor = actor
      self.person = person
      self.act = act
      on = date
      isPersonnel = personnel
      self.standing = standing
    }
  }

  static let officers: ClosingOfficers = {
    var officers = ClosingOfficers()
    officers.heads = [RecordID(1): [RecordID(10)], RecordID(2): [RecordID(20)]]
    officers.deputies = [RecordID(2): [RecordID(21)]]
    officers.keepers = [RecordID(1): [RecordID(19)], RecordID(2): [RecordID(22)]]
    return officers
  }()

  @Test(arguments: [
    Case("one confirms one's own month", 30, .confirm, .appointed),
    Case("nobody confirms for another", 20, .confirm, nil),
    Case("the time-keeper checks", 22, .check, .appointed),
    Case("the head waits for the time-keeper", 20, .check, on: "2026-11-09", nil),
    Case("the head checks when the days have passed", 20, .check, on: "2026-11-10", .deputy),
    Case("the time-keeper above too", 19, .check, on: "2026-11-10", .deputy),
    Case("the head above waits longer", 10, .check, on: "2026-11-11", nil),
    Case("then the head above", 10, .check, on: "2026-11-12", .unitAbove),
    Case("the time-keeper's own month goes to the head at once", 20, of: 22, .check, .deputy),
    Case("the time-keeper does not check the own month", 22, of: 22, .check, on: "2026-12-01", nil),
    Case("the head approves", 20, .approve, .appointed),
    Case("the deputy approves as such", 21, .approve, .deputy),
    Case("the time-keeper never approves", 22, .approve, on: "2026-12-01", nil),
    Case("a colleague never approves", 31, .approve, on: "2026-12-01", nil),
    Case("the head above waits", 10, .approve, on: "2026-11-11", nil),
    Case("the head above approves when the days have passed", 10, .approve, on: "2026-11-12", .unitAbove),
    Case("the head does not approve the own month", 20, of: 20, .approve, on: "2026-12-01", nil),
    Case("nor does the deputy approve the head's", 21, of: 20, .approve, nil),
    Case("a head's goes to the unit above", 10, of: 20, .approve, .appointed),
    Case("the deputy's goes to the head", 20, of: 21, .approve, .appointed),
    Case("personnel waits for the last day", 99, .approve, on: "2026-11-16", personnel: true, nil),
    Case("personnel closes after the last day", 99, .approve, on: "2026-11-17", personnel: true, .timeOut),
    Case("an officer without being staff too", nil, .approve, on: "2026-11-17", personnel: true, .timeOut),
    Case("another employer's personnel never", 99, .approve, on: "2026-11-17", nil),
    Case("the time-keeper sends back", 22, .sendBack, .appointed),
    Case("the deputy sends back as such", 21, .sendBack, .deputy),
    Case("nobody sends back the own month", 30, of: 30, .sendBack, nil),
  ])
  func everybodyActsInTheirTurnAndNobodyOnTheirOwn(_ one: Case) {
    let place = ClosingPlace(
      employer: RecordID(1),
      unit: RecordID(2),
      above: [RecordID(1)],
      former: [],
      title: "係員",
      rank: nil
    )
    let authority = ClosingAuthority(
      officers: Self.officers,
      place: place,
      person: RecordID(one.person),
      dues: ClosingDues(.usual, of: ClosingOffice.october)
    )
    let standing = authority.standing(
      of: one.actor.map { RecordID($0) },
      personnelOf: one.isPersonnel ? [RecordID(1)] : [RecordID(2)],
      for: one.act,
      on: day(one.on)
    )
    #expect(standing == one.standing)
  }

  @Test func theTopIsApprovedByThePersonnelAuthority() {
    let place = ClosingPlace(
      employer: RecordID(1),
      unit: RecordID(1),
      above: [],
      former: [],
      title: "局長",
      rank: nil
    )
    let authority = ClosingAuthority(
      officers: Self.officers,
      place: place,
      person: RecordID(10),
      dues: ClosingDues(.usual, of: ClosingOffice.october)
    )
    let standing = { (actor: Int64, employers: Set<RecordID<Employer>>) in
      authority.standing(
        of: RecordID(actor),
        personnelOf: employers,
        for: .approve,
        on: day("2026-11-02")
      )
    }
    #expect(standing(99, [RecordID(1)]) == .appointed)
    #expect(standing(10, [RecordID(1)]) == nil)
    #expect(standing(20, []) == nil)
  }
}

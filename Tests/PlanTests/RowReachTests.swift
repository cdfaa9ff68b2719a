import Access
import Indicators
import People
import Store
import TestSupport
import Testing

@testable import Plan

@Suite("Whose units' rows behind figures somebody sees")
struct RowReachTests {
  private static let tree = UnitTree(units: PlanOffice().units, date: PlanOffice.today)
  private static let all: Set<Int64> = [1, 2, 3, 4, 5]

  struct Case: Sendable, CustomTestStringConvertible {
    let who: String
    var roles: Set<Role> = []
    var headed: Set<Int64> = []
    var kept: Set<Int64> = []
    var personnel: Set<Int64> = []
    /// The units of which rows are seen.
    let workingTime: Set<Int64>
    let duties: Set<Int64>
    let personnelRecord: Set<Int64>
    var testDescription: String { who }

    var actor: Actor {
      Actor(
        account: RecordID(1),
        employee: RecordID(101),
        name: "職員",
        unit: nil,
        roles: roles,
        headedUnits: Set(headed.map { RecordID($0) }),
        keptUnits: Set(kept.map { RecordID($0) }),
        personnelEmployers: Set(personnel.map { RecordID($0) })
      )
    }
  }

  private static let cases = [
    Case(
      who: "secretariat that keeps the time of 秘書課",
      roles: [.secretariat, .timeKeeper],
      kept: [2],
      workingTime: [],
      duties: all,
      personnelRecord: []
    ),
    Case(
      who: "secretariat that heads 秘書課",
      roles: [.secretariat, .superior],
      headed: [2],
      workingTime: [2],
      duties: all,
      personnelRecord: []
    ),
    Case(
      who: "head of 大臣官房 that keeps the time of 統計局",
      roles: [.superior, .timeKeeper],
      headed: [1],
      kept: [3],
      workingTime: [1, 2],
      duties: [1, 2],
      personnelRecord: []
    ),
    Case(
      who: "head of 秘書課, personnel of 消防庁",
      roles: [.superior, .hr],
      headed: [2],
      personnel: [2],
      workingTime: [2, 5],
      duties: [2, 5],
      personnelRecord: [5]
    ),
    Case(who: "staff", workingTime: [], duties: [], personnelRecord: []),
  ]

  @Test(arguments: cases)
  func isThatOfTheRecordsThemselves(_ one: Case) {
    let reach = RowReach(one.actor, in: Self.tree)
    let expected: [(RowListing.Audience, Set<Int64>)] = [
      (.workingTime, one.workingTime), (.duties, one.duties), (.personnelRecord, one.personnelRecord),
    ]
    for (audience, units) in expected {
      for subject in [CountedRow.Subject.unit, CountedRow.Subject.head] {
        let seen = Self.tree.ordered.filter { unit in
          let row = CountedRow(
            employer: unit.employer,
            unit: unit.id,
            subject: subject(unit.id),
            ratio: Ratio(1, of: 2),
            facts: []
          )
          return reach.sees(row, audience, people: [:])
        }
        #expect(Set(seen.map(\.id.number)) == units, "\(audience)")
      }
    }
  }

  @Test(arguments: Engine.available)
  func keepsTheHoursOfOtherUnitsFromASecretariatWithATimeKeeper(_ engine: Engine) async throws {
    try await RowVisits.with(engine) { office in
      let keeper = RowVisits.Visitor.secretariatKeeping(2)
      for suffix in ["", "/csv"] {
        let answer = try await office.get(RowVisits.unitHours + suffix, as: keeper)
        #expect(answer.status == 200)
        for unit in [1, 2, 3, 4, 5] { #expect(!answer.text.contains("\(unit)の時間")) }
        #expect(!answer.text.contains("統計局"))
      }
      let personnel = try await office.get(RowVisits.unitHours, as: .role(.hr)).text
      #expect(personnel.contains("3の時間") && !personnel.contains("5の時間"))
      let head = try await office.get(RowVisits.unitHours, as: .head(of: 2)).text
      #expect(head.contains("2の時間") && !head.contains("3の時間"))
      // Their own duty to the plan stays open.
      #expect(try await office.get(RowVisits.duties, as: keeper).text.contains("統計局"))
    }
  }
}

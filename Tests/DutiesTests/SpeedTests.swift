import CivilTime
import People
import Store
import TestSupport
import Testing

@testable import Duties

/// Not judged by the clock; prints what a full cycle of a large ministry costs.
@Suite("A large ministry")
struct SpeedTests {
  private static let date = EvidenceKindID(rawValue: "hand.date")

  /// As many rules of each sort as the plan of a ministry has.
  private static func rules() -> [DutyRule] {
    var rules: [DutyRule] = []
    func add(_ count: Int, _ debtor: Debtor, _ cycle: Cycle) {
      for _ in 0..<count { rules.append(DutiesOffice.rule("M\(rules.count)", debtor, .every(cycle))) }
    }
    add(2, .superior(of: .staff), .evaluation)
    add(1, .superior(of: .staff), .fiscalYear)
    add(2, .superior(of: .manager), .evaluation)
    add(1, .each(.manager), .fiscalYear)
    add(2, .each(.executive), .fiscalYear)
    add(1, .each(.sectionHead), .fiscalYear)
    add(2, .head(of: .headed), .half)
    add(8, .head(of: .divisions), .half)
    add(6, .head(of: .divisions), .fiscalYear)
    add(1, .head(of: .divisions), .quarter)
    add(6, .head(of: .bureaus), .half)
    add(55, .office(.personnel), .half)
    add(15, .office(.secretariat), .fiscalYear)
    for _ in 0..<6 {
      let kind = DutyEventKind(rawValue: "people.transfer")
      let measure = "M\(rules.count)"
      rules.append(
        DutiesOffice.rule(measure, .superior(of: .eventSubject), .on(kind), due: .daysAfter(30))
      )
    }
    return rules
  }

  /// 20 bureaus of 16 divisions; 5,000 people, of whom 1,500 move on 1 July.
  private static func write(on connection: any SQLConnection) throws {
    try EmployerRecords.insert([Employer(id: RecordID(1), code: "big", name: "省")], on: connection)
    var units: [OrganizationUnit] = []
    for bureau in 1...20 {
      let top = Int64(bureau * 100)
      units.append(DutiesWorld.unit(top, "局\(bureau)", .bureau))
      for division in 1...16 {
        units.append(DutiesWorld.unit(top + Int64(division), "課\(division)", .division, under: top))
      }
    }
    try UnitRecords.insert(units, on: connection)
    let posts = units.flatMap { (unit: OrganizationUnit) -> [Post] in
      (1...2).map { (kind: Int) -> Post in
        Post(
          id: RecordID(unit.id.number * 10 + Int64(kind)),
          unit: unit.id,
          title: "官職\(kind)",
          rankBand: kind == 1 ? .director : .clerk,
          isManagerial: kind == 1,
          isExecutive: kind == 1 && unit.parent == nil,
          isHead: kind == 1
        )
      }
    }
    try PostRecords.insert(posts, on: connection)
    var world = DutiesWorld()
    for person in 0..<5000 {
      let unit = units[person % units.count].id.number
      let seat = person < units.count ? unit * 10 + 1 : unit * 10 + 2
      world.hire(Int64(person + 1))
      let moves = person >= 3500
      world.seat(Int64(person + 1), seat, to: moves ? "2026-06-30" : nil)
      let next = units[(person + 7) % units.count].id.number * 10 + 2
      if moves { world.seat(Int64(person + 1), next, from: "2026-07-01") }
    }
    try EmployeeRecords.insert(world.employees, on: connection)
    try AssignmentRecords.insert(world.assignments, on: connection)
  }

  @Test(arguments: Engine.available)
  func isSweptForAYear(engine: Engine) async throws {
    let clock = SettableClock(noon(day("2027-03-31")))
    try await TemporaryDatabase.with(engine, migrations: DutiesOffice.schema) { temporary in
      let office = DutiesOffice(
        database: temporary.database,
        clock: clock,
        ids: RecordIDSource(clock: clock)
      )
      try await office.database.write { try Self.write(on: $0) }
      let rules = Self.rules()
      try await office.load(rules)
      let watch = ContinuousClock()
      var swept = DutySweep.Swept()
      let full = try await watch.measure { swept = try await office.sweep() }
      var second = DutySweep.Swept()
      let again = try await watch.measure { second = try await office.sweep() }
      #expect(second == DutySweep.Swept())
      print(
        """
        \(engine.rawValue): 5,000 staff × \(rules.count) rules, a whole year: \(swept.opened) duties opened, \
        \(swept.handedOver) handed over in \(full); swept again in \(again)
        """
      )
      #expect(swept.opened == (try await office.count("duty")))
      #expect(swept.opened > 45_000)
    }
  }
}

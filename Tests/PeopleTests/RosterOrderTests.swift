import CivilTime
import Journal
import Store
import TestSupport
import Testing

@testable import People

@Suite struct RosterOrderTests {
  /// The first person also holds a post in the last unit, and came from one in between.
  private static let ministry: [[RosterColumn: String]] = [
    RosterSheet.person(1, [.unit: "統計局"]),
    RosterSheet.person(2, [.unit: "統計局／総務課"]),
    RosterSheet.person(3, [.unit: "統計局／調査課"]),
    RosterSheet.person(2, [.unit: "大臣官房／会計課", .assignedOn: "2025-04-01", .assignedUntil: "2026-03-31"]),
    RosterSheet.person(4, [.unit: "大臣官房／会計課"]),
    RosterSheet.person(5, [.unit: "大臣官房／秘書課"]),
    RosterSheet.person(1, [.unit: "大臣官房／秘書課／人事係", .assignmentKind: "併任"]),
  ]
  private static let inOrder = ["統計局", "総務課", "調査課", "大臣官房", "会計課", "秘書課", "人事係"]

  private static func units(_ office: PeopleOffice) async throws -> [String] {
    try await office.tree(day("2026-04-01")).ordered.map(\.name)
  }

  @Test(arguments: Engine.available)
  func unitsComeOutInTheOrderOfTheRows(_ engine: Engine) async throws {
    try await PeopleOffice.with(engine) { office in
      _ = try await office.importer.apply(try RosterSheet.bytes(Self.ministry), by: .commandLine)
      #expect(try await Self.units(office) == Self.inOrder)
      let export = try await office.export()
      let again = try await office.importer.apply(export, by: .commandLine)
      #expect(again.faults.isEmpty)
      #expect(!again.counts.hasChanges)
      #expect(try await office.export() == export)
      try await PeopleOffice.with(engine) { copy in
        _ = try await copy.importer.apply(export, by: .commandLine)
        #expect(try await Self.units(copy) == Self.inOrder)
        #expect(try await copy.export() == export)
      }
    }
  }

  @Test(arguments: Engine.available)
  func aNewUnitTakesThePlaceWhereTheFileNamesIt(_ engine: Engine) async throws {
    try await PeopleOffice.with(engine) { office in
      _ = try await office.importer.apply(try RosterSheet.bytes(Self.ministry), by: .commandLine)
      var longer = Self.ministry
      longer.insert(RosterSheet.person(6, [.unit: "統計局／企画課"]), at: 2)
      longer.insert(RosterSheet.person(7, [.unit: "自治行政局"]), at: 0)
      let report = try await office.importer.apply(try RosterSheet.bytes(longer), by: .commandLine)
      #expect(report.faults.isEmpty)
      #expect(report.counts.units.added == 2)
      #expect(report.counts.units.changed == 3)
      let expected = ["自治行政局", "統計局", "総務課", "企画課", "調査課", "大臣官房", "会計課", "秘書課", "人事係"]
      #expect(try await Self.units(office) == expected)
      let changes = try await office.database.read { connection in
        try connection.rows(
          "SELECT old_value, new_value FROM people_change WHERE field LIKE 'order %' ORDER BY old_value"
        ).map(\.values)
      }
      #expect(
        changes == [[.text("1"), .text("2")], [.text("2"), .text("3")], [.text("2"), .text("3")]]
      )
    }
  }

  @Test(arguments: Engine.available)
  func aListOfAFewPeopleLeavesTheOrderAlone(_ engine: Engine) async throws {
    try await PeopleOffice.with(engine) { office in
      _ = try await office.importer.apply(try RosterSheet.bytes(Self.ministry), by: .commandLine)
      let few = [
        RosterSheet.person(8, [.unit: "大臣官房／秘書課"]), RosterSheet.person(9, [.unit: "大臣官房／会計課"]),
        RosterSheet.person(10, [.unit: "統計局／調査課"]),
      ]
      let report = try await office.importer.apply(try RosterSheet.bytes(few), by: .commandLine)
      #expect(report.counts.employees.added == 3)
      #expect(report.counts.units == RosterCounts.Tally())
      #expect(try await Self.units(office) == Self.inOrder)
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let stored: [Int64: Int]
    let named: [Int64]
    let places: [Int64: Int]

    init(_ name: String, stored: [Int64: Int], named: [Int64], places: [Int64: Int]) {
      testDescription = name
      self.stored = stored
      self.named = named
      self.places = places
    }
  }

  static let cases = [
    Case("only new ones", stored: [:], named: [7, 5, 6], places: [7: 1, 5: 2, 6: 3]),
    Case("nothing new", stored: [1: 1, 2: 2], named: [2, 1], places: [:]),
    Case(
      "behind the one before it",
      stored: [1: 1, 2: 2, 3: 3],
      named: [1, 9, 2, 3],
      places: [9: 2, 2: 3, 3: 4]
    ),
    Case("where there is room", stored: [1: 10, 2: 20], named: [1, 9, 2], places: [9: 11]),
    Case("before all others", stored: [1: 1, 2: 2], named: [9, 1, 2], places: [9: 1, 1: 2, 2: 3]),
    Case("before the one that follows", stored: [1: 1, 2: 2], named: [9, 2], places: [9: 2, 2: 3]),
    Case("alone", stored: [1: 1, 2: 2], named: [9], places: [9: 3]),
    Case("two in a row", stored: [1: 1, 2: 2], named: [1, 8, 9, 2], places: [8: 2, 9: 3, 2: 4]),
    Case("in another order than stored", stored: [1: 1, 2: 2], named: [2, 9, 1], places: [9: 3]),
    Case("stored with one number", stored: [1: 1, 2: 1, 3: 1], named: [2, 9], places: [9: 2, 3: 3]),
  ]

  @Test(arguments: cases)
  func newUnitsStandBetweenTheStoredOnes(_ one: Case) {
    var order = SiblingOrder()
    for unit in one.named { order.name(RecordID(unit)) }
    let stored = one.stored.map { (unit: RecordID<OrganizationUnit>($0.key), order: $0.value) }
    let places = order.places(among: stored)
    #expect(Dictionary(uniqueKeysWithValues: places.map { ($0.key.number, $0.value) }) == one.places)
  }
}

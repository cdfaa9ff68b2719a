import CivilTime
import Store
import Testing

@testable import People

@Suite struct UnitTreeTests {
  private static func unit(_ id: Int64, _ name: String, under parent: Int64?, order: Int) -> OrganizationUnit
  {
    OrganizationUnit(
      id: RecordID(id),
      employer: RecordID(1),
      code: "\(id)",
      parent: parent.map { RecordID($0) },
      name: name,
      kind: UnitKind(nameEnding: name),
      sortOrder: order,
      from: day("2026-04-01")
    )
  }

  private static let tree = UnitTree(
    units: [
      unit(13, "総務課", under: 11, order: 2), unit(20, "自治行政局", under: nil, order: 2),
      unit(11, "大臣官房", under: nil, order: 1), unit(12, "秘書課", under: 11, order: 1),
      unit(14, "人事第一係", under: 12, order: 1), unit(21, "行政課", under: 20, order: 1),
    ],
    date: day("2026-04-01")
  )

  @Test func unitsStandInTheOrderOfTheOffice() {
    #expect(Self.tree.ordered.map(\.name) == ["大臣官房", "秘書課", "人事第一係", "総務課", "自治行政局", "行政課"])
    #expect(Self.tree.roots.map(\.name) == ["大臣官房", "自治行政局"])
    #expect(Self.tree.children(of: RecordID(11)).map(\.name) == ["秘書課", "総務課"])
    #expect(Self.tree.position(of: RecordID(13)) == 3)
  }

  @Test func relationsGoUpAndDown() {
    #expect(
      Self.tree.descendants(of: RecordID(11)) == [RecordID(11), RecordID(12), RecordID(13), RecordID(14)]
    )
    #expect(Self.tree.ancestors(of: RecordID(14)).map(\.name) == ["秘書課", "大臣官房"])
    #expect(Self.tree.path(of: RecordID(14)) == "大臣官房／秘書課／人事第一係")
    #expect(Self.tree.path(of: RecordID(99)) == nil)
    #expect(Self.tree.descendants(of: RecordID(99)).isEmpty)
  }

  @Test func aUnitWithoutItsParentStandsAtTheTop() {
    let tree = UnitTree(units: [Self.unit(5, "残った課", under: 4, order: 1)], date: day("2026-04-01"))
    #expect(tree.roots.map(\.name) == ["残った課"])
    #expect(tree.path(of: RecordID(5)) == "残った課")
  }

  @Test func aRingOfWrongDataEndsAndLosesNothing() {
    let ring = [Self.unit(1, "甲課", under: 2, order: 1), Self.unit(2, "乙課", under: 1, order: 1)]
    let tree = UnitTree(units: ring, date: day("2026-04-01"))
    #expect(tree.ordered.count == 2)
    #expect(tree.roots.map(\.name) == ["甲課"])
    #expect(tree.descendants(of: RecordID(1)).count == 2)
    #expect(tree.ancestors(of: RecordID(2)).map(\.name) == ["甲課"])
  }

  @Test(arguments: [
    ("秘書課", UnitKind.division), ("大臣官房", .secretariat), ("統計局", .bureau), ("事務局", .commissionSecretariat),
    ("企画室", .office), ("人事係", .section), ("近畿", .other),
  ])
  func theEndOfANameTellsTheKind(_ name: String, _ kind: UnitKind) {
    #expect(UnitKind(nameEnding: name) == kind)
  }
}

internal import CivilTime
internal import Indicators
internal import People
internal import Store

/// The employers and bureaus that figures are split by, as they stood on the day of the figures.
struct FigureOffice {
  let employers: [Employer]
  private let tree: UnitTree
  /// The top unit above each unit, or the unit itself.
  private let bureaus: [RecordID<OrganizationUnit>: RecordID<OrganizationUnit>]
  private let people: [Place: Int]

  /// Where figures are added up: a bureau, or the people of an employer who belong to none.
  struct Place: Hashable {
    let employer: RecordID<Employer>
    let bureau: RecordID<OrganizationUnit>?
  }

  init(from first: CivilDate, to last: CivilDate, on connection: any SQLConnection) throws {
    let tree = try UnitRecords.tree(asOf: last, on: connection)
    var bureaus: [RecordID<OrganizationUnit>: RecordID<OrganizationUnit>] = [:]
    // Each unit stands before those below it, so that its own bureau is already known.
    for unit in tree.ordered { bureaus[unit.id] = unit.parent.flatMap { bureaus[$0] } ?? unit.id }
    var people: [Place: Int] = [:]
    for count in try HeadCountRecords.counts(from: first, to: last, on: connection) {
      let place = Place(employer: count.employer, bureau: count.unit.flatMap { bureaus[$0] })
      people[place, default: 0] += count.people
    }
    self.employers = try EmployerRecords.all(on: connection)
    self.tree = tree
    self.bureaus = bureaus
    self.people = people
  }

  /// The bureaus of an employer in 建制順.
  func bureaus(of employer: RecordID<Employer>) -> [OrganizationUnit] {
    tree.roots.filter { unit in unit.employer == employer }
  }

  /// What was counted at each place where anybody was in service.
  func tallies(_ values: [IndicatorValue]) -> [Place: Tally] {
    var tallies = people.mapValues { people in Tally(ratio: .zero, people: people) }
    for value in values {
      let place = Place(employer: value.employer, bureau: value.unit.flatMap { bureaus[$0] })
      tallies[place, default: .nothing] =
        tallies[place, default: .nothing] + Tally(ratio: value.ratio, people: 0)
    }
    return tallies
  }
}

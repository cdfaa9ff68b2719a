internal import CivilTime
internal import People
internal import Store

/// The bureaus that figures are split by as they stood on the day of the figures, and who was in service.
struct FigureOffice {
  /// Where figures are added up: a bureau, or the people of an employer who belong to none of its own.
  private struct Place: Hashable {
    let employer: RecordID<Employer>
    let bureau: RecordID<OrganizationUnit>?
  }

  /// The top unit above each unit, or the unit itself.
  private let bureaus: [RecordID<OrganizationUnit>: OrganizationUnit]
  private let orders: [RecordID<OrganizationUnit>: Int]
  private let people: [Place: Int]

  init(_ days: ClosedRange<CivilDate>, on connection: any SQLConnection) throws {
    let tree = try UnitRecords.tree(asOf: days.upperBound, on: connection)
    var bureaus: [RecordID<OrganizationUnit>: OrganizationUnit] = [:]
    // Each unit stands before those below it, so that its own bureau is already known.
    for unit in tree.ordered { bureaus[unit.id] = unit.parent.flatMap { bureaus[$0] } ?? unit }
    self.bureaus = bureaus
    orders = Dictionary(tree.roots.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var people: [Place: Int] = [:]
    for count in try HeadCountRecords.counts(days, on: connection) {
      people[Self.place(count.employer, count.unit, bureaus), default: 0] += count.people
    }
    self.people = people
  }

  /// What was counted at each place: where anybody was in service, or where a group was counted.
  func places(_ values: [IndicatorValue]) -> [FigurePlace] {
    let tellsOfGroups = values.contains { value in value.people != nil }
    var ratios: [Place: Ratio] = [:]
    var groups: [Place: Int] = [:]
    for value in values {
      let place = Self.place(value.employer, value.unit, bureaus)
      ratios[place, default: .zero] += value.ratio
      groups[place, default: 0] += value.people ?? 0
    }
    let counted = tellsOfGroups ? groups : people
    return Set(ratios.keys).union(counted.keys).map { place in
      FigurePlace(
        employer: place.employer,
        bureau: place.bureau.flatMap(bureau),
        ratio: ratios[place] ?? .zero,
        people: counted[place] ?? 0
      )
    }.sorted { left, right in
      (left.employer, left.bureau?.order ?? -1) < (right.employer, right.bureau?.order ?? -1)
    }
  }

  private func bureau(_ id: RecordID<OrganizationUnit>) -> FigureBureau? {
    bureaus[id].map { unit in FigureBureau(id: id, name: unit.name, order: orders[id] ?? 0) }
  }

  /// People of one employer who sit in a unit of another count for their employer, in no bureau of it.
  private static func place(
    _ employer: RecordID<Employer>,
    _ unit: RecordID<OrganizationUnit>?,
    _ bureaus: [RecordID<OrganizationUnit>: OrganizationUnit]
  ) -> Place {
    let bureau = unit.flatMap { bureaus[$0] }
    return Place(employer: employer, bureau: bureau?.employer == employer ? bureau?.id : nil)
  }
}

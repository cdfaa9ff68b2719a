internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store
internal import WorkingTime

/// 閲覧できる範囲 – who sees whose month, and as what the visitor may act on it.
struct ClosingReach: Sendable {
  let actor: Actor
  let today: CivilDate
  /// The units of today, and those of the last day of the month: a unit may be gone since.
  private let trees: [UnitTree]
  /// The units that the visitor sees person by person.
  let units: Set<RecordID<OrganizationUnit>>

  init(_ actor: Actor, today: CivilDate, trees: [UnitTree]) {
    self.actor = actor
    self.today = today
    self.trees = trees
    units = trees.reduce(into: []) { $0.formUnion(actor.visibleUnits(in: $1)) }
  }

  /// Whether the visitor may see a month: one's own; that of people within one's scope today; and that of people who
  /// belonged to one's units in the month, earlier units too.
  ///
  /// A month is seen whole or not at all, for its digest, its steps and its certificate are of the whole. So who leads or
  /// keeps the unit that somebody left in the month also sees the days after, and who leads the new one those before;
  /// of the months after and before it, only who is in reach today. Who led a unit once and does so no more sees nothing.
  func sees(_ one: ClosingCase, on connection: any SQLConnection) throws -> Bool {
    if one.person.id == actor.employee { return true }
    guard WorkingTimeReach.unitReaders.admits(actor) else { return false }
    if !units.isDisjoint(with: one.place.former.union(one.place.unit.map { [$0] } ?? [])) { return true }
    guard let tree = trees.first else { return false }
    let scope = actor.workingTimeScope(in: tree)
    return try PersonMonthQuery.heading(one.person.id, in: scope, today: today, on: connection) != nil
  }

  /// As what the visitor may do something with a month; nil where it is not theirs.
  func standing(
    for act: ClosingAct,
    on one: ClosingCase,
    _ officers: ClosingOfficers
  ) -> ClosingStep.Standing? {
    ClosingAuthority(officers: officers, place: one.place, person: one.person.id, dues: one.dues).standing(
      of: actor.employee,
      personnelOf: actor.personnelEmployers,
      for: act,
      on: today
    )
  }
}

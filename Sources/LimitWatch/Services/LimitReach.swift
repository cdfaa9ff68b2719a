internal import Access
internal import People
internal import Store

/// 閲覧と記録の範囲 – whose limits a visitor may see and for whom one may record, by the organisation of today.
struct LimitReach: Sendable {
  let actor: Actor
  let tree: UnitTree
  /// The units headed, with all below them.
  let led: Set<RecordID<OrganizationUnit>>
  /// Every unit whose people the visitor sees one by one.
  let visible: Set<RecordID<OrganizationUnit>>

  init(_ actor: Actor, in tree: UnitTree) {
    self.actor = actor
    self.tree = tree
    led = tree.descendants(of: actor.headedUnits)
    visible = actor.visibleUnits(in: tree)
  }

  /// The people within reach.
  var scope: PersonScope { actor.workingTimeScope(in: tree) }

  /// Whether the visitor is the personnel authority of a unit's employer.
  func administers(_ unit: RecordID<OrganizationUnit>) -> Bool {
    tree.unit(unit).map { actor.personnelEmployers.contains($0.employer) } ?? false
  }

  /// Whether the visitor answers for a unit: its head, one above it, or its personnel authority.
  func answersFor(_ unit: RecordID<OrganizationUnit>) -> Bool {
    led.contains(unit) || administers(unit)
  }
}

internal import Access
internal import Indicators
internal import People
internal import Store

/// 内訳の閲覧範囲: which rows behind figures somebody may see, by the rules that hold for the records themselves.
///
/// Nobody sees more here than on the pages of people, of working time and of duties.
struct RowReach: Sendable {
  let actor: Actor
  private let tree: UnitTree
  /// The units headed, with all below them.
  private let headed: Set<RecordID<OrganizationUnit>>
  /// The units whose plan may be looked at.
  private let planned: Set<RecordID<OrganizationUnit>>

  /// With the units as they are today.
  init(_ actor: Actor, in tree: UnitTree) {
    self.actor = actor
    self.tree = tree
    headed = tree.descendants(of: actor.headedUnits)
    planned = UnitReach.units(of: actor, in: tree)
  }

  /// Whether somebody may see any rows of a kind.
  static func opens(_ audience: RowListing.Audience, to actor: Actor) -> Bool {
    let isPersonnel = !actor.personnelEmployers.isEmpty
    return switch audience {
    case .personnelRecord: isPersonnel
    case .workingTime: isPersonnel || !actor.headedUnits.isEmpty || !actor.keptUnits.isEmpty
    case .duties: isPersonnel || actor.has(.secretariat) || !actor.headedUnits.isEmpty
    }
  }

  /// Of which people the names may be read.
  func scope(_ audience: RowListing.Audience) -> PersonScope {
    switch audience {
    case .personnelRecord: .employers(actor.personnelEmployers)
    case .workingTime: actor.workingTimeScope(in: tree)
    // Names alone, which the directory has too; ``sees(_:_:people:)`` judges the rows.
    case .duties: .everyone
    }
  }

  /// Whether every row of an employer may be seen, and so its sums.
  func seesAll(of employer: RecordID<Employer>, _ audience: RowListing.Audience) -> Bool {
    actor.personnelEmployers.contains(employer) || (audience == .duties && actor.has(.secretariat))
  }

  /// Whether a row may be seen; `people` are those within ``scope(_:)``.
  func sees(
    _ row: CountedRow,
    _ audience: RowListing.Audience,
    people: [RecordID<Employee>: RowPerson]
  ) -> Bool {
    switch row.subject {
    case .person(let person):
      people[person] != nil && (audience == .workingTime || seesAll(of: row.employer, audience))
    case .head(let unit), .unit(let unit):
      seesAll(of: row.employer, audience) || units(audience).contains(unit)
    case .office: seesAll(of: row.employer, audience)
    }
  }

  /// Of which units the rows may be seen one by one, whoever their employers are.
  ///
  /// What a unit worked is its head's and its personnel authority's to know, not that of who keeps the plan or the time.
  private func units(_ audience: RowListing.Audience) -> Set<RecordID<OrganizationUnit>> {
    switch audience {
    case .personnelRecord: []
    case .workingTime: headed
    case .duties: planned
    }
  }
}

/// A person as a row names them.
struct RowPerson: Hashable, Sendable {
  let employer: RecordID<Employer>
  let number: String
  let name: String
  /// The rank of the primary post on the day of the figure; nil without one.
  let band: RankBand?
}

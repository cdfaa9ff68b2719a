public import CivilTime
public import Store

/// 組織 – a bureau, division, office or section as it is called and placed during one period.
public struct OrganizationUnit: Sendable, Hashable {
  /// Its identifier; it stays when the unit is renamed or moved.
  public let id: RecordID<OrganizationUnit>
  /// The employer it belongs to.
  public let employer: RecordID<Employer>
  /// A code unique within the employer; it stays when the unit is renamed or moved.
  public let code: String
  /// The unit above; nil directly below the employer.
  public let parent: RecordID<OrganizationUnit>?
  /// Its own name without those above, such as 秘書課.
  public let name: String
  /// What sort of unit it is.
  public let kind: UnitKind
  /// Its place among the units of the same parent, lower first (建制順).
  public let sortOrder: Int
  /// The first day on which it is so.
  public let from: CivilDate
  /// The last day on which it is so; nil while it lasts.
  public let to: CivilDate?

  /// A unit during one period.
  public init(
    id: RecordID<OrganizationUnit>,
    employer: RecordID<Employer>,
    code: String,
    parent: RecordID<OrganizationUnit>?,
    name: String,
    kind: UnitKind,
    sortOrder: Int,
    from: CivilDate,
    to: CivilDate? = nil
  ) {
    self.id = id
    self.employer = employer
    self.code = code
    self.parent = parent
    self.name = name
    self.kind = kind
    self.sortOrder = sortOrder
    self.from = from
    self.to = to
  }
}

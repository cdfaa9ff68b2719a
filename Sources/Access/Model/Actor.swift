public import People
public import Store

/// Somebody who is signed in, with what they are today.
public struct Actor: Sendable, Hashable {
  /// The account.
  public let account: RecordID<Account>
  /// The employee behind the account; an operator's account may have none.
  public let employee: RecordID<Employee>?
  /// The name to show.
  public let name: String
  /// The unit of the primary post today; empty without one.
  public let unitName: String
  /// The unit of the primary post today.
  public let unit: RecordID<OrganizationUnit>?
  /// Every role held today.
  public let roles: Set<Role>
  /// Units headed today, as head or deputy, without the units below.
  public let headedUnits: Set<RecordID<OrganizationUnit>>
  /// Units whose time is kept today, without the units below.
  public let keptUnits: Set<RecordID<OrganizationUnit>>
  /// Employers for which the person is the personnel authority.
  public let personnelEmployers: Set<RecordID<Employer>>

  /// Somebody with roles.
  public init(
    account: RecordID<Account>,
    employee: RecordID<Employee>?,
    name: String,
    unit: (id: RecordID<OrganizationUnit>, name: String)?,
    roles: Set<Role>,
    headedUnits: Set<RecordID<OrganizationUnit>> = [],
    keptUnits: Set<RecordID<OrganizationUnit>> = [],
    personnelEmployers: Set<RecordID<Employer>> = []
  ) {
    self.account = account
    self.employee = employee
    self.name = name
    self.unit = unit?.id
    unitName = unit?.name ?? ""
    self.roles = roles
    self.headedUnits = headedUnits
    self.keptUnits = keptUnits
    self.personnelEmployers = personnelEmployers
  }

  /// Whether the person has a role today.
  public func has(_ role: Role) -> Bool { roles.contains(role) }

  /// Whose working time the person may see: one's own, the units headed or kept with all below them, and the
  /// employer's staff for its personnel authority.
  public func workingTimeScope(in tree: UnitTree) -> PersonScope {
    if !personnelEmployers.isEmpty { return .employers(personnelEmployers) }
    let units = visibleUnits(in: tree)
    if !units.isEmpty { return .units(units, own: employee) }
    return employee.map { .own($0) } ?? .nobody
  }

  /// The units whose working time the person may see one by one.
  public func visibleUnits(in tree: UnitTree) -> Set<RecordID<OrganizationUnit>> {
    if !personnelEmployers.isEmpty {
      return Set(tree.ordered.filter { personnelEmployers.contains($0.employer) }.map(\.id))
    }
    return headedUnits.union(keptUnits).reduce(into: []) { units, unit in
      units.formUnion(tree.descendants(of: unit))
    }
  }
}

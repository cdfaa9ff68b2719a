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
    let units = ledUnits(in: tree)
    let near: PersonScope =
      units.isEmpty ? employee.map { .own($0) } ?? .nobody : .units(units, own: employee)
    if personnelEmployers.isEmpty { return near }
    let staff: PersonScope = .employers(personnelEmployers)
    return near == .nobody ? staff : .either(staff, near)
  }

  /// The units whose working time the person may see one by one.
  public func visibleUnits(in tree: UnitTree) -> Set<RecordID<OrganizationUnit>> {
    ledUnits(in: tree).union(
      tree.ordered.lazy.filter { personnelEmployers.contains($0.employer) }.map(\.id)
    )
  }

  /// The units headed or kept, with all below them.
  private func ledUnits(in tree: UnitTree) -> Set<RecordID<OrganizationUnit>> {
    tree.descendants(of: headedUnits.union(keptUnits))
  }
}

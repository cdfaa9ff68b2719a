public import CivilTime
public import People
public import Store

/// A way to sign in (利用者): a login name, and the employee it belongs to.
public struct Account: Sendable, Hashable {
  /// The identifier.
  public let id: RecordID<Account>
  /// The login name, for staff the employee number.
  public let login: String
  /// The employee; nil for an operator's account.
  public let employee: RecordID<Employee>?
  /// The stored password; nil until the first sign-in.
  let password: PasswordHash?

  /// Whether a password has been set.
  public var hasPassword: Bool { password != nil }
}

/// A granted role with its reach and its period (権限付与).
public struct RoleGrant: Sendable, Hashable {
  /// The role.
  public let role: Role
  /// The employer whose personnel authority it is, for ``Role/hr``.
  public let employer: RecordID<Employer>?
  /// The unit whose time is kept, for ``Role/timeKeeper``.
  public let unit: RecordID<OrganizationUnit>?
  /// The first day.
  public let from: CivilDate
  /// The last day; nil while it stands.
  public let to: CivilDate?

  /// A grant.
  public init(
    _ role: Role,
    employer: RecordID<Employer>? = nil,
    unit: RecordID<OrganizationUnit>? = nil,
    from: CivilDate,
    to: CivilDate? = nil
  ) {
    self.role = role
    self.employer = employer
    self.unit = unit
    self.from = from
    self.to = to
  }
}

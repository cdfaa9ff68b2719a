public import CivilTime
public import Store

/// 代理 – somebody named to act as superior of a unit for a period.
public struct Deputy: Sendable, Hashable {
  /// Its identifier.
  public let id: RecordID<Deputy>
  /// The unit whose head is stood in for.
  public let unit: RecordID<OrganizationUnit>
  /// Who stands in.
  public let employee: RecordID<Employee>
  /// The first day.
  public let from: CivilDate
  /// The last day; nil until further notice.
  public let to: CivilDate?

  /// A deputy for a period.
  public init(
    id: RecordID<Deputy>,
    unit: RecordID<OrganizationUnit>,
    employee: RecordID<Employee>,
    from: CivilDate,
    to: CivilDate? = nil
  ) {
    self.id = id
    self.unit = unit
    self.employee = employee
    self.from = from
    self.to = to
  }
}

internal import Access
package import CivilTime
package import People
package import Store

/// Reads who leads and who keeps the time of units.
package enum ClosingOfficerRecords {
  /// The officers of some units on a day; it tells who acts, so it takes no scope.
  package static func officers(
    of units: Set<RecordID<OrganizationUnit>>,
    on date: CivilDate,
    connection: any SQLConnection
  ) throws -> ClosingOfficers {
    var officers = ClosingOfficers()
    let list = units.sorted()
    try connection.readRows(
      """
      SELECT p.unit, a.employee FROM post p JOIN assignment a ON a.post = p.id JOIN employee e ON e.id = a.employee
      WHERE p.head AND p.unit IN (\(list: list)) AND a.valid_from <= \(date)
      AND (a.valid_to IS NULL OR a.valid_to >= \(date)) AND \(fragment: inService(date))
      """
    ) { row in officers.heads[try row.value(0), default: []].insert(try row.value(1)) }
    try connection.readRows(
      """
      SELECT d.unit, d.employee FROM deputy d JOIN employee e ON e.id = d.employee
      WHERE d.unit IN (\(list: list)) AND d.valid_from <= \(date)
      AND (d.valid_to IS NULL OR d.valid_to >= \(date)) AND \(fragment: inService(date))
      """
    ) { row in officers.deputies[try row.value(0), default: []].insert(try row.value(1)) }
    try connection.readRows(
      """
      SELECT g.unit, e.id FROM role_grant g JOIN account a ON a.id = g.account
      JOIN employee e ON e.id = a.employee
      WHERE g.role = \(Role.timeKeeper) AND g.unit IN (\(list: list)) AND g.valid_from <= \(date)
      AND (g.valid_to IS NULL OR g.valid_to >= \(date)) AND a.locked_at IS NULL AND \(fragment: inService(date))
      """
    ) { row in officers.keepers[try row.value(0), default: []].insert(try row.value(1)) }
    return officers
  }

  private static func inService(_ date: CivilDate) -> SQLText {
    "e.hired_on <= \(date) AND (e.left_on IS NULL OR e.left_on >= \(date))"
  }
}

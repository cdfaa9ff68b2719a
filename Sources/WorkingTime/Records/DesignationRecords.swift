internal import CivilTime
internal import People
internal import Store

/// A unit that was designated external (他律部署, 人事院規則15―14 第16条の2の2第1項第2号).
struct ExternalDesignation: Sendable, Hashable {
  let unit: RecordID<OrganizationUnit>
  let from: CivilDate
  let to: CivilDate?
  let reason: String
}

/// Reads and adds designations.
enum DesignationRecords {
  /// Whether the person's primary post lay in an external unit on any day of the month.
  static func isExternal(
    _ employee: RecordID<Employee>,
    _ month: YearMonth,
    on connection: any SQLConnection
  ) throws -> Bool {
    try connection.row(
      """
      SELECT d.id FROM assignment a JOIN post p ON p.id = a.post
      JOIN external_designation d ON d.unit = p.unit
      WHERE a.employee = \(employee) AND a.kind = \(AssignmentKind.primary)
      AND a.valid_from <= \(month.lastDay) AND (a.valid_to IS NULL OR a.valid_to >= \(month.firstDay))
      AND d.valid_from <= \(month.lastDay) AND (d.valid_to IS NULL OR d.valid_to >= \(month.firstDay))
      AND (d.valid_to IS NULL OR d.valid_to >= a.valid_from)
      AND (a.valid_to IS NULL OR a.valid_to >= d.valid_from) LIMIT 1
      """
    ) != nil
  }

  static func insert(
    _ designation: ExternalDesignation,
    id: RecordID<ExternalDesignation>,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO external_designation (id, unit, valid_from, valid_to, reason)
      VALUES (\(id), \(designation.unit), \(designation.from), \(designation.to), \(designation.reason))
      """
    )
  }

  /// The external units on a day.
  static func externalUnits(
    on date: CivilDate,
    connection: any SQLConnection
  ) throws -> Set<RecordID<OrganizationUnit>> {
    Set(
      try connection.rows(
        """
        SELECT DISTINCT unit FROM external_designation
        WHERE valid_from <= \(date) AND (valid_to IS NULL OR valid_to >= \(date)) ORDER BY unit
        """
      ).map { row in try row.value(0) }
    )
  }
}

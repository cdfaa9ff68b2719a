package import CivilTime
package import People
package import Store

/// A unit that was designated external (他律部署, 人事院規則15―14 第16条の2の2第1項第2号).
///
/// To end or correct it, a newer one with the same unit and start is added.
package struct ExternalDesignation: Sendable, Hashable {
  package let unit: RecordID<OrganizationUnit>
  package let from: CivilDate
  package let to: CivilDate?
  package let reason: String
  /// Whether it takes back those before it: the unit was not external by them on any day.
  package let isWithdrawn: Bool

  package init(
    unit: RecordID<OrganizationUnit>,
    from: CivilDate,
    to: CivilDate?,
    reason: String,
    isWithdrawn: Bool = false
  ) {
    self.unit = unit
    self.from = from
    self.to = to
    self.reason = reason
    self.isWithdrawn = isWithdrawn
  }
}

/// Reads and adds designations.
package enum DesignationRecords {
  /// That a designation `d` counts: rows are only added, and of those with the same unit and start the newest does,
  /// unless it is a withdrawal.
  package static let isNewest: SQLText = """
    d.is_withdrawn IS NOT TRUE AND NOT EXISTS (SELECT 1 FROM external_designation n WHERE n.unit = d.unit AND n.valid_from = d.valid_from \
    AND n.id > d.id)
    """

  package static func insert(
    _ designation: ExternalDesignation,
    id: RecordID<ExternalDesignation>,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO external_designation (id, unit, valid_from, valid_to, reason, is_withdrawn)
      VALUES (\(id), \(designation.unit), \(designation.from), \(designation.to), \(designation.reason), \
      \(designation.isWithdrawn))
      """
    )
  }

  /// What counts of a unit's designations that begin on a day.
  package static func standing(
    _ unit: RecordID<OrganizationUnit>,
    from: CivilDate,
    on connection: any SQLConnection
  ) throws -> ExternalDesignation? {
    try connection.row(
      """
      SELECT d.valid_to, d.reason, d.is_withdrawn FROM external_designation d
      WHERE d.unit = \(unit) AND d.valid_from = \(from) ORDER BY d.id DESC LIMIT 1
      """
    ).map { row in
      ExternalDesignation(
        unit: unit,
        from: from,
        to: try row.optional(0),
        reason: try row.value(1),
        isWithdrawn: try row.optional(2) ?? false
      )
    }
  }

  /// Whether a unit is external on a day.
  package static func isExternal(
    _ unit: RecordID<OrganizationUnit>,
    on date: CivilDate,
    connection: any SQLConnection
  ) throws -> Bool {
    try connection.row(
      """
      SELECT 1 FROM external_designation d
      WHERE d.unit = \(unit) AND d.valid_from <= \(date) AND (d.valid_to IS NULL OR d.valid_to >= \(date))
      AND \(fragment: isNewest) LIMIT 1
      """
    ) != nil
  }
}

internal import CivilTime
internal import People
internal import Store
internal import WorkingTime

/// 他律部署の台帳 – reads and adds designations with what the register knows beyond the verdicts.
///
/// A whole unit's designation stands in the table that the verdicts read, and beside it here under the same number;
/// that of a part stands here alone.
enum DesignationRegister {
  /// The newest row of every series, by unit and start; `units` leaves out those of others.
  static func newest(
    of units: Set<RecordID<OrganizationUnit>>?,
    employers: Set<RecordID<Employer>>,
    on connection: any SQLConnection
  ) throws -> [ListedDesignation] {
    let reach: SQLText =
      units.map { "(d.unit IN (\(list: $0.sorted())) OR u.employer IN (\(list: employers.sorted())))" }
      ?? "TRUE"
    let rows = try read(reach, on: connection).sorted { $0.designation.id < $1.designation.id }
    let newest = Dictionary(
      rows.map { (Series($0.designation), $0) },
      uniquingKeysWith: { _, newest in newest }
    )
    return newest.values.sorted { left, right in
      (left.designation.unit, left.designation.from, left.designation.id)
        < (right.designation.unit, right.designation.from, right.designation.id)
    }
  }

  /// What rows of the same series have in common.
  private struct Series: Hashable {
    let unit: RecordID<OrganizationUnit>
    let part: [UInt8]
    let from: CivilDate

    init(_ designation: Designation) {
      unit = designation.unit
      part = Array(designation.extent.stored.utf8)
      from = designation.from
    }
  }

  /// Every row of the series to which a row belongs, the newest first; empty where there is none.
  static func series(
    of id: RecordID<Designation>,
    on connection: any SQLConnection
  ) throws -> [ListedDesignation] {
    guard let one = try read("d.id = \(id)", on: connection).first?.designation else { return [] }
    return try rows(of: one.unit, one.extent, from: one.from, on: connection)
  }

  /// The rows of a series, the newest first.
  static func rows(
    of unit: RecordID<OrganizationUnit>,
    _ extent: Designation.Extent,
    from: CivilDate,
    on connection: any SQLConnection
  ) throws -> [ListedDesignation] {
    try read(
      "d.unit = \(unit) AND d.valid_from = \(from) AND d.part = \(extent.stored)",
      on: connection
    ).sorted { $0.designation.id > $1.designation.id }
  }

  /// Adds a row, which then counts for its series.
  static func insert(
    _ designation: Designation,
    at now: Instant,
    by account: Int64,
    on connection: any SQLConnection
  ) throws {
    if designation.extent == .unit {
      try DesignationRecords.insert(
        ExternalDesignation(
          unit: designation.unit,
          from: designation.from,
          to: designation.to,
          reason: designation.reason,
          isWithdrawn: designation.isWithdrawn
        ),
        id: RecordID(designation.id.number),
        on: connection
      )
    }
    try connection.execute(
      """
      INSERT INTO designation_entry
      (id, unit, part, valid_from, valid_to, reason, made_known_on, change_reason, at, by_account,
      is_withdrawn)
      VALUES (\(designation.id), \(designation.unit), \(designation.extent.stored), \(designation.from), \
      \(designation.to), \(designation.reason), \(designation.madeKnownOn), \(designation.changeReason), \(now), \
      \(account), \(designation.isWithdrawn))
      """
    )
  }

  /// Whole units' rows from the table of the verdicts, parts from the register's own.
  private static let all: SQLText = """
    SELECT x.id AS id, x.unit AS unit, '' AS part, x.valid_from AS valid_from, x.valid_to AS valid_to,
    x.reason AS reason, e.made_known_on AS made_known_on, e.change_reason AS change_reason, e.at AS at,
    x.is_withdrawn AS is_withdrawn
    FROM external_designation x LEFT JOIN designation_entry e ON e.id = x.id
    UNION ALL
    SELECT p.id, p.unit, p.part, p.valid_from, p.valid_to, p.reason, p.made_known_on, p.change_reason, p.at,
    p.is_withdrawn
    FROM designation_entry p WHERE p.part <> ''
    """

  private static func read(
    _ condition: SQLText,
    on connection: any SQLConnection
  ) throws -> [ListedDesignation] {
    try connection.rows(
      """
      SELECT d.id, d.unit, d.part, d.valid_from, d.valid_to, d.reason, d.made_known_on, d.change_reason, d.at,
      u.employer, d.is_withdrawn, (SELECT up.name FROM unit_period up WHERE up.unit = d.unit ORDER BY up.valid_from DESC LIMIT 1)
      FROM (\(fragment: all)) d JOIN unit u ON u.id = d.unit WHERE \(fragment: condition)
      """
    ) { row in
      ListedDesignation(
        designation: Designation(
          id: try row.value(0),
          unit: try row.value(1),
          extent: .init(stored: try row.value(2)),
          from: try row.value(3),
          to: try row.optional(4),
          reason: try row.value(5),
          madeKnownOn: try row.optional(6),
          isWithdrawn: try row.optional(10) ?? false,
          changeReason: try row.optional(7) ?? "",
          recordedAt: try row.optional(8)
        ),
        employer: try row.value(9),
        unitName: try row.optional(11) ?? ""
      )
    }
  }
}

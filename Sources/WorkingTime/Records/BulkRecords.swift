public import CivilTime
public import People
public import Store

/// One clock record of a file.
public struct PunchRow: Sendable, Hashable {
  /// Whose it is.
  public let employee: RecordID<Employee>
  /// The day of work.
  public let workDate: CivilDate
  /// The time from that day's midnight.
  public let time: ClockTime
  /// Coming or going.
  public let kind: Punch.Kind

  /// A record.
  public init(employee: RecordID<Employee>, workDate: CivilDate, time: ClockTime, kind: Punch.Kind) {
    self.employee = employee
    self.workDate = workDate
    self.time = time
    self.kind = kind
  }
}

/// One declared overtime of a file.
public struct OvertimeRow: Sendable, Hashable {
  /// Whose it is.
  public let employee: RecordID<Employee>
  /// The day of work.
  public let workDate: CivilDate
  /// The overtime.
  public let length: Minutes
  /// When the work was done; nil where only its length is known.
  public let stretches: WorkedStretches?
  /// Whether it was special work (特例業務).
  public let isSpecial: Bool
  /// What the work was.
  public let work: String

  /// A declaration.
  public init(
    employee: RecordID<Employee>,
    workDate: CivilDate,
    length: Minutes,
    stretches: WorkedStretches? = nil,
    isSpecial: Bool,
    work: String
  ) {
    self.employee = employee
    self.workDate = workDate
    self.length = length
    self.stretches = stretches
    self.isSpecial = isSpecial
    self.work = work
  }
}

/// One declared overtime with when and by which account it was entered; nil for a file.
package struct OvertimeClaim: Sendable, Hashable {
  package let id: RecordID<OvertimeDeclaration>
  package let row: OvertimeRow
  package let recordedAt: Instant
  package let recordedBy: Int64?

  package init(
    id: RecordID<OvertimeDeclaration>,
    row: OvertimeRow,
    recordedAt: Instant,
    recordedBy: Int64?
  ) {
    self.id = id
    self.row = row
    self.recordedAt = recordedAt
    self.recordedBy = recordedBy
  }
}

/// One designation of a unit as external (他律部署).
public struct DesignationRow: Sendable, Hashable {
  /// The unit.
  public let unit: RecordID<OrganizationUnit>
  /// The first day.
  public let from: CivilDate
  /// The last day; nil while it stands.
  public let to: CivilDate?
  /// Why.
  public let reason: String

  /// A designation.
  public init(unit: RecordID<OrganizationUnit>, from: CivilDate, to: CivilDate?, reason: String) {
    self.unit = unit
    self.from = from
    self.to = to
    self.reason = reason
  }
}

/// Many records at once, for imports and the demo.
///
/// Totals are not touched: refresh them in the same transaction.
public enum WorkingTimeBulk: Sendable {
  /// Inserts clock records of a file.
  public static func insertPunches(
    _ rows: [PunchRow],
    ids: RecordIDSource,
    at now: Instant,
    on connection: any SQLConnection
  ) throws {
    let source = Punch.Source.card.sqlValue
    try inParts(rows) { part in
      try connection.insert(
        into: "punch",
        columns: ["id", "employee", "work_date", "minute", "kind", "source", "recorded_at"],
        rows: part.map { row in
          [
            ids.next(Punch.self).sqlValue, row.employee.sqlValue, row.workDate.sqlValue, row.time.sqlValue,
            row.kind.sqlValue, source, now.sqlValue,
          ]
        }
      )
    }
  }

  /// Inserts declared overtime of a file.
  public static func insertOvertime(
    _ rows: [OvertimeRow],
    ids: RecordIDSource,
    at now: Instant,
    on connection: any SQLConnection
  ) throws {
    try insertClaims(
      rows.map { OvertimeClaim(id: ids.next(), row: $0, recordedAt: now, recordedBy: nil) },
      on: connection
    )
  }

  /// Inserts declared overtime as it was entered one by one.
  package static func insertClaims(_ claims: [OvertimeClaim], on connection: any SQLConnection) throws {
    try inParts(claims) { part in
      try connection.insert(
        into: "overtime_declaration",
        columns: [
          "id", "employee", "work_date", "minutes", "is_special", "reason", "recorded_at", "recorded_by",
        ],
        rows: part.map { claim in
          let row = claim.row
          return [
            claim.id.sqlValue, row.employee.sqlValue, row.workDate.sqlValue, row.length.sqlValue,
            row.isSpecial.sqlValue, row.work.sqlValue, claim.recordedAt.sqlValue,
            claim.recordedBy?.sqlValue ?? .null,
          ]
        }
      )
      try connection.insert(
        into: "overtime_stretch",
        columns: ["declaration", "from_minute", "to_minute"],
        rows: part.flatMap { claim in
          (claim.row.stretches?.all ?? []).map {
            [claim.id.sqlValue, $0.lowerBound.sqlValue, $0.upperBound.sqlValue]
          }
        }
      )
    }
  }

  /// Inserts designations.
  public static func insertDesignations(
    _ rows: [DesignationRow],
    ids: RecordIDSource,
    on connection: any SQLConnection
  ) throws {
    for row in rows {
      try DesignationRecords.insert(
        ExternalDesignation(unit: row.unit, from: row.from, to: row.to, reason: row.reason),
        id: ids.next(),
        on: connection
      )
    }
  }

  /// Computes the totals of everybody's months again.
  public static func refreshTotals(
    from first: YearMonth,
    to last: YearMonth,
    on connection: any SQLConnection
  ) throws {
    let employees = try connection.rows("SELECT id FROM employee ORDER BY id").map { row in
      try row.value(0, as: RecordID<Employee>.self)
    }
    try MonthTotalSweep.refresh(employees, from: first, to: last, on: connection)
  }

  private static func inParts<Row>(_ rows: [Row], _ insert: (ArraySlice<Row>) throws -> Void) throws {
    let size = 5_000
    var start = 0
    while start < rows.count {
      let end = min(start + size, rows.count)
      try insert(rows[start..<end])
      start = end
    }
  }
}

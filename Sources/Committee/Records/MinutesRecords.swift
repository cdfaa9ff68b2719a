internal import CivilTime
internal import Duties
internal import People
internal import Store

/// Reads and appends minutes.
enum MinutesRecords {
  /// The newest first.
  static func all(of meeting: RecordID<Meeting>, on connection: any SQLConnection) throws -> [Minutes] {
    try connection.rows(
      """
      SELECT m.revision, m.text, m.at, COALESCE(a.name, '') FROM minutes m
      LEFT JOIN account a ON a.id = m.by_account WHERE m.meeting = \(meeting) ORDER BY m.revision DESC
      """
    ).map { row in
      Minutes(
        revision: try row.value(0),
        text: try row.value(1),
        at: try row.value(2),
        by: try row.value(3)
      )
    }
  }

  /// - Throws: ``StoreError/unique(constraint:)`` when the revision is taken.
  static func append(
    _ text: String,
    revision: Int,
    to meeting: RecordID<Meeting>,
    at now: Instant,
    account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO minutes (meeting, revision, text, at, by_account)
      VALUES (\(meeting), \(revision), \(text), \(now), \(account))
      """
    )
  }
}

/// Reads and appends decisions.
enum DecisionRecords {
  static func all(of meeting: RecordID<Meeting>, on connection: any SQLConnection) throws -> [Decision] {
    try connection.rows(
      """
      SELECT d.id, d.item, d.text, d.owner_kind, d.owner_unit, d.owner_office, d.employer, d.due_on, d.duty,
      d.at FROM decision d JOIN agenda_item i ON i.id = d.item
      WHERE i.meeting = \(meeting) ORDER BY i.position, d.id
      """
    ).map(decision)
  }

  static func append(_ decision: Decision, account: Int64, on connection: any SQLConnection) throws {
    let (kind, unit, office) = columns(decision.order?.owner)
    try connection.execute(
      """
      INSERT INTO decision
      (id, item, text, owner_kind, owner_unit, owner_office, employer, due_on, duty, at, by_account)
      VALUES (\(decision.id), \(decision.item), \(decision.text), \(kind), \(unit), \(office), \
      \(decision.order?.employer), \(decision.order?.dueOn), \(decision.duty), \(decision.at), \(account))
      """
    )
  }

  private static func columns(
    _ owner: DutyOwner?
  ) -> (kind: String?, unit: RecordID<OrganizationUnit>?, office: Office?) {
    switch owner {
    case .head(let unit): ("head", unit, nil)
    case .office(let office, _): ("office", nil, office)
    case .person, nil: (nil, nil, nil)
    }
  }

  private static func decision(_ row: SQLRow) throws -> Decision {
    Decision(
      id: try row.value(0),
      item: try row.value(1),
      text: try row.value(2),
      order: try order(row),
      duty: try row.optional(8),
      at: try row.value(9)
    )
  }

  private static func order(_ row: SQLRow) throws -> DecisionOrder? {
    guard let employer: RecordID<Employer> = try row.optional(6), let due: CivilDate = try row.optional(7)
    else {
      return nil
    }
    if let unit: RecordID<OrganizationUnit> = try row.optional(4) {
      return DecisionOrder(owner: .head(unit), employer: employer, dueOn: due)
    }
    guard let office: Office = try row.optional(5) else { return nil }
    return DecisionOrder(owner: .office(office, employer), employer: employer, dueOn: due)
  }
}

internal import CivilTime
internal import People
internal import Store
internal import WorkingTime
internal import WorkingTimeRules

/// Reads and appends requests for protection and what became of them.
enum ProtectionRecords {
  /// The requests of some people, the newest first.
  static func requests(
    of employees: some Collection<RecordID<Employee>>,
    on connection: any SQLConnection
  ) throws -> [ProtectionRequest] {
    try read("r.employee IN (\(list: employees))", on: connection)
  }

  /// The requests of the people within a scope, the newest first.
  static func requests(
    in scope: PersonScope,
    asOf date: CivilDate,
    on connection: any SQLConnection
  ) throws -> [ProtectionRequest] {
    try read(scope.listing(employeeColumn: "r.employee", on: date), on: connection)
  }

  static func request(
    _ id: RecordID<ProtectionRequest>,
    on connection: any SQLConnection
  ) throws -> ProtectionRequest? {
    try read("r.id = \(id)", on: connection).first
  }

  /// A request that nobody has decided yet.
  struct Waiting {
    let employee: RecordID<Employee>
    let kind: Protection.Kind
    /// The unit of the primary post.
    let unit: RecordID<OrganizationUnit>
  }

  /// All that wait, of those within a scope who hold a primary post on a day.
  static func waiting(
    in scope: PersonScope,
    asOf date: CivilDate,
    on connection: any SQLConnection
  ) throws -> [Waiting] {
    try connection.rows(
      """
      SELECT r.employee, r.kind, p.unit FROM protection_request r
      JOIN assignment a ON a.employee = r.employee AND a.kind = \(AssignmentKind.primary)
      AND a.valid_from <= \(date) AND (a.valid_to IS NULL OR a.valid_to >= \(date))
      JOIN post p ON p.id = a.post
      WHERE NOT EXISTS (SELECT 1 FROM protection_step s WHERE s.request = r.id
        AND (s.step <> \(ProtectionRequest.Step.ended) OR s.ended_on < r.valid_from))
      AND \(fragment: scope.listing(employeeColumn: "r.employee", on: date))
      """
    ) { row in Waiting(employee: try row.value(0), kind: try row.value(1), unit: try row.value(2)) }
  }

  static func insert(
    _ request: ProtectionRequest,
    at now: Instant,
    by account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO protection_request (id, employee, kind, valid_from, valid_to, received_on, at, by_account)
      VALUES (\(request.id), \(request.employee), \(request.kind), \(request.asked.lowerBound), \
      \(request.asked.upperBound), \(request.receivedOn), \(now), \(account))
      """
    )
  }

  /// - Throws: ``StoreError/unique(constraint:)`` when the revision is taken.
  static func append(
    _ step: ProtectionRequest.Step,
    ground: ProtectionRequest.Ground?,
    endedOn: CivilDate?,
    revision: Int,
    to request: RecordID<ProtectionRequest>,
    at now: Instant,
    by account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO protection_step (request, revision, step, ground, ended_on, at, by_account)
      VALUES (\(request), \(revision), \(step), \(ground), \(endedOn), \(now), \(account))
      """
    )
  }

  /// The work of people's days, as it was claimed; the newest claim of a day counts.
  static func days(
    of employees: Set<RecordID<Employee>>,
    in period: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: [Protection.Day]] {
    try OvertimeRecords.declarations(of: employees, in: period, on: connection).mapValues { claims in
      let newest = Dictionary(claims.map { ($0.date, $0) }, uniquingKeysWith: { $1 })
      return newest.values.map { claim in
        Protection.Day(
          claim.date,
          overtime: claim.length,
          night: NightWork.minutes(of: claim.stretches)
        )
      }
    }
  }

  private static func read(
    _ condition: SQLText,
    on connection: any SQLConnection
  ) throws -> [ProtectionRequest] {
    struct Taken {
      var state: ProtectionRequest.State = .waiting
      var endedOn: CivilDate?
      var revision = 0
    }
    var steps: [RecordID<ProtectionRequest>: Taken] = [:]
    try connection.readRows(
      """
      SELECT s.request, s.revision, s.step, s.ground, s.ended_on, r.valid_from FROM protection_step s
      JOIN protection_request r ON r.id = s.request WHERE \(fragment: condition) ORDER BY s.request, s.revision
      """
    ) { row in
      var taken = steps[try row.value(0)] ?? Taken()
      taken.revision = try row.value(1)
      switch try row.value(2, as: ProtectionRequest.Step.self) {
      case .confirmed: taken.state = .confirmed
      case .declined: taken.state = .declined(try row.value(3))
      case .ended:
        let last: CivilDate = try row.value(4)
        taken.endedOn = last
        if try last < row.value(5, as: CivilDate.self) { taken.state = .withdrawn }
      }
      steps[try row.value(0)] = taken
    }
    return try connection.rows(
      """
      SELECT r.id, r.employee, r.kind, r.valid_from, r.valid_to, r.received_on FROM protection_request r
      WHERE \(fragment: condition) ORDER BY r.valid_from DESC, r.id DESC
      """
    ) { row in
      let id: RecordID<ProtectionRequest> = try row.value(0)
      let taken = steps[id] ?? Taken()
      return ProtectionRequest(
        id: id,
        employee: try row.value(1),
        kind: try row.value(2),
        asked: try row.value(3, as: CivilDate.self)...row.value(4, as: CivilDate.self),
        receivedOn: try row.value(5),
        endedOn: taken.endedOn,
        state: taken.state,
        revision: taken.revision
      )
    }
  }
}

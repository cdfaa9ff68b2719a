internal import CivilTime
internal import People
internal import Store
internal import WorkingTimeRules

/// Reads and appends settlement periods with every version of theirs.
enum FlextimeRecords {
  /// The days that hold, of every period that bears on some days, the latest period first.
  static func forEachAllotment(
    of employees: [RecordID<Employee>],
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection,
    _ body: (RecordID<Employee>, FlextimeAllotment) throws -> Void
  ) throws {
    var open: (employee: RecordID<Employee>, id: RecordID<FlextimePeriod>, days: ClosedRange<CivilDate>)?
    var plans: [CivilDate: FlextimeDay.Plan] = [:]
    func close() throws {
      guard let period = open else { return }
      try body(period.employee, FlextimeAllotment(id: period.id, days: period.days, plans: plans))
      plans = [:]
    }
    try connection.readRows(
      """
      SELECT p.employee, p.id, p.first_day, p.last_day, d.date, d.hours, d.exempt
      FROM flextime_period p
      JOIN flextime_day d ON d.period = p.id AND d.revision = (
        SELECT MAX(v.revision) FROM flextime_version v WHERE v.period = p.id
        AND v.step IN (\(list: inForce)))
      WHERE p.employee IN (\(list: employees)) AND p.first_day <= \(days.upperBound)
      AND p.last_day >= \(days.lowerBound) ORDER BY p.id DESC, d.date
      """
    ) { row in
      let id: RecordID<FlextimePeriod> = try row.value(1)
      if open?.id != id {
        try close()
        open = (try row.value(0), id, try row.value(2)...row.value(3))
      }
      let day = try day(row, at: 4)
      plans[day.date] = day.plan
    }
    try close()
  }

  /// A period; nil where there is none.
  static func period(
    _ id: RecordID<FlextimePeriod>,
    on connection: any SQLConnection
  ) throws -> FlextimePeriod? {
    try connection.row("\(fragment: periodColumns) WHERE p.id = \(id)").map(period)
  }

  /// The periods of somebody that end on a day or later, the latest first.
  static func periods(
    of employee: RecordID<Employee>,
    from date: CivilDate,
    on connection: any SQLConnection
  ) throws -> [FlextimePeriod] {
    try connection.rows(
      """
      \(fragment: periodColumns) WHERE p.employee = \(employee) AND p.last_day >= \(date)
      ORDER BY p.first_day DESC, p.id DESC
      """
    ).map(period)
  }

  /// Every version of a period, the first first.
  static func versions(
    of period: RecordID<FlextimePeriod>,
    on connection: any SQLConnection
  ) throws -> [FlextimeVersion] {
    let days = try connection.rows(
      """
      SELECT revision, date, hours, exempt FROM flextime_day WHERE period = \(period) ORDER BY revision, date
      """
    ) { row in (revision: try row.value(0, as: Int.self), day: try day(row, at: 1)) }
    let byRevision = Dictionary(grouping: days, by: \.revision)
    return try connection.rows(
      """
      SELECT v.revision, v.step, v.reason, v.at, a.name FROM flextime_version v
      LEFT JOIN account a ON a.id = v.by_account WHERE v.period = \(period) ORDER BY v.revision
      """
    ).map { row in
      let revision: Int = try row.value(0)
      return FlextimeVersion(
        revision: revision,
        step: try row.value(1),
        reason: try row.value(2),
        at: try row.value(3),
        by: try row.optional(4) ?? "",
        days: (byRevision[revision] ?? []).map(\.day)
      )
    }
  }

  /// The periods of somebody that end on a day or later, with their versions, the latest first.
  static func states(
    of employee: RecordID<Employee>,
    from date: CivilDate,
    on connection: any SQLConnection
  ) throws -> [FlextimeState] {
    try periods(of: employee, from: date, on: connection).map { period in
      FlextimeState(period: period, versions: try versions(of: period.id, on: connection))
    }
  }

  static func append(
    _ period: FlextimePeriod,
    at now: Instant,
    account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO flextime_period (id, employee, first_day, last_day, weeks, person, at, by_account)
      VALUES (\(period.id), \(period.employee), \(period.days.lowerBound), \(period.days.upperBound), \
      \(period.weeks), \(period.person.word), \(now), \(account))
      """
    )
  }

  /// - Throws: ``StoreError/unique(constraint:)`` when somebody else has made the revision.
  static func append(
    _ version: FlextimeVersion,
    to period: RecordID<FlextimePeriod>,
    account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO flextime_version (period, revision, step, reason, at, by_account)
      VALUES (\(period), \(version.revision), \(version.step), \(version.reason), \(version.at), \(account))
      """
    )
    try connection.insert(
      into: "flextime_day",
      columns: ["period", "revision", "date", "hours", "exempt"],
      rows: version.days.map { day in
        [
          period.sqlValue, version.revision.sqlValue, day.date.sqlValue,
          day.hours.map { StoredHours($0).sqlValue } ?? .null, day.isExempt.sqlValue,
        ]
      }
    )
  }

  private static let inForce = FlextimeVersion.Step.allCases.filter(\.isInForce)

  private static let periodColumns: SQLText =
    "SELECT p.id, p.employee, p.first_day, p.weeks, p.person FROM flextime_period p"

  private static func period(_ row: SQLRow) throws -> FlextimePeriod {
    guard let person = FlextimeRules.Person(word: try row.value(4)) else {
      throw StoreError.unexpectedColumn("flextime_period.person")
    }
    return FlextimePeriod(
      id: try row.value(0),
      employee: try row.value(1),
      start: try row.value(2),
      weeks: try row.value(3),
      person: person
    )
  }

  private static func day(_ row: SQLRow, at place: Int) throws -> FlextimeDay {
    let hours = try row.optional(place + 1, as: StoredHours.self)?.hours
    let isExempt: Bool = try row.value(place + 2)
    return FlextimeDay(try row.value(place), hours.map { isExempt ? .exempt($0) : .duty($0) } ?? .off)
  }
}

extension FlextimeRules.Person {
  /// The word by which tables and forms name the person.
  var word: String {
    switch self {
    case .general: "general"
    case .carer: "carer"
    }
  }

  /// The words of the user interface.
  var japanese: String {
    switch self {
    case .general: "一般の職員"
    case .carer: "育児・介護等を行う職員"
    }
  }

  init?(word: String) {
    guard let person = Self.allCases.first(where: { $0.word.utf8.elementsEqual(word.utf8) }) else {
      return nil
    }
    self = person
  }
}

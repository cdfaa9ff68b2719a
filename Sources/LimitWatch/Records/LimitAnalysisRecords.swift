internal import CivilTime
internal import People
internal import Store

/// Reads and appends analyses.
enum LimitAnalysisRecords {
  /// The newest revision of a unit's analysis.
  static func newest(
    of unit: RecordID<OrganizationUnit>,
    in year: FiscalYear,
    on connection: any SQLConnection
  ) throws -> LimitAnalysis? {
    try read(
      "l.unit = \(unit) AND l.fiscal_year = \(year.startYear) AND \(fragment: isNewest)",
      on: connection
    )
    .first
  }

  /// The newest revisions of a year, by unit.
  static func newest(
    in year: FiscalYear,
    on connection: any SQLConnection
  ) throws -> [RecordID<OrganizationUnit>: LimitAnalysis] {
    let all = try read("l.fiscal_year = \(year.startYear) AND \(fragment: isNewest)", on: connection)
    return Dictionary(all.map { ($0.unit, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The newest submitted revisions of a year, also of those who write on; by unit.
  static func submitted(in year: FiscalYear, on connection: any SQLConnection) throws -> [LimitAnalysis] {
    try read(
      "l.fiscal_year = \(year.startYear) AND \(fragment: isNewestSubmitted)",
      on: connection
    )
  }

  /// What the newest submitted revisions of some units name, and when they were submitted; nil stands for all units.
  static func answers(
    of units: Set<RecordID<OrganizationUnit>>? = nil,
    in year: FiscalYear,
    on connection: any SQLConnection
  ) throws -> [RecordID<OrganizationUnit>: LimitAnalysis.Answer] {
    let among: SQLText = units.map { "l.unit IN (\(list: $0.sorted()))" } ?? "TRUE"
    let condition: SQLText = """
      l.fiscal_year = \(year.startYear) AND \(fragment: isNewestSubmitted) AND \(fragment: among)
      """
    var months: [RecordID<OrganizationUnit>: Set<LimitAnalysis.PersonMonth>] = [:]
    try connection.readRows(
      """
      SELECT DISTINCT l.unit, f.employee, f.month FROM limit_analysis_factor f
      JOIN limit_analysis l ON l.id = f.analysis WHERE \(fragment: condition)
      """
    ) { row in
      months[try row.value(0), default: []].insert(.init(employee: try row.value(1), month: try row.value(2)))
    }
    let days = try connection.rows("SELECT l.unit, l.at FROM limit_analysis l WHERE \(fragment: condition)") {
      row in (try row.value(0, as: RecordID<OrganizationUnit>.self), OfficeZone.date(of: try row.value(1)))
    }
    return Dictionary(
      days.map { unit, day in (unit, LimitAnalysis.Answer(months: months[unit] ?? [], on: day)) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// When and by whom a unit's revisions were written, the newest first.
  static func history(
    of unit: RecordID<OrganizationUnit>,
    in year: FiscalYear,
    on connection: any SQLConnection
  ) throws -> [(at: Instant, author: String, isSubmitted: Bool)] {
    try connection.rows(
      """
      SELECT at, by_name, is_submitted FROM limit_analysis
      WHERE unit = \(unit) AND fiscal_year = \(year.startYear) ORDER BY revision DESC
      """
    ) { row in (at: try row.value(0), author: try row.value(1), isSubmitted: try row.value(2)) }
  }

  /// - Throws: ``StoreError/unique(constraint:)`` when the revision is taken.
  static func insert(
    _ analysis: LimitAnalysis,
    id: RecordID<LimitAnalysis>,
    by account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO limit_analysis
      (id, unit, fiscal_year, revision, is_submitted, staffing, measures, at, by_account, by_name)
      VALUES (\(id), \(analysis.unit), \(analysis.year.startYear), \(analysis.revision), \
      \(analysis.isSubmitted), \(analysis.staffing), \(analysis.measures), \(analysis.writtenAt), \(account), \
      \(analysis.author))
      """
    )
    let factors = analysis.factors.sorted {
      ($0.key.month, $0.key.employee) < ($1.key.month, $1.key.employee)
    }
    let rows = factors.flatMap { key, shares in
      shares.enumerated().map { position, share -> [SQLValue] in
        [
          id.sqlValue, key.employee.sqlValue, key.month.sqlValue, position.sqlValue, share.factor.sqlValue,
          share.minutes?.sqlValue ?? .null,
        ]
      }
    }
    try connection.insert(
      into: "limit_analysis_factor",
      columns: ["analysis", "employee", "month", "position", "factor", "minutes"],
      rows: rows
    )
  }

  private static let isNewest: SQLText = """
    NOT EXISTS (SELECT 1 FROM limit_analysis n WHERE n.unit = l.unit AND n.fiscal_year = l.fiscal_year \
    AND n.revision > l.revision)
    """

  private static let isNewestSubmitted: SQLText = """
    l.is_submitted AND NOT EXISTS (SELECT 1 FROM limit_analysis n WHERE n.unit = l.unit \
    AND n.fiscal_year = l.fiscal_year AND n.is_submitted AND n.revision > l.revision)
    """

  private static func read(_ condition: SQLText, on connection: any SQLConnection) throws -> [LimitAnalysis] {
    var factors: [Int64: [LimitAnalysis.PersonMonth: [LimitAnalysis.Share]]] = [:]
    try connection.readRows(
      """
      SELECT f.analysis, f.employee, f.month, f.factor, f.minutes FROM limit_analysis_factor f
      JOIN limit_analysis l ON l.id = f.analysis WHERE \(fragment: condition)
      ORDER BY f.analysis, f.employee, f.month, f.position
      """
    ) { row in
      let key = LimitAnalysis.PersonMonth(employee: try row.value(1), month: try row.value(2))
      let share = LimitAnalysis.Share(factor: try row.value(3), minutes: try row.optional(4))
      factors[try row.value(0), default: [:]][key, default: []].append(share)
    }
    return try connection.rows(
      """
      SELECT l.id, l.unit, l.fiscal_year, l.revision, l.is_submitted, l.staffing, l.measures, l.at, l.by_name
      FROM limit_analysis l WHERE \(fragment: condition) ORDER BY l.unit
      """
    ) { row in
      LimitAnalysis(
        unit: try row.value(1),
        year: FiscalYear(startYear: try row.value(2)),
        revision: try row.value(3),
        isSubmitted: try row.value(4),
        factors: factors[try row.value(0)] ?? [:],
        staffing: try row.value(5),
        measures: try row.value(6),
        writtenAt: try row.value(7),
        author: try row.value(8)
      )
    }
  }
}

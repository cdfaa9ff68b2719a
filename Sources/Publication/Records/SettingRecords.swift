internal import CivilTime
internal import People
internal import Store

/// 公表の設定の記録 – reads and writes what employers set for their publication.
enum SettingRecords {
  /// One value of one employer for a year.
  struct Change {
    let id: RecordID<EmployerSettings>
    let employer: RecordID<Employer>
    let year: FiscalYear
    let setting: PublicationSetting
    let value: String
  }

  /// What holds for each employer in a year: of lasting settings the newest of this or an earlier year.
  static func settings(
    in year: FiscalYear,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employer>: EmployerSettings] {
    let lasting = Set(
      [PublicationSetting.planLink, .recruitingLink, .mainGroup, .tenureItem, .rankDay].map(\.name)
    )
    var values: [RecordID<Employer>: [String: String]] = [:]
    try connection.forEachRow(
      """
      SELECT s.employer, s.fiscal_year, s.name, s.value FROM publication_setting s
      WHERE s.fiscal_year <= \(year.startYear) ORDER BY s.fiscal_year, s.id
      """
    ) { row in
      let name: String = try row.value(2)
      guard try row.value(1) == year.startYear || lasting.contains(name) else { return }
      values[try row.value(0), default: [:]][name] = try row.value(3)
    }
    return values.mapValues { EmployerSettings($0) }
  }

  /// Writes a value beside the earlier ones; an empty one takes the setting back.
  static func insert(
    _ change: Change,
    at now: Instant,
    by account: Int64,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      INSERT INTO publication_setting (id, employer, fiscal_year, name, value, set_at, set_by)
      VALUES (\(change.id), \(change.employer), \(change.year.startYear), \(change.setting.name), \
      \(change.value), \(now), \(account))
      """
    )
  }
}

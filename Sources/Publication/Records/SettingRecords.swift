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
  ///
  /// Through a change: as it was before later ones.
  static func settings(
    in year: FiscalYear,
    through change: Int64 = .max,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employer>: EmployerSettings] {
    var values: [RecordID<Employer>: [String: String]] = [:]
    var last: [RecordID<Employer>: Int64] = [:]
    try connection.forEachRow(
      """
      SELECT s.employer, s.fiscal_year, s.name, s.value, s.id FROM publication_setting s
      WHERE s.fiscal_year <= \(year.startYear) AND s.id <= \(change) ORDER BY s.fiscal_year, s.id
      """
    ) { row in
      let employer: RecordID<Employer> = try row.value(0)
      let name: String = try row.value(2)
      guard try row.value(1) == year.startYear || PublicationSetting.lastingNames.contains(name) else {
        return
      }
      values[employer, default: [:]][name] = try row.value(3)
      last[employer] = max(last[employer] ?? 0, try row.value(4))
    }
    return values.reduce(into: [:]) { settings, entry in
      settings[entry.key] = EmployerSettings(entry.value, lastChange: last[entry.key] ?? 0)
    }
  }

  /// Who changed which settings of an employer after one change, the newest of each.
  static func changes(
    of employer: RecordID<Employer>,
    in year: FiscalYear,
    after change: Int64,
    on connection: any SQLConnection
  ) throws -> [String: SettingChange] {
    var changes: [String: SettingChange] = [:]
    try connection.forEachRow(
      """
      SELECT s.name, s.value, s.set_at, COALESCE(a.name, ''), s.fiscal_year
      FROM publication_setting s LEFT JOIN account a ON a.id = s.set_by
      WHERE s.employer = \(employer) AND s.fiscal_year <= \(year.startYear) AND s.id > \(change)
      ORDER BY s.fiscal_year, s.id
      """
    ) { row in
      let name: String = try row.value(0)
      guard try row.value(4) == year.startYear || PublicationSetting.lastingNames.contains(name) else {
        return
      }
      changes[name] = SettingChange(value: try row.value(1), at: try row.value(2), by: try row.value(3))
    }
    return changes
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

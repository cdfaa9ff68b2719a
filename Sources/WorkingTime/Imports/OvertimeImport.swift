internal import CivilTime
internal import DelimitedText
internal import Journal
internal import People
internal import Store

/// 超過勤務の取込: one row a person and day; the newest declaration of a day counts.
extension OvertimeRow: ImportedRow {
  static let receiptKind = "working-time.overtime"
  static let journalKind = WorkingTimeKinds.overtimeImported
  static let columns: [ImportColumns.Column] = [
    .init("職員番号", "employee_number"), .init("日付", "date"), .init("超過勤務", "overtime"),
    .init("業務", "work"), .init("特例業務", "special", isRequired: false),
    .init("特定事業主コード", "employer_code", isRequired: false),
  ]

  static func context(on connection: any SQLConnection) throws -> PunchRow.Context {
    try PunchRow.context(on: connection)
  }

  static func read(
    _ reader: borrowing DelimitedReader,
    _ columns: ImportColumns,
    _ context: inout PunchRow.Context
  ) -> Result<OvertimeRow, ImportFaults> {
    var faults: [ImportFault] = []
    let line = reader.line
    let employee = context.employees.find(reader, columns, number: 0, employer: 5, faults: &faults)
    let date = context.dates.date(columns.bytes(1, of: reader))
    if date == nil {
      faults.append(ImportFaultWords.date(line, columns.heading(1), columns.text(1, of: reader)))
    }
    let length = Minutes(reading: columns.text(2, of: reader)).flatMap { length in
      (Minutes.zero...Minutes(hours: 24)).contains(length) ? length : nil
    }
    if length == nil {
      faults.append(ImportFaultWords.length(line, columns.heading(2), columns.text(2, of: reader)))
    }
    let work = columns.text(3, of: reader)
    if work.utf8.isEmpty { faults.append(ImportFaultWords.missing(line, columns.heading(3))) }
    let flag = columns.text(4, of: reader)
    if !["", "0", "1"].contains(flag) { faults.append(ImportFaultWords.flag(line, columns.heading(4))) }
    guard let employee, let date, let length, faults.isEmpty else { return .failure(ImportFaults(faults)) }
    return .success(
      OvertimeRow(employee: employee, workDate: date, length: length, isSpecial: flag == "1", work: work)
    )
  }

  private struct DayKey: Hashable {
    let employee: RecordID<Employee>
    let date: CivilDate
  }

  /// Rows that say what the newest declaration of the day says already are left out.
  static func new(of rows: [OvertimeRow], on connection: any SQLConnection) throws -> [OvertimeRow] {
    let isEmpty = try connection.row("SELECT id FROM overtime_declaration LIMIT 1") == nil
    var said: [DayKey: OvertimeRow] = [:]
    return try rows.filter { row in
      let key = DayKey(employee: row.employee, date: row.workDate)
      defer { said[key] = row }
      if let earlier = said[key] { return earlier != row }
      return try isEmpty || !stands(row, on: connection)
    }
  }

  private static func stands(_ row: OvertimeRow, on connection: any SQLConnection) throws -> Bool {
    let newest = try OvertimeRecords.declarations(
      of: row.employee,
      in: row.workDate...row.workDate,
      on: connection
    ).last
    return newest.map { $0.length == row.length && $0.isSpecial == row.isSpecial && $0.reason == row.work }
      ?? false
  }

  static func write(
    _ rows: [OvertimeRow],
    ids: RecordIDSource,
    at now: Instant,
    on connection: any SQLConnection
  ) throws {
    try WorkingTimeBulk.insertOvertime(rows, ids: ids, at: now, on: connection)
    try RefreshAfterImport.refresh(rows.map { ($0.employee, $0.workDate) }, on: connection)
  }
}

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

  struct Context {
    var punches: PunchRow.Context
    let lastDay: CivilDate
  }

  static func context(today: CivilDate, on connection: any SQLConnection) throws -> Context {
    Context(
      punches: try PunchRow.context(today: today, on: connection),
      lastDay: OvertimeDeclaration.lastDay(asOf: today)
    )
  }

  static func read(
    _ reader: borrowing DelimitedReader,
    _ columns: ImportColumns,
    _ context: inout Context
  ) -> Result<OvertimeRow, ImportFaults> {
    var faults: [ImportFault] = []
    let line = reader.line
    let employee = context.punches.employees.find(reader, columns, number: 0, employer: 5, faults: &faults)
    let date = context.punches.dates.date(columns.bytes(1, of: reader))
    if date == nil {
      faults.append(ImportFaultWords.date(line, columns.heading(1), columns.text(1, of: reader)))
    }
    if let date, date > context.lastDay {
      faults.append(ImportFaultWords.tooLate(line, columns.heading(1), last: context.lastDay))
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

  /// Rows that an earlier file held already are left out, also where a declaration by hand counts since then.
  static func new(of rows: [OvertimeRow], on connection: any SQLConnection) throws -> [OvertimeRow] {
    let known = try known(covering: rows, on: connection)
    var said: [DayKey: OvertimeRow] = [:]
    return rows.filter { row in
      let key = DayKey(employee: row.employee, date: row.workDate)
      defer { said[key] = row }
      return said[key] != row && !known.contains(row)
    }
  }

  /// What files have declared for the days of the rows; who declares by hand is known by the account.
  private static func known(
    covering rows: [OvertimeRow],
    on connection: any SQLConnection
  ) throws -> Set<OvertimeRow> {
    guard var first = rows.first?.workDate else { return [] }
    var last = first
    for row in rows {
      first = min(first, row.workDate)
      last = max(last, row.workDate)
    }
    var known: Set<OvertimeRow> = []
    try connection.forEachRow(
      """
      SELECT employee, work_date, minutes, is_special, reason FROM overtime_declaration
      WHERE recorded_by IS NULL AND work_date BETWEEN \(first) AND \(last)
      """
    ) { row in
      known.insert(
        OvertimeRow(
          employee: try row.value(0),
          workDate: try row.value(1),
          length: try row.value(2),
          isSpecial: try row.value(3),
          work: try row.value(4)
        )
      )
    }
    return known
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

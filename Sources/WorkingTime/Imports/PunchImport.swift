internal import CivilTime
internal import DelimitedText
internal import Journal
internal import People
internal import Store

/// 打刻の取込: one row a record. Odd ones are kept, and marked by the pages.
extension PunchRow: ImportedRow {
  static let receiptKind = "working-time.punches"
  static let journalKind = WorkingTimeKinds.punchesImported
  static let columns: [ImportColumns.Column] = [
    .init("職員番号", "employee_number"), .init("日付", "date"), .init("時刻", "time"), .init("区分", "kind"),
    .init("特定事業主コード", "employer_code", isRequired: false),
  ]

  struct Context {
    let employees: EmployeeIndex
    var dates = DateReader()
  }

  static func context(today: CivilDate, on connection: any SQLConnection) throws -> Context {
    Context(employees: try EmployeeIndex(on: connection))
  }

  static func read(
    _ reader: borrowing DelimitedReader,
    _ columns: ImportColumns,
    _ context: inout Context
  ) -> Result<PunchRow, ImportFaults> {
    var faults: [ImportFault] = []
    let employee = context.employees.find(reader, columns, number: 0, employer: 4, faults: &faults)
    let date = context.dates.date(columns.bytes(1, of: reader))
    let time = usualTime(columns.bytes(2, of: reader)) ?? ClockTime(reading: columns.text(2, of: reader))
    let kind = kind(columns.bytes(3, of: reader))
    if let employee, let date, let time, let kind {
      return .success(PunchRow(employee: employee, workDate: date, time: time, kind: kind))
    }
    let line = reader.line
    if date == nil {
      faults.append(ImportFaultWords.date(line, columns.heading(1), columns.text(1, of: reader)))
    }
    if time == nil {
      faults.append(ImportFaultWords.time(line, columns.heading(2), columns.text(2, of: reader)))
    }
    if kind == nil { faults.append(ImportFaultWords.kind(line, columns.heading(3))) }
    return .failure(ImportFaults(faults))
  }

  static func new(of rows: [PunchRow], on connection: any SQLConnection) throws -> [PunchRow] {
    try KnownPunches(covering: rows, on: connection).new(of: rows)
  }

  static func write(
    _ rows: [PunchRow],
    ids: RecordIDSource,
    at now: Instant,
    on connection: any SQLConnection
  ) throws {
    try WorkingTimeBulk.insertPunches(rows, ids: ids, at: now, on: connection)
    try RefreshAfterImport.refresh(rows.map { ($0.employee, $0.workDate) }, on: connection)
  }

  /// The usual form `09:30` without making strings; anything else goes the long way.
  private static func usualTime(_ bytes: ArraySlice<UInt8>) -> ClockTime? {
    let start = bytes.startIndex
    guard bytes.count == 5, bytes[start + 2] == UInt8(ascii: ":") else { return nil }
    let digit = { (place: Int) in Int(bytes[start + place]) - 48 }
    let (tens, ones, sixths, rest) = (digit(0), digit(1), digit(3), digit(4))
    guard (0...9).contains(tens), (0...9).contains(ones), (0...9).contains(sixths), (0...9).contains(rest)
    else { return nil }
    return ClockTime(hour: tens * 10 + ones, minute: sixths * 10 + rest)
  }

  private static func kind(_ bytes: ArraySlice<UInt8>) -> Punch.Kind? {
    if bytes.elementsEqual("出勤".utf8) || bytes.elementsEqual("in".utf8) { return .arrival }
    if bytes.elementsEqual("退勤".utf8) || bytes.elementsEqual("out".utf8) { return .departure }
    return nil
  }
}

/// Refreshes the totals that an imported file touches.
enum RefreshAfterImport {
  static func refresh(
    _ touched: [(employee: RecordID<Employee>, date: CivilDate)],
    on connection: any SQLConnection
  ) throws {
    guard var first = touched.first?.date else { return }
    var last = first
    var employees: Set<RecordID<Employee>> = []
    for one in touched {
      employees.insert(one.employee)
      first = min(first, one.date)
      last = max(last, one.date)
    }
    try MonthTotalSweep.refresh(Array(employees), from: first.yearMonth, to: last.yearMonth, on: connection)
  }
}

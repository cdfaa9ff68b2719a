internal import CivilTime
internal import DelimitedText
internal import Journal
internal import People
internal import Store

/// 他律部署の指定の取込: one row a unit and period. To end a designation, its row is sent again with a last day.
extension DesignationRow: ImportedRow {
  static let receiptKind = "working-time.designations"
  static let journalKind = WorkingTimeKinds.designationsImported
  static let columns: [ImportColumns.Column] = [
    .init("特定事業主コード", "employer_code"), .init("所属", "unit"), .init("開始日", "from"),
    .init("終了日", "to", isRequired: false), .init("理由", "reason"),
  ]

  struct Context {
    let units: UnitPaths
    var dates = DateReader()
  }

  static func context(today: CivilDate, on connection: any SQLConnection) throws -> Context {
    Context(units: try UnitPaths(on: connection))
  }

  static func read(
    _ reader: borrowing DelimitedReader,
    _ columns: ImportColumns,
    _ context: inout Context
  ) -> Result<DesignationRow, ImportFaults> {
    var faults: [ImportFault] = []
    let line = reader.line
    let from = context.dates.date(columns.bytes(2, of: reader))
    if from == nil {
      faults.append(ImportFaultWords.date(line, columns.heading(2), columns.text(2, of: reader)))
    }
    let isOpen = columns.bytes(3, of: reader).isEmpty
    let to = isOpen ? nil : context.dates.date(columns.bytes(3, of: reader))
    if !isOpen, to == nil {
      faults.append(ImportFaultWords.date(line, columns.heading(3), columns.text(3, of: reader)))
    }
    if let from, let to, to < from {
      faults.append(
        ImportFault(
          line: line,
          column: columns.heading(3),
          reason: "終了日が開始日より前です。",
          remedy: "終了日を開始日以後にしてください。"
        )
      )
    }
    let unit = context.units.unit(
      employer: columns.text(0, of: reader),
      path: columns.text(1, of: reader),
      on: from
    )
    if unit == nil {
      faults.append(
        ImportFault(
          line: line,
          column: columns.heading(1),
          reason: "この所属の組織は、開始日に登録されていません。",
          remedy: "「大臣官房／秘書課」のように上位から書いてください。"
        )
      )
    }
    let reason = columns.text(4, of: reader)
    if reason.utf8.isEmpty { faults.append(ImportFaultWords.missing(line, columns.heading(4))) }
    guard let unit, let from, faults.isEmpty else { return .failure(ImportFaults(faults)) }
    return .success(DesignationRow(unit: unit, from: from, to: to, reason: reason))
  }

  private struct StartKey: Hashable {
    let unit: RecordID<OrganizationUnit>
    let from: CivilDate
  }

  /// Rows that say what counts already are left out; another end is added, and then counts.
  static func new(of rows: [DesignationRow], on connection: any SQLConnection) throws -> [DesignationRow] {
    var ends: [StartKey: CivilDate?] = [:]
    return try rows.filter { row in
      let key = StartKey(unit: row.unit, from: row.from)
      defer { ends[key] = .some(row.to) }
      if let earlier = ends[key] { return earlier != row.to }
      return try DesignationRecords.standing(row.unit, from: row.from, on: connection).map { $0.to != row.to }
        ?? true
    }
  }

  static func write(
    _ rows: [DesignationRow],
    ids: RecordIDSource,
    at now: Instant,
    on connection: any SQLConnection
  ) throws {
    try WorkingTimeBulk.insertDesignations(rows, ids: ids, on: connection)
  }
}

/// Finds units by employer and path, as they were on a day.
struct UnitPaths {
  private let employers: [String: RecordID<Employer>]
  private let trees: (CivilDate) throws -> UnitTree

  init(on connection: any SQLConnection) throws {
    let all = try EmployerRecords.all(on: connection)
    employers = Dictionary(all.map { ($0.code, $0.id) }, uniquingKeysWith: { first, _ in first })
    trees = { date in try UnitRecords.tree(asOf: date, on: connection) }
  }

  func unit(employer code: String, path: String, on date: CivilDate?) -> RecordID<OrganizationUnit>? {
    guard let date, let employer = employers[code], let tree = try? trees(date) else { return nil }
    let wanted = UnitPaths.folded(path)
    return tree.ordered.first { unit in
      unit.employer == employer && tree.path(of: unit.id).map(UnitPaths.folded) == wanted
    }?.id
  }

  /// Full-width and plain slashes are the same to people.
  private static func folded(_ path: String) -> [UInt8] {
    Array(DigitFolding.folded(path).utf8)
  }
}

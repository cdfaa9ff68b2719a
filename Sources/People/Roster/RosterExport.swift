public import CivilTime
public import Store
internal import DelimitedText

/// 職員名簿の書き出し – writes the staff list that ``RosterImport`` reads again without any change.
public enum RosterExport: Sendable {
  /// The people within the scope with all their assignments, as UTF-8 with byte order mark and CRLF.
  ///
  /// Rows come by unit (建制順), rank and reading; a person without an assignment has one row.
  ///
  /// - Parameter date: the day on which the scope is looked at.
  public static func csv(
    in scope: PersonScope,
    asOf date: CivilDate,
    on connection: any SQLConnection
  ) throws -> [UInt8] {
    let rows = try RosterExportRows(in: scope, asOf: date, on: connection).sorted()
    var writer = try DelimitedWriter(style: .spreadsheet)
    writer.write(RosterColumn.allCases.map(\.japanese))
    for row in rows { writer.write(RosterColumn.allCases.map(row.cell)) }
    return writer.takeBytes()
  }
}

/// One row of an export.
struct RosterExportRow {
  /// An assignment, the post it gives and the unit as it was called on the first day.
  struct Place {
    let assignment: Assignment
    let post: Post
    let path: String
    let unitKind: UnitKind
    /// The place of the unit in 建制順.
    let position: Int
  }

  let employer: Employer
  let employee: Employee
  let place: Place?

  func cell(_ column: RosterColumn) -> String {
    switch column {
    case .employerCode: CellText.guarded(employer.code)
    case .employer: CellText.guarded(employer.name)
    case .employeeNumber: CellText.guarded(employee.number)
    case .familyName: CellText.guarded(employee.familyName)
    case .givenName: CellText.guarded(employee.givenName)
    case .familyKana: CellText.guarded(employee.familyKana)
    case .givenKana: CellText.guarded(employee.givenKana)
    case .formerFamilyName: CellText.guarded(employee.formerFamilyName ?? "")
    case .sex: employee.sex.japanese
    case .hiredOn: employee.hiredOn.iso
    case .leftOn: employee.leftOn?.iso ?? ""
    case .staffCategory: employee.staffCategory.japanese
    case .examCategory: employee.examCategory.japanese
    case .technical: YesOrNo.japanese(employee.isTechnical)
    case .unit, .unitKind, .post, .rankBand, .managerial, .executive, .head, .assignmentKind, .assignedOn,
      .assignedUntil:
      place.map { cell(column, of: $0) } ?? ""
    }
  }

  private func cell(_ column: RosterColumn, of place: Place) -> String {
    switch column {
    case .unit: CellText.guarded(place.path)
    case .unitKind: place.unitKind.japanese
    case .post: CellText.guarded(place.post.title)
    case .rankBand: place.post.rankBand.japanese
    case .managerial: YesOrNo.japanese(place.post.isManagerial)
    case .executive: YesOrNo.japanese(place.post.isExecutive)
    case .head: YesOrNo.japanese(place.post.isHead)
    case .assignmentKind: place.assignment.kind.japanese
    case .assignedOn: place.assignment.from.iso
    case .assignedUntil: place.assignment.to?.iso ?? ""
    default: ""
    }
  }
}

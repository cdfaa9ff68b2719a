import DelimitedText
import Testing

@testable import People

/// Staff lists for tests: rows that are right, but for what a case changes.
enum RosterSheet {
  static let allColumns = RosterColumn.allCases

  /// A sound row of a clerk in 大臣官房／秘書課.
  static func row(_ changes: [RosterColumn: String] = [:]) -> [RosterColumn: String] {
    let place: [RosterColumn: String] = [
      .employerCode: "soumu", .employer: "総務省", .unit: "大臣官房／秘書課", .unitKind: "課",
      .post: "係員", .rankBand: "係員", .managerial: "いいえ", .executive: "いいえ", .head: "いいえ",
      .assignmentKind: "本務", .assignedOn: "2026-04-01", .assignedUntil: "",
    ]
    let person: [RosterColumn: String] = [
      .employeeNumber: "000123", .familyName: "髙橋", .givenName: "花子", .familyKana: "タカハシ",
      .givenKana: "ハナコ", .formerFamilyName: "", .sex: "女性", .hiredOn: "2020-04-01", .leftOn: "",
      .staffCategory: "常勤", .examCategory: "総合職", .technical: "いいえ",
    ]
    return place.merging(person) { $1 }.merging(changes) { $1 }
  }

  /// Another person, by a number.
  static func person(_ number: Int, _ changes: [RosterColumn: String] = [:]) -> [RosterColumn: String] {
    let text = String(number)
    let names: [RosterColumn: String] = [
      .employeeNumber: String(repeating: "0", count: max(0, 6 - text.utf8.count)) + text,
      .familyName: "職員\(number)", .familyKana: "ショクイン\(number)", .givenName: "太郎", .givenKana: "タロウ",
    ]
    return row(names.merging(changes) { $1 })
  }

  static func bytes(
    _ rows: [[RosterColumn: String]],
    columns: [RosterColumn] = allColumns,
    style: DelimitedStyle = .spreadsheet,
    header: (RosterColumn) -> String = { $0.japanese }
  ) throws -> [UInt8] {
    var writer = try DelimitedWriter(style: style)
    writer.write(columns.map(header))
    for row in rows { writer.write(columns.map { row[$0] ?? "" }) }
    return writer.takeBytes()
  }
}

internal import CivilTime
internal import DelimitedText
internal import Schedules
internal import WorkingTime

/// A book as a table for programs: a row a person and day, minutes as whole numbers.
enum BookFile {
  static func bytes(_ parts: [BookPart], in month: YearMonth) throws -> [UInt8] {
    var writer = try DelimitedWriter(style: .spreadsheet)
    writer.write([
      "氏名", "日付", "勤務", "命令", "命令（分）", "命令した人と時", "実績", "実績（分）", "差（分）", "差の理由", "業務", "支給区分",
      "確認・修正",
    ])
    for part in parts {
      for day in part.days {
        let row = BookRow(day: day, part: part, month: month)
        writer.write(fields: [
          .freeText(part.name), .value(day.date.iso), .value(day.allotment.japanese), .value(row.ordered),
          .value(day.ordered.map { "\($0.count)" } ?? ""), .freeText(row.orderedBy), .value(row.claimed),
          .value(day.claim.map { "\($0.length.count)" } ?? ""),
          .value(day.difference.map { "\($0.count)" } ?? ""),
          .freeText(day.differences.last?.reason ?? ""), .freeText(row.work), .value(row.classes),
          .freeText(row.remarks),
        ])
      }
    }
    return writer.bytes
  }
}

internal import CivilTime
internal import DelimitedText

/// 確定した月のCSV – one row a person and day, as it was approved: ISO dates, minutes as whole numbers.
enum ClosedFile {
  static func bytes(_ cases: [ClosingCase]) throws -> [UInt8] {
    var writer = try DelimitedWriter(style: .spreadsheet)
    writer.write([
      "職員番号", "氏名", "日付", "区分", "割振り開始", "割振り終了", "割振り休憩（分）", "出勤", "退勤", "休憩（分）", "超過勤務（分）",
      "特例業務", "確定回", "訂正あり", "超過勤務の時間帯",
    ])
    for one in cases {
      guard let closed = one.closed.last else { continue }
      let corrected = Set(one.corrections.map(\.date))
      for day in closed.sheet.days {
        writer.write(fields: [
          .freeText(one.person.number), .freeText(one.person.name), .value(day.date.iso), .value(day.label),
          .value(day.hours?.from.padded ?? ""), .value(day.hours?.to.padded ?? ""),
          .value(day.hours.map { "\($0.pause.count)" } ?? ""), .value(day.arrival?.padded ?? ""),
          .value(day.departure?.padded ?? ""), .value("\(day.pause.count)"),
          .value(day.overtime.map { "\($0.count)" } ?? ""), .value(day.isSpecial ? "1" : "0"),
          .value("\(closed.number)"), .value(corrected.contains(day.date) ? "1" : "0"),
          .value(day.times),
        ])
      }
    }
    return writer.bytes
  }
}

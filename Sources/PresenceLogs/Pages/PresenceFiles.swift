internal import CivilTime
internal import DelimitedText
internal import Schedules
internal import WorkingTimeRules

/// Presence beside claims as one row a person and day: whole minutes, blank where nothing is known.
enum PresenceFile {
  private static let heading = [
    "特定事業主", "職員番号", "氏名", "日付", "曜日", "管理職", "勤務", "正規の開始", "正規の終了", "打刻の始め", "打刻の終わり", "PCの記録", "PCの始め",
    "PCの終わり", "在庁の始め", "在庁の終わり", "正規の外の在庁（分）", "申告（分）", "差（分）", "状態", "理由", "説明",
  ]

  static func writer() throws -> DelimitedWriter {
    var writer = try DelimitedWriter(style: .spreadsheet)
    writer.write(heading)
    return writer
  }

  static func write(
    _ person: PresencePerson,
    _ day: DayPresence,
    employer: String,
    to writer: inout DelimitedWriter
  ) {
    let log: (first: String, last: String) =
      if case .seen(let first, let last) = day.log { (first.padded, last.padded) } else { ("", "") }
    let hours = day.allotment.hours?.span
    writer.write(fields: [
      .value(employer), .freeText(person.number), .freeText(person.name), .value(day.date.iso),
      .value(day.date.weekday.japanese), .value(day.isManagerial ? "1" : "0"), .value(day.allotment.japanese),
      .value(hours?.lowerBound.padded ?? ""), .value(hours?.upperBound.padded ?? ""),
      .value(day.clock?.lowerBound.padded ?? ""), .value(day.clock?.upperBound.padded ?? ""),
      .value(day.log.code), .value(log.first), .value(log.last), .value(day.first?.padded ?? ""),
      .value(day.last?.padded ?? ""), .value(day.outside.map { "\($0.count)" } ?? ""),
      .value(day.claimed.map { "\($0.count)" } ?? ""), .value(day.gap.map { "\($0.count)" } ?? ""),
      .value(day.status.japanese), .value(day.reason?.code.japanese ?? ""),
      .freeText(day.reason?.words ?? ""),
    ])
  }
}

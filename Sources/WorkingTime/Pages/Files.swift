internal import People
internal import Schedules
internal import WorkingTimeRules
internal import CivilTime
internal import DelimitedText

/// A month as a machine-readable table: ISO dates, minutes as whole numbers, blank where nothing is known.
enum MonthFile {
  static func bytes(_ month: WorkingMonth) throws -> [UInt8] {
    var writer = try DelimitedWriter(style: .spreadsheet)
    writer.write([
      "日付", "曜日", "勤務", "出勤", "退勤", "休憩（分）", "超過勤務（分）", "特例業務", "差（分）", "確認",
    ])
    for day in month.days {
      writer.write([
        day.date.iso, day.date.weekday.japanese, day.allotment.japanese,
        day.arrival?.padded ?? "", day.departure?.padded ?? "", "\(day.breakLength.count)",
        day.overtime.map { "\($0.count)" } ?? "", day.isSpecial ? "1" : "0",
        day.gap.map { "\($0.count)" } ?? "",
        MonthWords.concerns(day).joined(separator: "・"),
      ])
    }
    return writer.bytes
  }
}

/// A unit's months as one row a person and month.
enum UnitFile {
  static func bytes(_ shown: UnitMonths) throws -> [UInt8] {
    var writer = try DelimitedWriter(style: .spreadsheet)
    writer.write(["氏名", "年月", "超過勤務（分）", "部署", "特例業務", "上限超過"])
    for line in shown.lines {
      for month in shown.months {
        guard let total = line.total(in: month) else { continue }
        let findings = line.findings.filter { $0.month == month }.map(\.test.japanese)
        writer.write(fields: [
          .freeText(line.member.name), .value(month.iso), .value("\(total.overtime.count)"),
          .value(total.isExternal ? "他律部署" : "自律部署"), .value(total.isSpecial ? "1" : "0"),
          .value(findings.joined(separator: "・")),
        ])
      }
    }
    return writer.bytes
  }
}

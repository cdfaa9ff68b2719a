internal import CivilTime
internal import DelimitedText
internal import Duties

/// 担当の取組のファイル: duties as a file for spreadsheets, in the words of their page.
enum DutySpreadsheet {
  @Sendable static func bytes(_ lines: [DutyLine]) throws -> [UInt8] {
    var writer = try DelimitedWriter(style: .spreadsheet)
    writer.write(["取組", "取組の名前", "すること", "対象", "担うもの", "年度", "期間の初日", "期限", "状態", "実施・免除の日"])
    for line in lines {
      let duty = line.duty
      let (state, settledOn) = words(duty)
      writer.write(fields: [
        .value(duty.rule.measure), .freeText(line.title), .freeText(line.task), .freeText(line.about),
        .freeText(line.owner), .value("\(duty.year.startYear)"), .value(duty.startsOn.iso),
        .value(duty.dueOn.iso), .value(state), .value(settledOn?.iso ?? ""),
      ])
    }
    return writer.takeBytes()
  }

  private static func words(_ duty: Duty) -> (state: String, settledOn: CivilDate?) {
    switch duty.state {
    case .open: ("未了", nil)
    case .fulfilled(let day, _): (duty.dueOn < day ? "済み（期限後）" : "済み", day)
    case .excused(let day): ("免除", day)
    }
  }
}

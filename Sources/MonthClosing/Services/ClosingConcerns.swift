internal import CivilTime
internal import People
internal import Store
internal import WorkingTime
internal import WorkingTimeRules

/// 確認事項 – what the records and the steps of a month tell that is to be looked at before it is approved.
enum ClosingConcerns {
  static let objected = MonthConcern.Kind("month-closing.objected", "異議")
  static let unconfirmed = MonthConcern.Kind("month-closing.unconfirmed", "本人未確認")
  static let changed = MonthConcern.Kind("month-closing.changed", "確認後の変更")
  static let unchecked = MonthConcern.Kind("month-closing.unchecked", "点検なし")
  static let corrected = MonthConcern.Kind("month-closing.corrected", "確定後の訂正")
  static let odd = MonthConcern.Kind("month-closing.odd", "記録の不備")
  static let special = MonthConcern.Kind("month-closing.special", "特例業務")
  static let limit = MonthConcern.Kind("month-closing.limit", "上限超過")

  /// Of what an act is asked about: a check is not told that it is missing.
  static func asked(_ act: ClosingAct, _ concerns: [MonthConcern]) -> [MonthConcern] {
    act == .check ? concerns.filter { $0.kind != unchecked } : concerns
  }

  /// What the employee is told: the records and the limits, not what they or others have yet to do.
  static func ofRecords(_ concerns: [MonthConcern]) -> [MonthConcern] {
    concerns.filter { ![objected, unconfirmed, unchecked, corrected].contains($0.kind) }
  }

  static func of(_ one: ClosingCase, on today: CivilDate) -> [MonthConcern] {
    steps(one, on: today) + one.working.days.flatMap { day($0, of: one) }
  }

  private static func steps(_ one: ClosingCase, on today: CivilDate) -> [MonthConcern] {
    var found: [MonthConcern] = []
    switch one.state.answer {
    case .none:
      if today > one.dues.confirm { found.append(.init(unconfirmed, words: "本人がまだ確認していません。")) }
    case .objected(let words): found.append(.init(objected, words: words))
    case .confirmed(let seen):
      if !one.present.isSame(as: seen) {
        found.append(.init(changed, words: "本人が確認した後に、記録か割振りが変わりました。"))
      }
    }
    if one.state.stage < .checked, today > one.dues.check {
      found.append(.init(unchecked, words: "点検の期限（\(one.dues.check.japaneseShort)）を過ぎました。"))
    }
    if !one.corrections.isEmpty {
      let days = one.corrections.map(\.date.japaneseShort).joined(separator: "、")
      found.append(.init(corrected, words: "確定した後に\(days)の内容が変わりました。"))
    }
    return found
  }

  private static func day(_ day: WorkingDay, of one: ClosingCase) -> [MonthConcern] {
    let path = Paths.day(day.date, of: one.person.id)
    var found = day.oddities.map { MonthConcern(odd, day: day.date, words: $0.japanese, path: path) }
    if day.isSpecial, let overtime = day.overtime, overtime > .zero {
      found.append(.init(special, day: day.date, words: "\(overtime.japanese)を特例業務として申告しています。", path: path))
    }
    return found
  }

  /// The limits that the month exceeds (人事院規則15―14 第16条の2の2).
  static let limits = MonthConcernSource { employees, month, _, connection in
    let totals = try MonthTotalRecords.totals(
      of: employees,
      from: PersonLimitsQuery.firstMonth(for: month),
      to: month,
      on: connection
    )
    return totals.mapValues { totals in
      let history = OvertimeHistory(totals.map(\.monthlyOvertime))
      return OvertimeLimits().findings(of: history).filter { $0.month == month }.map { finding in
        let path = totals.first.map { Paths.limits(month, of: $0.employee) }
        return MonthConcern(limit, words: "\(finding.explanation)（\(finding.citation)）", path: path)
      }
    }
  }
}

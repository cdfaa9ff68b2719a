internal import CivilTime
internal import Indicators
internal import People
internal import Store

extension WorkingTimeIndicators {
  /// Overtime of a month on average for those to whom an allowance is due (取組 V-2-a, 情報公表のクとケ).
  static let overtimePerMonth = Indicator(
    .init(
      id: "working-time.overtime-per-month",
      title: "超過勤務（1人1か月当たりの平均）",
      numerator: "年度内の終わった月に申告された超過勤務の時間",
      denominator: "超過勤務手当の対象になる職員（非常勤を除く）の、打刻か超過勤務の記録がある月の延べ数",
      form: .average(.hours),
      source: "打刻、申告された超過勤務、本務の発令",
      methodVersion: 1,
      caution: "月の末日に管理職の官職に就いている月と、一月を通して休んだときのように記録が一つもない月は、分子にも分母にも入れません。"
    ),
    listing: RowListing(
      for: .workingTime,
      of: .listed,
      headings: ["数えた月の数", "超過勤務（分）"]
    ) { year, today, connection in
      guard let days = year.days(through: today) else { return [] }
      let managerial = try ManagerialSpans(on: connection)
      let register = try ServiceRegister(from: days.lowerBound, to: days.upperBound, on: connection)
      var sums: [RecordID<Employee>: Ratio] = [:]
      let last = days.upperBound.yearMonth
      try MonthTotalRecords.forEach(from: year.firstMonth, to: last, on: connection) { total in
        guard total.month.lastDay <= days.upperBound, total.hasRecords,
          let person = register.people[total.employee], person.category != .partTime,
          person.service.overlaps(total.month.days)
        else { return }
        // As in a budget: a month counts as what it was on the person's last day in it.
        let day = min(total.month.lastDay, person.service.upperBound)
        guard !managerial.isManagerial(total.employee, on: day) else { return }
        sums[total.employee, default: .zero] += Ratio(total.overtime.count, of: 1)
      }
      return register.rows { employee, _ in
        guard let sum = sums[employee] else { return [] }
        return [(sum, [.number(sum.denominator), .number(sum.numerator)])]
      }
    }
  )
}

extension MonthTotal {
  /// Whether anything of the month is on record; nothing is for those who were away all month.
  var hasRecords: Bool { recordedDutyDays > 0 || overtime > .zero }
}

internal import CivilTime
public import Indicators
internal import People
internal import Store
internal import WorkingTimeRules

/// What working time counts for the plan.
///
/// The totals of the month under way hold today's records, so today counts on both sides of a share.
public enum WorkingTimeIndicators: Sendable {
  /// All indicators of this capability, where nobody but the clock records who is at work.
  public static let all = indicators(objectiveDays: [])

  /// All indicators of this capability, with whoever else has objective records of people's days.
  public static func indicators(objectiveDays sources: [ObjectiveDaySource]) -> [Indicator] {
    [objectiveRecord(sources)]
      + [sufficientRest, peopleOverLimit, analysesDue, users, overtimePerMonth, restAfterLateEnd]
  }

  /// Rests of 11 hours or more (取組 III-2-2-b).
  static let sufficientRest = Indicator(
    .init(
      id: "working-time.sufficient-rest",
      title: "11時間以上の勤務間インターバル",
      numerator: "11時間以上あいた回数",
      denominator: "退勤と次の出勤の両方に記録がある回数",
      form: .share,
      source: "打刻の記録",
      methodVersion: 1
    ),
    listing: listing(["11時間に足りなかった回数"]) { year, today, connection in
      guard let last = year.days(through: today)?.upperBound else { return [] }
      var rests: [RecordID<Employee>: Ratio] = [:]
      try MonthTotalRecords.forEach(from: year.firstMonth, to: last.yearMonth, on: connection) { total in
        rests[total.employee, default: .zero] += Ratio(total.rests.sufficient, of: total.rests.all)
      }
      return try ServiceRegister(from: year.firstDay, to: last, on: connection).rows { employee, _ in
        let ratio = rests[employee] ?? .zero
        return [(ratio, [.number(ratio.denominator - ratio.numerator)])]
      }
    }
  )

  /// People beyond a limit of overtime (取組 III-2-3-a).
  static let peopleOverLimit = Indicator(
    .init(
      id: "working-time.people-over-limit",
      title: "超過勤務の上限を超えた職員",
      numerator: "年度内に一つでも上限を超えた職員の数",
      denominator: "年度内に在職した職員の数",
      form: .count,
      source: "申告された超過勤務と他律部署の指定",
      methodVersion: 1
    ),
    listing: listing(["最初に超えた月", "超えた月の数"]) { year, today, connection in
      try overLimit(year, today, connection) { months in
        let first = months.first.map { CountedRow.Fact.month($0) } ?? .none
        return [(Ratio(months.isEmpty ? 0 : 1, of: 1), [first, .number(months.count)])]
      }
    }
  )

  /// Months of people for which the causes must be analysed (取組 III-2-3-b).
  static let analysesDue = Indicator(
    .init(
      id: "working-time.analyses-due",
      title: "要因の整理・分析・検証が必要な人月",
      numerator: "上限を超えた月の延べ数",
      denominator: "年度内に在職した職員の数",
      form: .count,
      source: "申告された超過勤務と他律部署の指定",
      methodVersion: 1
    ),
    listing: listing(["超えた月"], unit: "行") { year, today, connection in
      try overLimit(year, today, connection) { months in
        // Each month is a row; the person counts below the line once.
        guard let first = months.first else { return [(Ratio(0, of: 1), [.none])] }
        return [(Ratio(1, of: 1), [.month(first)])]
          + months.dropFirst().map { month in (Ratio(1, of: 0), [.month(month)]) }
      }
    }
  )

  /// People who record their hours here (取組 III-2-1-a).
  static let users = Indicator(
    .init(
      id: "working-time.users",
      title: "勤務時間を記録している職員",
      numerator: "年度内に打刻か超過勤務の申告がある職員",
      denominator: "年度内に在職した職員の数",
      form: .share,
      source: "打刻と申告された超過勤務",
      methodVersion: 1
    ),
    listing: listing(["最初に記録した月", "記録のある月の数"]) { year, today, connection in
      guard let last = year.days(through: today)?.upperBound else { return [] }
      var months: [RecordID<Employee>: [YearMonth]] = [:]
      try MonthTotalRecords.forEach(from: year.firstMonth, to: last.yearMonth, on: connection) { total in
        guard total.recordedDutyDays > 0 || total.overtime > .zero else { return }
        months[total.employee, default: []].append(total.month)
      }
      return try ServiceRegister(from: year.firstDay, to: last, on: connection).rows { employee, _ in
        let used = months[employee] ?? []
        let first = used.first.map { CountedRow.Fact.month($0) } ?? .none
        return [(Ratio(used.isEmpty ? 0 : 1, of: 1), [first, .number(used.count)])]
      }
    }
  )

  private static func overLimit(
    _ year: FiscalYear,
    _ today: CivilDate,
    _ connection: any SQLConnection,
    counted: ([YearMonth]) -> [(ratio: Ratio, facts: [CountedRow.Fact])]
  ) throws -> [CountedRow] {
    guard let last = year.days(through: today)?.upperBound else { return [] }
    var months: [RecordID<Employee>: [YearMonth]] = [:]
    try LimitWalk.forEachPerson(in: year, through: last.yearMonth, on: connection) { employee, findings in
      months[employee] = Set(findings.map(\.month)).sorted()
    }
    return try ServiceRegister(from: year.firstDay, to: last, on: connection).rows { employee, _ in
      counted(months[employee] ?? [])
    }
  }

  /// Rows of working time, of which the figure tells of everybody in service.
  static func listing(
    _ headings: [String],
    unit: String = "人",
    rows: @escaping @Sendable (FiscalYear, CivilDate, any SQLConnection) throws -> [CountedRow]
  ) -> RowListing {
    RowListing(for: .workingTime, of: .everybody, unit: unit, headings: headings, rows: rows)
  }
}

/// Counts duty days of many spans of the same year.
struct DutyDayCounter {
  private let first: CivilDate
  private let last: CivilDate
  /// How many duty days lie before each day.
  private let before: [Int]

  init(from first: CivilDate, to last: CivilDate) {
    let calendar = DutyCalendar()
    var before = [0]
    for date in first...max(first, last) {
      before.append((before.last ?? 0) + (calendar.isDutyDay(date) ? 1 : 0))
    }
    self.first = first
    self.last = max(first, last)
    self.before = before
  }

  func count(_ days: ClosedRange<CivilDate>) -> Int {
    let from = max(days.lowerBound, first)
    let to = min(days.upperBound, last)
    guard from <= to else { return 0 }
    return before[to.dayNumber - first.dayNumber + 1] - before[from.dayNumber - first.dayNumber]
  }
}

public import CivilTime

/// 超過勤務の上限 – judges a person's months by 人事院規則15―14第16条の2の2.
///
/// A month before April 2019 is not judged, and no window reaches back beyond it.
public struct OvertimeLimits: Sendable {
  /// Which months of special work (特例業務) lift a limit.
  public enum SpecialWorkReach: Sendable, Hashable {
    /// Any month of the period that the limit measures, as the notice on 第16条の2の2第2項 reads.
    case measuredPeriod
    /// Only the month that is judged, as the stateless calculator tells it.
    case judgedMonth
  }

  private let figures: OvertimeCapFigures
  private let specialWorkReach: SpecialWorkReach

  /// The limits in force.
  public init(specialWorkReach: SpecialWorkReach = .measuredPeriod) {
    figures = OvertimeCapFigures()
    self.specialWorkReach = specialWorkReach
  }

  /// Every limit that is exceeded, by month and then by test; months without overtime have no finding.
  public func findings(of history: OvertimeHistory) -> [OvertimeFinding] {
    var findings: [OvertimeFinding] = []
    let months = history.months
    var year = OvertimeYear()
    for index in months.indices {
      year.add(months[index], isOver45: months[index].overtime.count > figures.ordinaryMonth)
      guard months[index].overtime.count > 0, months[index].month >= figures.start else { continue }
      judge(at: index, of: months, year: year) { result in
        guard result.isExceeded else { return }
        // A month that is itself within 45 hours adds nothing to the count.
        if result.test == .monthsOver45, months[index].overtime.count <= figures.ordinaryMonth { return }
        findings.append(finding(result, for: months[index]))
      }
    }
    return findings
  }

  /// What every test says of one month, exceeded or not; empty where the month is unknown or before April 2019.
  public func assessments(of history: OvertimeHistory, in month: YearMonth) -> [OvertimeFinding] {
    guard month >= figures.start, let last = history.index(of: month) else { return [] }
    var year = OvertimeYear()
    for record in history.months[...last] where record.month.fiscalYear == month.fiscalYear {
      year.add(record, isOver45: record.overtime.count > figures.ordinaryMonth)
    }
    var assessments: [OvertimeFinding] = []
    judge(at: last, of: history.months, year: year) { result in
      assessments.append(finding(result, for: history.months[last]))
    }
    return assessments
  }

  /// How much more overtime a month bears by all tests together; nil where it is unknown.
  public func remaining(of history: OvertimeHistory, in month: YearMonth) -> Minutes? {
    assessments(of: history, in: month).compactMap(\.remaining).min()
  }

  private func finding(_ result: TestResult, for record: MonthlyOvertime) -> OvertimeFinding {
    let isSpecial = specialWorkReach == .judgedMonth ? record.isSpecialWork : result.isSpecial
    let verdict: OvertimeVerdict =
      switch (result.isExceeded, isSpecial) {
      case (false, _): .within
      case (true, false): .exceeded
      case (true, true): .exceededSpecial(verifyBy: figures.verificationDay(after: record.month.fiscalYear))
      }
    return OvertimeFinding(
      month: record.month,
      post: record.post,
      test: result.test,
      value: result.value,
      limit: result.limit,
      verdict: verdict,
      remaining: result.remaining.map { Minutes(max(0, $0)) }
    )
  }
}

/// What a test yields before it is worth a finding: plain numbers, so that millions cost nothing.
private struct TestResult {
  let test: OvertimeTest
  let value: Int
  let limit: Int
  let isExceeded: Bool
  let isSpecial: Bool
  let remaining: Int?

  init(_ test: OvertimeTest, _ value: Int, atMost limit: Int, isSpecial: Bool) {
    self.test = test
    self.value = value
    self.limit = limit
    self.isSpecial = isSpecial
    isExceeded = value > limit
    remaining = limit - value
  }

  init(monthBelow limit: Int, _ value: Int, isSpecial: Bool) {
    test = .month
    self.value = value
    self.limit = limit
    self.isSpecial = isSpecial
    isExceeded = value >= limit
    remaining = limit - 1 - value
  }

  init(monthsOver45 value: Int, atMost limit: Int, isSpecial: Bool, remaining: Int?) {
    test = .monthsOver45
    self.value = value
    self.limit = limit
    self.isSpecial = isSpecial
    self.remaining = remaining
    isExceeded = value > limit
  }
}

extension OvertimeLimits {
  @inline(__always)
  private func judge(
    at index: Int,
    of months: [MonthlyOvertime],
    year: OvertimeYear,
    report: (TestResult) -> Void
  ) {
    let record = months[index]
    switch record.post {
    case .ordinary:
      report(
        TestResult(
          .month,
          record.overtime.count,
          atMost: figures.ordinaryMonth,
          isSpecial: record.isSpecialWork
        )
      )
    case .external:
      report(
        TestResult(
          monthBelow: figures.externalMonth,
          record.overtime.count,
          isSpecial: record.isSpecialWork
        )
      )
    }
    let yearLimit = year.lastExternalMonth == nil ? figures.ordinaryYear : figures.externalYear
    report(TestResult(.year, year.total, atMost: yearLimit, isSpecial: year.hasSpecialWork))
    switch record.post {
    case .ordinary:
      guard let external = year.lastExternalMonth else { return }
      let monthsLeft = external.distance(to: record.month.fiscalYear.lastMonth)
      let limit = figures.afterMove * monthsLeft
      report(
        TestResult(.afterMove, year.totalAfterMove, atMost: limit, isSpecial: year.hasSpecialWorkAfterMove)
      )
    case .external:
      judgeAverages(at: index, of: months, report: report)
      report(monthsOver45(record, year: year))
    }
  }

  @inline(__always)
  private func judgeAverages(at index: Int, of months: [MonthlyOvertime], report: (TestResult) -> Void) {
    let month = months[index].month
    var sum = months[index].overtime.count
    var isSpecial = months[index].isSpecialWork
    for window in OvertimeCaps.windows {
      let place = index + 1 - window
      guard place >= 0 else { return }
      let earlier = months[place]
      guard earlier.month.index == month.index + 1 - window, earlier.month >= figures.start else { return }
      sum += earlier.overtime.count
      isSpecial = isSpecial || earlier.isSpecialWork
      report(
        TestResult(.average(months: window), sum, atMost: figures.average * window, isSpecial: isSpecial)
      )
    }
  }

  private func monthsOver45(_ record: MonthlyOvertime, year: OvertimeYear) -> TestResult {
    let isOver = record.overtime.count > figures.ordinaryMonth
    let others = isOver ? year.monthsOver45 - 1 : year.monthsOver45
    // With six other such months this one must not become the seventh.
    let room = others >= figures.monthsOver45 ? figures.ordinaryMonth - record.overtime.count : nil
    return TestResult(
      monthsOver45: year.monthsOver45,
      atMost: figures.monthsOver45,
      isSpecial: year.hasSpecialWork,
      remaining: room
    )
  }
}

internal import CivilTime

/// テレワークの月別日数 – the whole days ordered in consecutive months, and which of them the allowance looks at.
struct TeleworkMonths: Sendable, Hashable {
  /// The months, the earliest first.
  let months: [YearMonth]
  private let counts: [Int]
  private let qualifying: Set<Int>

  init(_ span: ClosedRange<YearMonth>, _ counts: [YearMonth: Int]) {
    months = Array(span)
    self.counts = months.map { counts[$0] ?? 0 }
    qualifying = TeleworkAllowance.qualifyingMonths(self.counts)
  }

  /// The months that pages show: eleven before one, and two after it, for which orders may stand already.
  static func span(around month: YearMonth) -> ClosedRange<YearMonth> {
    month.adding(months: -11)...month.adding(months: 2)
  }

  func count(of month: YearMonth) -> Int {
    months.firstIndex(of: month).map { counts[$0] } ?? 0
  }

  func isQualifying(_ month: YearMonth) -> Bool {
    months.firstIndex(of: month).map(qualifying.contains) ?? false
  }
}

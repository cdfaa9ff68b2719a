internal import CivilTime
internal import WorkingTimeRules

/// 上限の見込み – what every limit says of a month as it is, and with more overtime added to it.
struct LimitProjection: Sendable {
  /// One limit, before and after.
  struct Line: Sendable {
    let now: OvertimeFinding
    let after: OvertimeFinding

    /// Whether the addition, and not what stands already, crosses the limit.
    var isCrossed: Bool { after.verdict.isExceeded && !now.verdict.isExceeded }
  }

  let month: YearMonth
  /// What was added.
  let added: Minutes
  let lines: [Line]

  /// - Parameters:
  ///   - months: what is known up to the month.
  ///   - post: the kind of post in the month.
  init(_ months: [MonthlyOvertime], month: YearMonth, post: PostKind, adding added: Minutes, isSpecial: Bool)
  {
    let limits = OvertimeLimits()
    let known = months.filter { $0.month <= month }
    let with = { (minutes: Minutes, isSpecial: Bool) in
      let extra = MonthlyOvertime(month: month, overtime: minutes, post: post, isSpecialWork: isSpecial)
      return limits.assessments(of: OvertimeHistory(known + [extra]), in: month)
    }
    self.month = month
    self.added = added
    lines = zip(with(.zero, false), with(added, isSpecial)).map { Line(now: $0, after: $1) }
  }

  /// Limits that are or will be exceeded.
  var exceeded: [Line] { lines.filter(\.after.verdict.isExceeded) }

  /// How much more the month bears by all limits together before the addition.
  var remaining: Minutes? { lines.compactMap(\.now.remaining).min() }

  /// The words for a list: one sentence a limit.
  var warnings: [String] {
    exceeded.map { line in
      line.isCrossed ? "\(line.after.test.japanese)を超える見込み" : "\(line.after.test.japanese)を超過"
    }
  }
}

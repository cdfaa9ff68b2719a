internal import CivilTime
internal import WorkingTimeRules

/// 分析の状態 – how far a unit is with what it owes of a fiscal year.
enum AnalysisStanding: Sendable, Hashable {
  /// No month is owed and nothing was submitted.
  case notOwed
  /// Months are owed and nothing was ever submitted; somebody may have begun to write.
  case open(isDraft: Bool)
  /// Submitted, but months have come that it does not name.
  case incomplete(missing: Int, wasFinal: Bool)
  /// It names what is owed, but was submitted while months could still come, and nobody has confirmed it since.
  case provisional
  /// Submitted after the year, with every month that is owed.
  case done

  init(
    owed: Set<LimitAnalysis.PersonMonth>,
    answer: LimitAnalysis.Answer?,
    isDraft: Bool,
    in year: FiscalYear
  ) {
    guard let answer else {
      self = owed.isEmpty ? .notOwed : .open(isDraft: isDraft)
      return
    }
    let missing = owed.subtracting(answer.months).count
    if missing > 0 {
      self = .incomplete(missing: missing, wasFinal: answer.isFinal(of: year))
    } else {
      self = answer.isFinal(of: year) || owed.isEmpty ? .done : .provisional
    }
  }

  /// Whether every month that is owed has its analysis.
  var isAnswered: Bool {
    switch self {
    case .notOwed, .provisional, .done: true
    case .open, .incomplete: false
    }
  }
}

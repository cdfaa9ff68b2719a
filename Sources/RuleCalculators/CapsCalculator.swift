import CivilTime
import WorkingTimeRules

extension RuleCalculator {
  /// The limits that each case exceeds.
  func capsRows(_ input: [InputRow]) throws(RuleCalculatorError) -> [[String]] {
    var cases = Cases<MonthlyOvertime>()
    for row in input {
      let name = try row.caseName()
      let month = try row.month("month")
      guard let post = PostKind(rawValue: row.text("post")) else {
        throw row.error("post", "write ordinary or external")
      }
      let record = MonthlyOvertime(
        month: month,
        overtime: try row.minutes("minutes", atMost: month.dayCount * 1440, of: month.iso),
        post: post,
        isSpecialWork: try row.flag("special")
      )
      cases.add(record, to: name)
    }
    let limits = OvertimeLimits(specialWorkReach: .judgedMonth)
    return cases.all.flatMap { name, records in
      limits.findings(of: OvertimeHistory(records)).map { capsRow($0, name: name) }
    }
  }

  private func capsRow(_ finding: OvertimeFinding, name: String) -> [String] {
    let verdict: (word: String, verifyBy: String) =
      switch finding.verdict {
      case .within: ("within", "")
      case .exceeded: ("exceeded", "")
      case .exceededSpecial(let day): ("exceeded-special", day.iso)
      }
    let window = finding.test.window.map(String.init) ?? ""
    let amounts = [String(finding.value), String(finding.limit)]
    return [name, finding.month.iso, finding.test.name, window] + amounts + [verdict.word, verdict.verifyBy]
  }
}

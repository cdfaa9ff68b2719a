import CivilTime
import WorkingTimeRules

extension RuleCalculator {
  /// The rest interval of each row and what it lacks of the present reference.
  func intervalRows(_ input: [InputRow]) throws(RuleCalculatorError) -> [[String]] {
    let reference = RestInterval.reference.newest.amount
    var cases = Cases<[String]>()
    for row in input {
      let name = try row.caseName()
      let end = try row.moment("end")
      guard let interval = RestInterval(from: end, to: try row.moment("start")) else {
        throw row.error("start", "the next start must not lie before the end of work")
      }
      let amounts = [interval.length, interval.shortfall(of: reference)].map { String($0.count) }
      cases.add([name] + amounts + [interval.earliestStart(keeping: reference).description], to: name)
    }
    return cases.all.flatMap(\.rows)
  }
}

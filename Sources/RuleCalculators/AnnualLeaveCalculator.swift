import CivilTime
import LeaveRules

extension RuleCalculator {
  /// The days of annual leave granted in each row.
  func annualLeaveRows(_ input: [InputRow]) throws(RuleCalculatorError) -> [[String]] {
    var cases = Cases<[String]>()
    for row in input {
      let name = try row.caseName()
      let year = try row.year("year")
      let hiredOn = try row.date("hired_on")
      guard let service = ServicePeriod(hiredOn: hiredOn, termEndsOn: try row.optionalDate("term_ends_on"))
      else {
        throw row.error("term_ends_on", "the term must not end before the hire on \(hiredOn)")
      }
      cases.add([name, String(AnnualLeaveGrant(year: year, service: service).days)], to: name)
    }
    return cases.all.flatMap(\.rows)
  }
}

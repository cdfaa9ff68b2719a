import CivilTime
import WorkingTimeRules

extension RuleCalculator {
  /// The duty of a doctor's interview in every month of each case.
  func interviewRows(_ input: [InputRow]) throws(RuleCalculatorError) -> [[String]] {
    var cases = Cases<InterviewMonth>()
    for row in input {
      let name = try row.caseName()
      let month = try row.month("month")
      let record = InterviewMonth(
        month: month,
        overtime: try row.minutes("minutes", atMost: month.dayCount * 1440, of: month.iso),
        isRequested: try row.flag("requested")
      )
      cases.add(record, to: name)
    }
    return cases.all.flatMap { name, records in
      DoctorInterview.verdicts(of: records).map { [name, $0.month.iso, $0.duty.rawValue] }
    }
  }
}

import CivilTime

/// 面接指導 – who must see a doctor after long overtime (人事院規則10―4第22条の2).
public enum DoctorInterview: Sendable {
  /// The duty in every month, ascending; records of the same month are added.
  ///
  /// A window is tested where all its months are known.
  public static func verdicts(of records: [InterviewMonth]) -> [InterviewVerdict] {
    let months = merged(records)
    return months.indices.map { index in
      let (duty, reason) = judge(at: index, of: months)
      let record = months[index]
      return InterviewVerdict(month: record.month, overtime: record.overtime, duty: duty, reason: reason)
    }
  }

  private static func judge(
    at index: Int,
    of months: [InterviewMonth]
  ) -> (InterviewDuty, InterviewVerdict.Reason) {
    let record = months[index]
    if record.overtime >= InterviewFigures.month.newest.amount { return (.mandatory, .month) }
    var sum = record.overtime
    for window in InterviewFigures.windows {
      let place = index + 1 - window
      guard place >= 0, months[place].month == record.month.adding(months: 1 - window) else { break }
      sum += months[place].overtime
      if sum > InterviewFigures.average.newest.amount * window {
        return (.mandatory, .average(months: window, sum: sum))
      }
    }
    guard record.overtime > InterviewFigures.onRequest.newest.amount else { return (.none, .none) }
    return (record.isRequested ? .onRequest : .none, .highMonth)
  }

  private static func merged(_ records: [InterviewMonth]) -> [InterviewMonth] {
    var merged: [InterviewMonth] = []
    for record in records.sorted(by: { $0.month < $1.month }) {
      guard let last = merged.last, last.month == record.month else {
        merged.append(record)
        continue
      }
      merged[merged.count - 1] = InterviewMonth(
        month: record.month,
        overtime: last.overtime + record.overtime,
        isRequested: last.isRequested || record.isRequested
      )
    }
    return merged
  }
}

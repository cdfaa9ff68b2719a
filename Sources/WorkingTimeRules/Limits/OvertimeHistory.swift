import CivilTime

/// 超過勤務の履歴 – a person's months of overtime, each once, in order.
public struct OvertimeHistory: Hashable, Sendable {
  /// The months, ascending; a month that is not among them is unknown, not zero.
  public let months: [MonthlyOvertime]

  /// A history of records in any order; those of the same month are added (第16条の2の2 counts both posts of a move).
  public init(_ records: [MonthlyOvertime]) {
    guard zip(records, records.dropFirst()).contains(where: { $0.month >= $1.month }) else {
      months = records
      return
    }
    var merged: [MonthlyOvertime] = []
    for record in records.sorted(by: { $0.month < $1.month }) {
      if let last = merged.last, last.month == record.month {
        merged[merged.count - 1] = last.merged(with: record)
      } else {
        merged.append(record)
      }
    }
    months = merged
  }

  /// The place of a month in `months`, if it is known.
  func index(of month: YearMonth) -> Int? {
    var range = months.startIndex..<months.endIndex
    while let first = range.first {
      let middle = first + range.count / 2
      if months[middle].month == month { return middle }
      range = months[middle].month < month ? middle + 1..<range.upperBound : first..<middle
    }
    return nil
  }
}

internal import CivilTime
public import Duties
internal import People
internal import Store
internal import WorkingTimeRules

/// 勤務時間のできごと – what working time tells the duties of the plan.
public enum WorkingTimeEvents: Sendable {
  /// All kinds.
  public static let all = [limitExceeded]

  /// 上限超過: once a unit and fiscal year, when somebody of it has exceeded a limit (人事院規則15―14 第16条の2の2).
  ///
  /// The day is the last one of the fiscal year, for the analysis is due half a year after it (同条第3項).
  static let limitExceeded = DutyEventSource(
    DutyEventKind(rawValue: "working-time.limit-exceeded"),
    title: "超過勤務の上限の超過"
  ) { window, connection in
    let kind = DutyEventKind(rawValue: "working-time.limit-exceeded")
    let places = try PrimaryPlaces(on: connection)
    let years = window.lowerBound.fiscalYear...window.upperBound.fiscalYear
    return try years.flatMap { year -> [DutyEvent] in
      var units: [RecordID<OrganizationUnit>: RecordID<Employer>] = [:]
      let last = min(year.lastMonth, window.upperBound.yearMonth)
      try LimitWalk.forEachPerson(in: year, through: last, on: connection) { employee, findings in
        for finding in findings {
          guard let place = places.place(of: employee, in: finding.month) else { continue }
          units[place.unit] = place.employer
        }
      }
      return units.keys.sorted().compactMap { unit in
        units[unit].map {
          DutyEvent(kind: kind, on: year.lastDay, employer: $0, subject: .unit(unit), unit: unit)
        }
      }
    }
  }
}

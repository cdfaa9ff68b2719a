public import CivilTime
public import Store

/// Where reports stand, for capabilities beside this one.
public enum ReportStages: Sendable {
  /// Whether the report of a plan and a year lies with the committee.
  public static func isWithCommittee(
    plan: String,
    year: FiscalYear,
    on connection: any SQLConnection
  ) throws -> Bool {
    try ReportRecords.standing(of: plan, year, on: connection).stage == .committee
  }
}

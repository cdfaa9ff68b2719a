public import CivilTime
public import Indicators
public import Site
public import Store

/// The committee (推進委員会): meetings, decisions that become duties, the intensive period, and voices of staff.
public enum CommitteeCapability: Sendable {
  /// What it brings to the house.
  ///
  /// `monthly` are figures by which the intensive period's months are compared with others. `isReportWaiting` says of a plan's code and a year whether the follow-up lies with the committee.
  public static func capability(
    indicators: [Indicator],
    monthly: [MonthlyIndicator] = [],
    isReportWaiting:
      @escaping @Sendable (_ plan: String, _ year: FiscalYear, any SQLConnection) throws -> Bool
  ) -> Capability {
    let definitions = indicators.map(\.definition)
    let plan = CommitteePlan(definitions: definitions)
    let proposals = AgendaProposals(plan: plan, isReportWaiting: isReportWaiting)
    let meetings = MeetingRoutes(proposals: proposals)
    return Capability(
      name: "committee",
      migrations: CommitteeMigrations.all,
      navigation: [
        NavigationItem("推進委員会", CommitteePaths.meetings, allow: MeetingRoutes.readers),
        NavigationItem("集中取組期間", CommitteePaths.intensive, allow: IntensiveRoutes.readers),
        NavigationItem("届いた声", CommitteePaths.voices, allow: VoiceRoutes.readers),
      ],
      routes: meetings.all + PaperRoutes(meetings: meetings).all + VoiceRoutes(plan: plan).all
        + IntensiveRoutes(plan: plan, definitions: definitions, monthly: monthly).all
    )
  }
}

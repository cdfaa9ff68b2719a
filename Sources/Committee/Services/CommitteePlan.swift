internal import CivilTime
internal import Duties
internal import Indicators
internal import Plan
internal import Store

/// The plan that the committee steers, as the committee needs it.
struct CommitteePlan: Sendable {
  let assembly: FollowUpAssembly

  init(definitions: [Indicator.Definition]) {
    assembly = FollowUpAssembly(definitions: definitions)
  }

  /// - Throws: ``PlanReadingError``; ``StoreError`` from the engine.
  func version(for year: FiscalYear, on connection: any SQLConnection) throws -> PlanVersion {
    try assembly.version(for: year, on: connection)
  }
}

extension ActionPlan {
  /// The measure by which the committee meets: decisions stand under it.
  var committeeMeasure: MeasureID? {
    originals.first { measure in
      measure.ownContent?.duties.contains { $0.evidence == CommitteeKinds.meeting.id } ?? false
    }?.id
  }
}

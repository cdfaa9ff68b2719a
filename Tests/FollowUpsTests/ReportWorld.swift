import FollowUps
import TestOffice
import TestSupport
import Testing

/// The office with the pages of follow-ups.
enum ReportWorld {
  static func with(_ engine: Engine, _ body: (PlannedOffice) async throws -> Void) async throws {
    let followUps = FollowUpCapability.capability(indicators: [])
    try await PlannedOffice.with(engine, [followUps], report: { Issue.record("\($0)") }, body)
  }
}

internal import Access
internal import CivilTime
internal import Journal
internal import Markup
public import Site
internal import Store

/// Oversight (監査と運用): the journal for the auditor, the state of the system for its administrator.
public enum OversightCapability: Sendable {
  /// What it brings to the house.
  public static let capability = Capability(
    name: "oversight",
    navigation: [
      NavigationItem("記録の監査", "/journal", allow: .anyOf([.auditor])),
      NavigationItem("システムの状態", "/administration", allow: .anyOf([.administrator])),
    ],
    routes: [
      Route(.get, "/journal", allow: .anyOf([.auditor]), journal),
      Route(.get, "/administration", allow: .anyOf([.administrator]), administration),
    ]
  )

  private static func journal(_ request: SignedInRequest) async throws -> Reply {
    let before = request.query.first("before").flatMap { RecordID<JournalEntry>(text: $0) }
    let (entries, state) = try await request.database.read { connection in
      (
        try JournalRecords.latest(before: before, limit: JournalPage.length, on: connection),
        try SealState.read(on: connection)
      )
    }
    return .page(JournalPage(entries: entries, state: state).content)
  }

  private static func administration(_ request: SignedInRequest) async throws -> Reply {
    let state = try await request.database.read { connection in try SystemState.read(on: connection) }
    return .page(AdministrationPage(state: state, now: request.now).content)
  }
}

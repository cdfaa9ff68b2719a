internal import Access
internal import CivilTime
internal import Journal
internal import People
internal import Site
internal import Store

/// Paths of the composition of staff, who may use them, and what they do.
enum WorkforceRoutes {
  /// The personnel authorities, each for their own employers.
  static let personnel: AccessRule = .anyOf([.hr])

  static let all: [Route] = [
    Route(.get, "/workforce", allow: personnel, page),
    Route(.get, "/workforce/csv", allow: personnel, file),
  ]

  private static func page(_ request: SignedInRequest) async throws -> Reply {
    .page(try await composition(request).content)
  }

  private static func file(_ request: SignedInRequest) async throws -> Reply {
    let page = try await composition(request)
    let employers = request.actor.personnelEmployers.sorted().map { "\($0)" }.joined(separator: ",")
    let payload: [(StaticString, String)] = [
      ("day", page.composition.day.iso), ("employers", employers), ("rows", "\(page.composition.rows.count)"),
    ]
    let entry = JournalEntry(
      id: request.ids.next(),
      at: request.request.now,
      actor: .account(request.actor.account.number),
      kind: WorkforceKinds.compositionExported,
      payload: JournalPayload(payload)
    )
    try await request.database.write { try JournalRecords.append(entry, on: $0) }
    return .download(
      name: "workforce-\(page.composition.day.iso).csv",
      contentType: "text/csv; charset=utf-8",
      bytes: try page.csv()
    )
  }

  private static func composition(_ request: SignedInRequest) async throws -> CompositionPage {
    let own = request.actor.personnelEmployers
    let today = request.today
    return try await request.database.read { connection in
      CompositionPage(
        composition: try Composition(of: own, on: today, connection),
        employers: try EmployerRecords.all(on: connection).filter { own.contains($0.id) }.map(\.name)
      )
    }
  }
}

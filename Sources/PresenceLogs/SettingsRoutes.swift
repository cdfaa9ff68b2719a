internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store

/// The threshold of each employer.
enum SettingsRoutes {
  static let setters: AccessRule = .anyOf([.hr])

  static let all: [Route] = [
    Route(.get, "/presence/settings", allow: setters) { request in .page(try await page(request).content) },
    Route(.post, "/presence/settings/threshold", allow: setters, set),
  ]

  private static func set(_ request: SignedInRequest) async throws -> Reply {
    var page = try await page(request)
    var reader = FormReader(request.form)
    let chosen = request.form.first("employer").flatMap { RecordID<Employer>(text: $0) }
    let employer = page.employers.first { $0.id == chosen }
    if employer == nil { reader.add("employer", "特定事業主を選んでください。") }
    let minutes = reader.integer("minutes", label: "基準", in: 5...480)
    let from = reader.date("from", label: "適用を始める日")
    guard reader.faults.isEmpty, let employer, let minutes, let from else {
      page.faults = reader.faults
      page.entered = request.form
      return .mend(page.content)
    }
    let threshold = GapThreshold(employer: employer.id, from: from, minutes: Minutes(minutes))
    try await PresenceErrors.told { try await PresenceDesk(request).set(threshold) }
    let words = "\(employer.name)の差の基準を、\(from.japaneseWithoutWeekday)から\(minutes)分と定めました。"
    return .redirect(to: PresencePaths.settings, notice: Notice(.success, words))
  }

  private static func page(_ request: SignedInRequest) async throws -> SettingsPage {
    let own = request.actor.personnelEmployers
    let (today, token, once) = (request.today, request.formToken, request.freshOnce())
    return try await request.database.read { connection in
      SettingsPage(
        employers: try EmployerRecords.all(on: connection).filter { own.contains($0.id) },
        thresholds: try GapRecords.thresholds(on: connection),
        today: today,
        token: token,
        once: once
      )
    }
  }
}

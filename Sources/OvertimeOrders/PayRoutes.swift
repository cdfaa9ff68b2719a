internal import Access
internal import CivilTime
internal import People
internal import Site
internal import Store

/// What the pages for the pay system do.
enum PayRoutes {
  static let readers: AccessRule = .anyOf([.hr])

  static let all: [Route] = [
    Route(.get, "/overtime/pay", allow: readers, page),
    Route(.get, "/overtime/pay/csv", allow: readers, file),
  ]

  /// The month asked for, or the last one that is over.
  private static func month(_ request: SignedInRequest) -> YearMonth {
    request.query.first("month").flatMap { YearMonth(iso: $0) } ?? request.today.yearMonth.adding(months: -1)
  }

  private static func page(_ request: SignedInRequest) async throws -> Reply {
    let mine = request.actor.personnelEmployers
    let employers = try await request.database.glance { connection in
      try EmployerRecords.all(on: connection).filter { mine.contains($0.id) }
    }
    return .page(PayPage(employers: employers, month: month(request), today: request.today).content)
  }

  /// Of the employer asked for, or of the first one; another's is not there.
  private static func file(_ request: SignedInRequest) async throws -> Reply {
    let mine = request.actor.personnelEmployers
    let asked = request.query.first("employer")
    let employer = asked.map { RecordID<Employer>(text: $0) } ?? mine.min()
    guard let employer, mine.contains(employer) else { throw SiteError.notFound }
    let (month, today) = (month(request), request.today)
    let bytes = try await request.database.read { connection in
      try PayExport.bytes(of: employer, in: month, .employers([employer]), today: today, on: connection)
    }
    return .download(
      name: "shikyu-\(employer)-\(month.iso).csv",
      contentType: "text/csv; charset=utf-8",
      bytes: bytes
    )
  }
}

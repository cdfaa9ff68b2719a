internal import Access
internal import CivilTime
internal import Duties
internal import Indicators
internal import People
internal import Plan
internal import Site
internal import Store

/// Paths of the secretariat's desk, and what they do.
struct DeskRoutes: Sendable {
  private let reading: ReportReading

  init(definitions: [Indicator.Definition]) {
    reading = ReportReading(assembly: FollowUpAssembly(definitions: definitions))
  }

  var all: [Route] {
    [
      Route(.get, "/plan/desk", allow: ReportRoutes.writers, desk),
      Route(.get, "/plan/desk/outstanding.csv", allow: ReportRoutes.writers, file),
      Route(.post, "/plan/desk/remind", allow: ReportRoutes.writers, remind),
    ]
  }

  @Sendable private func desk(_ request: SignedInRequest) async throws -> Reply {
    let year = Self.year(request.query.first("year"), request)
    let desk = DeskReading(reading: reading, units: request.units)
    let today = request.today
    let sheet = try await ReportRoutes.orNotFound {
      try await request.database.read { try desk.sheet(of: year, today: today, on: $0) }
    }
    return .page(
      DeskPage(sheet: sheet, token: request.formToken, once: request.freshOnce()).content
    )
  }

  @Sendable private func file(_ request: SignedInRequest) async throws -> Reply {
    let year = Self.year(request.query.first("year"), request)
    let desk = DeskReading(reading: reading, units: request.units)
    let bytes = try await ReportRoutes.orNotFound {
      try await desk.file(year, by: request.actor, at: request.now, ids: request.ids, in: request.database)
    }
    return .download(
      name: "outstanding-\(year.startYear).csv",
      contentType: ReportFormat.csv.contentType,
      bytes: bytes
    )
  }

  @Sendable private func remind(_ request: SignedInRequest) async throws -> Reply {
    let year = Self.year(request.form.first("year"), request)
    guard let scope = Self.scope(request.form) else {
      throw SiteError.badRequest("催促する取組か組織を選んでください。")
    }
    let assembly = reading.assembly
    let today = request.today
    let duties = try await ReportRoutes.orNotFound {
      try await request.database.read { connection in
        let plan = try assembly.version(for: year, on: connection).plan.code
        return try DeskRecords(plan: plan, year: year, today: today).overdue(scope, on: connection)
      }
    }
    let desk = DutyDesk(database: request.database, ids: request.ids)
    let count: Int
    do {
      count = try await desk.remind(duties, by: request.actor, at: request.now, once: request.once)
    } catch let refusal as OnceAct.Refusal {
      throw SiteError.conflict(refusal.japanese)
    }
    let notice = Notice(.success, "期限を過ぎた\(count)件を催促しました。「担当の取組」に印が付きます。")
    return .redirect(to: ReportPaths.desk(year), notice: notice)
  }

  private static func scope(_ form: FormFields) -> ReminderScope? {
    if let measure = form.first("measure"), MeasureID(measure) != nil { return .measure(measure) }
    return form.first("unit").flatMap { RecordID<OrganizationUnit>(text: $0) }.map { .unit($0) }
  }

  /// The year that is asked for, or this one.
  private static func year(_ text: String?, _ request: SignedInRequest) -> FiscalYear {
    ReportRoutes.year(text, today: request.today) ?? request.today.fiscalYear
  }
}

internal import People
internal import Access
internal import CivilTime
internal import FoundationEssentials
internal import Site
internal import Store

/// The services of working time as JSON.
enum WorkingTimeAPI {
  static let all: [Route] = [
    Route.api(.post, "/api/v1/clock", allow: .anyOf([.staff]), scope: .clockWrite, clock),
    Route.api(.get, "/api/v1/months/{month}", allow: .anyOf([.staff]), scope: .monthRead, month),
    TerminalAPI.route,
  ]

  private struct ClockCall: Decodable {
    let kind: String
  }

  private static func clock(_ request: SignedInRequest) async throws -> Reply {
    guard let call = try? JSONDecoder().decode(ClockCall.self, from: Data(request.body)),
      let kind = Punch.Kind(rawValue: call.kind)
    else { throw SiteError.badRequest("Send {\"kind\": \"in\"} or {\"kind\": \"out\"}.") }
    guard request.once != nil else {
      throw SiteError.badRequest(
        "Send an Idempotency-Key of 8 to 200 bytes, the same when you repeat the call."
      )
    }
    let service = ClockService(database: request.database, ids: request.ids)
    let outcome: ClockService.Outcome
    do {
      outcome = try await service.record(
        kind,
        for: request.actor,
        at: request.now,
        source: .api,
        once: request.once
      )
    } catch ClockService.Refusal.keyUsedOtherwise {
      throw SiteError.conflict("This Idempotency-Key was used for something else; send a new key.")
    }
    let body = JSONText.object([
      ("punch", .text("\(outcome.punch)")), ("kind", .text(outcome.kind.rawValue)),
      ("workDate", .text(outcome.workDate.iso)), ("time", .text(outcome.time.padded)),
    ])
    return .json(status: 201, bytes: body.bytes)
  }

  private static func month(_ request: SignedInRequest) async throws -> Reply {
    let month = try request.month("month")
    let employee = try WorkingTimeReach.employee(request)
    let today = request.today
    let shown = try await request.database.read { connection in
      try PersonMonthQuery.month(month, of: employee, in: .own(employee), today: today, on: connection)
    }
    guard let shown else { throw SiteError.notFound }
    let body = JSONText.object([
      ("month", .text(month.iso)), ("overtimeMinutes", .number(Int64(shown.month.overtime.count))),
      ("days", .json(JSONText.array(shown.month.days.map { .json(day($0)) }))),
    ])
    return .json(status: 200, bytes: body.bytes)
  }

  private static func day(_ day: WorkingDay) -> JSONText {
    JSONText.object([
      ("date", .text(day.date.iso)), ("arrival", day.arrival.map { .text($0.padded) } ?? .null),
      ("departure", day.departure.map { .text($0.padded) } ?? .null),
      ("breakMinutes", .number(Int64(day.breakLength.count))),
      ("overtimeMinutes", day.overtime.map { .number(Int64($0.count)) } ?? .null),
      ("gapMinutes", day.gap.map { .number(Int64($0.count)) } ?? .null),
    ])
  }
}

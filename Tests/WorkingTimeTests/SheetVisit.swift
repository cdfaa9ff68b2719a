import Access
import CivilTime
import Site
import Store
import TestSupport
import Testing

@testable import WorkingTime

/// A browser, or a program, at the pages of working time.
struct SheetVisit: Sendable {
  let responder: SiteResponder
  let secret: BearerSecret

  struct Answer: Sendable {
    let status: Int
    let text: String
    var location = ""
  }

  func get(_ path: String) async -> Answer { await send("GET", path, []) }

  func post(_ path: String, _ fields: [(String, String)], once: String? = nil) async -> Answer {
    let hex = Array("0123456789ABCDEF".utf8)
    let hidden = [("_token", secret.formToken)] + (once.map { [("_once", $0)] } ?? [])
    let pairs = (hidden + fields).map { name, value in
      let escaped = value.utf8.flatMap { [UInt8(ascii: "%"), hex[Int($0 >> 4)], hex[Int($0 & 15)]] }
      return "\(name)=\(String(decoding: escaped, as: UTF8.self))"
    }
    return await send("POST", path, Array(pairs.joined(separator: "&").utf8))
  }

  /// A call with a bearer token instead of a cookie.
  func call(_ path: String, _ json: String) async -> Answer {
    await send("POST", path, Array(json.utf8), isCall: true)
  }

  private func send(
    _ method: String,
    _ path: String,
    _ body: [UInt8],
    isCall: Bool = false
  ) async -> Answer {
    let form = method == "POST" ? "application/x-www-form-urlencoded" : nil
    let headers = IncomingRequest.Headers(
      host: "localhost",
      cookie: isCall ? nil : "\(Cookies.sessionName(isSecure: false))=\(secret.text)",
      contentType: isCall ? "application/json" : form,
      origin: nil,
      fetchSite: nil,
      authorization: isCall ? "Bearer \(secret.text)" : nil,
      idempotencyKey: nil
    )
    let answer = await responder.respond(
      to: IncomingRequest(
        method: method,
        path: path,
        query: "",
        headers: headers,
        body: body,
        address: "127.0.0.1"
      )
    )
    return Answer(status: answer.status, text: String(decoding: answer.body, as: UTF8.self))
  }
}

extension WorkingTimeOffice {
  func responder(notes: [DayNoteSource] = []) -> SiteResponder {
    SiteResponder(
      capabilities: [WorkingTimeCapability.capability(notes: notes)],
      services: SiteServices(database: database, clock: clock, ids: ids, isDemo: false),
      transport: .plain,
      reportFailure: { _, error in Issue.record("\(error)") }
    )
  }

  /// A person with a session that begins now.
  func visit(_ person: Int64, notes: [DayNoteSource] = []) async throws -> SheetVisit {
    let secret = BearerSecret.random()
    let now = clock.now()
    try await database.write { connection in
      try SessionRecords.insert(secret, account: RecordID(person), at: now, on: connection)
    }
    return SheetVisit(responder: responder(notes: notes), secret: secret)
  }

  /// What was ever claimed of a month, in order.
  func claims(of person: Int64, in month: YearMonth) async throws -> [OvertimeDeclaration] {
    try await database.read { try OvertimeRecords.declarations(of: RecordID(person), in: month.days, on: $0) }
  }
}

/// The fields of a sheet as a browser holds them.
struct SheetForm: Sendable {
  private(set) var fields: [(name: String, value: String)] = []

  /// Reads every control of the sheet; of the boxes, those that are ticked.
  init(_ page: String) {
    for tag in page.split(separator: "<input").dropFirst().map({ $0.prefix { $0 != ">" } }) {
      guard let name = Self.attribute("name", tag), name.hasPrefix("day-") else { continue }
      if tag.contains("type=\"checkbox\""), !tag.contains(" checked") { continue }
      fields.append((name, Self.attribute("value", tag) ?? ""))
    }
  }

  /// How many rows can be filled.
  var rows: Int { fields.count { $0.name.hasSuffix("-times") } }
  var all: [(String, String)] { fields.map { ($0.name, $0.value) } }

  subscript(_ date: String, _ column: String) -> String? {
    get { fields.first { $0.name == "day-\(date)-\(column)" }?.value }
    set {
      fields.removeAll { $0.name == "day-\(date)-\(column)" }
      if let newValue { fields.append(("day-\(date)-\(column)", newValue)) }
    }
  }

  mutating func type(_ date: String, _ times: String, _ work: String = "国会") {
    self[date, "times"] = times
    self[date, "work"] = work
  }

  mutating func tick(_ dates: [String]) {
    for date in dates { self[date, "copy"] = "1" }
  }

  private static func attribute(_ name: String, _ tag: Substring) -> String? {
    guard let start = tag.firstRange(of: " \(name)=\"")?.upperBound else { return nil }
    return String(tag[start...].prefix { $0 != "\"" })
      .replacing("&quot;", with: "\"").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&amp;", with: "&")
  }
}

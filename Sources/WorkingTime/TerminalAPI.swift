internal import Access
internal import CivilTime
internal import FoundationEssentials
internal import Site
internal import Store

/// Clock records of many people as JSON, from the terminals of their employer.
enum TerminalAPI {
  static let route = Route.api(
    .post,
    "/api/v1/punches",
    allow: .anyOf([.terminal]),
    scope: .punchesWrite,
    punches
  )

  /// How many records a call may hold.
  static let most = 1_000

  /// The years that a clock may tell; a day of any other would stand outside every month that is shown.
  private static let years = 2010...2098

  private struct Call: Decodable {
    let sentAt: String?
    let punches: [Row]
  }

  private struct Row: Decodable {
    let employee: String?
    let at: String?
    let kind: String?

    private enum CodingKeys: String, CodingKey {
      case employee
      case at
      case kind
    }

    /// A member that is no text is as good as none: it refuses its row and not the batch.
    init(from decoder: any Decoder) {
      let members = try? decoder.container(keyedBy: CodingKeys.self)
      func text(_ key: CodingKeys) -> String? { try? members?.decode(String.self, forKey: key) }
      (employee, at, kind) = (text(.employee), text(.at), text(.kind))
    }
  }

  /// Why a row cannot be read; the others are taken.
  private enum Unreadable: Error {
    case employee
    case at
    case kind

    var text: String {
      switch self {
      case .employee: "Send \"employee\": the employee's number, as text."
      case .at:
        "Send \"at\" such as \"2026-11-24T08:59:30+09:00\", of the years \(years.lowerBound) to \(years.upperBound)."
      case .kind: "Send \"kind\": \"in\" or \"out\"."
      }
    }
  }

  private static func punches(_ request: SignedInRequest) async throws -> Reply {
    guard let call = try? JSONDecoder().decode(Call.self, from: Data(request.body)),
      (1...most).contains(call.punches.count)
    else {
      throw SiteError.badRequest(
        "Send {\"punches\": [{\"employee\": …, \"at\": …, \"kind\": …}]} with 1 to \(most) records."
      )
    }
    let sent = call.sentAt.flatMap(TerminalTime.instant)
    guard sent != nil || call.sentAt == nil else {
      throw SiteError.badRequest("Send \"sentAt\" such as \"2026-11-24T08:59:30+09:00\", or leave it out.")
    }
    let rows = call.punches.map(read)
    let outcomes = try await TerminalDesk(database: request.database, ids: request.ids).take(
      rows.compactMap { try? $0.get() },
      sent: sent,
      from: request.actor,
      at: request.now
    )
    var rest = outcomes[...]
    let answers = rows.map { row in
      switch row {
      case .success: answer(rest.popFirst() ?? .unknownEmployee)
      case .failure(let fault): refused(fault.text)
      }
    }
    return .json(status: 200, bytes: body(answers).bytes)
  }

  private static func read(_ row: Row) -> Result<TerminalPunch, Unreadable> {
    guard let number = row.employee, !number.utf8.isEmpty, !number.utf8.contains(0) else {
      return .failure(.employee)
    }
    guard let at = row.at.flatMap(TerminalTime.instant), years.contains(OfficeZone.date(of: at).year) else {
      return .failure(.at)
    }
    guard let kind = row.kind.flatMap(Punch.Kind.init(rawValue:)) else { return .failure(.kind) }
    return .success(TerminalPunch(number: number, at: at, kind: kind))
  }

  private struct Answer {
    let outcome: String
    let members: [(String, JSONText.Value)]
  }

  private static func answer(_ outcome: TerminalDesk.Outcome) -> Answer {
    switch outcome {
    case .taken(let kept, let doubt):
      Answer(
        outcome: "taken",
        members: place(kept) + [("doubt", doubt.map { .text($0.code) } ?? .null)]
      )
    case .known(let kept): Answer(outcome: "known", members: place(kept))
    case .unknownEmployee: refused("No single employee of this terminal's employer has this number.")
    }
  }

  private static func refused(_ reason: String) -> Answer {
    Answer(outcome: "refused", members: [("reason", .text(reason))])
  }

  private static func place(_ kept: TerminalDesk.Kept) -> [(String, JSONText.Value)] {
    [
      ("punch", .text("\(kept.punch)")), ("workDate", .text(kept.workDate.iso)),
      ("time", .text(kept.time.padded)),
    ]
  }

  private static func body(_ answers: [Answer]) -> JSONText {
    let count = { (outcome: String) in
      JSONText.Value.number(Int64(answers.count { $0.outcome.utf8.elementsEqual(outcome.utf8) }))
    }
    let rows = answers.enumerated().map { place, answer in
      let head: [(String, JSONText.Value)] = [
        ("row", .number(Int64(place))), ("outcome", .text(answer.outcome)),
      ]
      return JSONText.Value.json(.object(head + answer.members))
    }
    return .object([
      ("taken", count("taken")), ("known", count("known")), ("refused", count("refused")),
      ("rows", .json(.array(rows))),
    ])
  }
}

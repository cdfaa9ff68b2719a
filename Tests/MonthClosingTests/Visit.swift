import CivilTime

@testable import Access
@testable import MonthClosing
@testable import Site

/// Somebody signed in, with a browser.
struct Visit: Sendable {
  let responder: SiteResponder
  let secret: BearerSecret

  struct Answer: Sendable {
    let status: Int
    let headers: [(name: String, value: String)]
    let text: String

    /// What the redirect tells on the next page.
    var told: String {
      let name = "\(Cookies.notice)="
      let cookie = headers.first { $0.name == "set-cookie" && $0.value.hasPrefix(name) }?.value
      return NoticeCookie.notice(cookie.map { String($0.dropFirst(name.count).prefix { $0 != ";" }) })?.text
        ?? ""
    }

    /// The values of the hidden fields and boxes of a name, in the order of the page.
    func values(_ name: String) -> [String] {
      text.split(separator: "<input").dropFirst().compactMap { part in
        let tag = part.prefix { $0 != ">" }
        guard tag.contains("name=\"\(name)\""), let value = tag.firstRange(of: " value=\"") else {
          return nil
        }
        return String(tag[value.upperBound...].prefix { $0 != "\"" })
      }
    }
  }

  func get(_ path: String, query: String = "") async -> Answer {
    await send("GET", path, query: query, body: [])
  }

  func post(_ path: String, _ fields: [(String, String)] = [], once: String? = nil) async -> Answer {
    let hex = Array("0123456789ABCDEF".utf8)
    let hidden = [("_token", secret.formToken)] + (once.map { [("_once", $0)] } ?? [])
    let pairs = (hidden + fields).map { name, value in
      let escaped = value.utf8.flatMap { [UInt8(ascii: "%"), hex[Int($0 >> 4)], hex[Int($0 & 15)]] }
      return "\(name)=\(String(decoding: escaped, as: UTF8.self))"
    }
    return await send("POST", path, query: "", body: Array(pairs.joined(separator: "&").utf8))
  }

  private func send(_ method: String, _ path: String, query: String, body: [UInt8]) async -> Answer {
    let request = IncomingRequest(
      method: method,
      path: path,
      query: query,
      headers: IncomingRequest.Headers(
        host: "localhost",
        cookie: "\(Cookies.sessionName(isSecure: false))=\(secret.text)",
        contentType: method == "POST" ? "application/x-www-form-urlencoded" : nil,
        origin: nil,
        fetchSite: nil,
        authorization: nil,
        idempotencyKey: nil
      ),
      body: body,
      address: "127.0.0.1"
    )
    let answer = await responder.respond(to: request)
    return Answer(
      status: answer.status,
      headers: answer.headers,
      text: String(decoding: answer.body, as: UTF8.self)
    )
  }
}

extension Visit {
  /// Confirms one's own month as the page shows it.
  func confirm(_ month: String = "2026-10", once: String? = nil) async -> Answer {
    let seen = await get("/closing/months/\(month)").values("seen").first ?? ""
    return await post("/closing/months/\(month)/confirm", [("seen", seen)], once: once)
  }

  /// Objects to one's own month.
  func object(_ words: String, _ month: String = "2026-10") async -> Answer {
    let seen = await get("/closing/months/\(month)").values("seen").first ?? ""
    return await post("/closing/months/\(month)/object", [("words", words), ("seen", seen)])
  }

  /// What the confirm page of an act on some people offers.
  func review(
    _ act: ClosingAct,
    _ people: [Int64],
    unit: Int64 = 2,
    _ month: String = "2026-10"
  ) async
    -> Answer
  {
    await post(
      "/closing/units/\(unit)/\(month)/review",
      [("act", act.rawValue)] + people.map { ("person", "\($0)") }
    )
  }

  /// Does what a confirm page offers, those with warnings too.
  func decide(
    _ act: ClosingAct,
    _ page: Answer,
    warned: Bool = true,
    unit: Int64 = 2,
    _ month: String = "2026-10",
    once: String? = nil
  ) async -> Answer {
    let ticks =
      page.values("person").map { ("person", $0) }
      + (warned ? page.values("warned").map { ("warned", $0) } : [])
    return await post("/closing/units/\(unit)/\(month)/decide", [("act", act.rawValue)] + ticks, once: once)
  }

  /// Both pages at once.
  @discardableResult
  func act(_ act: ClosingAct, _ people: [Int64], unit: Int64 = 2, _ month: String = "2026-10") async -> Answer
  {
    await decide(act, await review(act, people, unit: unit, month), unit: unit, month)
  }
}

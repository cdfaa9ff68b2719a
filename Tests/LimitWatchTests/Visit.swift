import Access
import Site

/// Somebody signed in, with a browser.
struct Visit: Sendable {
  let responder: SiteResponder
  let secret: BearerSecret

  struct Answer: Sendable {
    let status: Int
    let text: String
  }

  func get(_ path: String, _ query: String = "") async -> Answer {
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
    let headers = IncomingRequest.Headers(
      host: "localhost",
      cookie: "\(Cookies.sessionName(isSecure: false))=\(secret.text)",
      contentType: method == "POST" ? "application/x-www-form-urlencoded" : nil,
      origin: nil,
      fetchSite: nil,
      authorization: nil,
      idempotencyKey: nil
    )
    let answer = await responder.respond(
      to: IncomingRequest(
        method: method,
        path: path,
        query: query,
        headers: headers,
        body: body,
        address: "127.0.0.1"
      )
    )
    return Answer(status: answer.status, text: String(decoding: answer.body, as: UTF8.self))
  }
}

import Access
import Site

/// Somebody signed in, with a browser.
struct Visitor: Sendable {
  let responder: SiteResponder
  let secret: BearerSecret

  struct Answer: Sendable {
    let status: Int
    let headers: [(name: String, value: String)]
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }
    var location: String { headers.first { $0.name == "location" }?.value ?? "" }
  }

  func get(_ path: String, _ query: String = "") async -> Answer {
    await send("GET", path, query: query, type: nil, body: [])
  }

  func post(_ path: String, _ fields: [(String, String)] = [], once: String? = nil) async -> Answer {
    let hex = Array("0123456789ABCDEF".utf8)
    let pairs = (hidden(once) + fields).map { name, value in
      let escaped = value.utf8.flatMap { [UInt8(ascii: "%"), hex[Int($0 >> 4)], hex[Int($0 & 15)]] }
      return "\(name)=\(String(decoding: escaped, as: UTF8.self))"
    }
    let body = Array(pairs.joined(separator: "&").utf8)
    return await send("POST", path, query: "", type: "application/x-www-form-urlencoded", body: body)
  }

  func upload(_ path: String, _ text: String) async -> Answer {
    var bytes: [UInt8] = []
    for (name, value) in hidden(nil) {
      bytes += "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8
    }
    let disposition = "form-data; name=\"file\"; filename=\"names.csv\""
    bytes +=
      "--b\r\nContent-Disposition: \(disposition)\r\nContent-Type: text/csv\r\n\r\n\(text)\r\n--b--\r\n".utf8
    return await send("POST", path, query: "", type: "multipart/form-data; boundary=b", body: bytes)
  }

  private func hidden(_ once: String?) -> [(String, String)] {
    [("_token", secret.formToken)] + (once.map { [("_once", $0)] } ?? [])
  }

  private func send(
    _ method: String,
    _ path: String,
    query: String,
    type: String?,
    body: [UInt8]
  ) async -> Answer {
    let headers = IncomingRequest.Headers(
      host: "localhost",
      cookie: "\(Cookies.sessionName(isSecure: false))=\(secret.text)",
      contentType: type,
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
    return Answer(status: answer.status, headers: answer.headers, body: answer.body)
  }
}

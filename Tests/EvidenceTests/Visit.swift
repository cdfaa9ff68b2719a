import CivilTime
import People
import Store

@testable import Access
@testable import Site

/// Somebody signed in, with a browser.
struct Visit: Sendable {
  let office: EvidenceOffice
  let secret: BearerSecret

  struct Answer: Sendable {
    let status: Int
    let headers: [(name: String, value: String)]
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }

    func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
  }

  func get(_ path: String) async -> Answer {
    await send("GET", path, type: nil, body: [])
  }

  /// Posts a form with parts, token and all.
  func post(
    _ path: String,
    _ fields: [(String, String)] = [],
    files: [UploadedFile] = [],
    once: String? = nil
  ) async -> Answer {
    var bytes: [UInt8] = []
    let hidden = [("_token", secret.formToken)] + (once.map { [("_once", $0)] } ?? [])
    for (name, value) in hidden + fields {
      bytes += "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8
    }
    for file in files {
      let disposition = "form-data; name=\"\(file.field)\"; filename=\"\(file.name)\""
      bytes += "--b\r\nContent-Disposition: \(disposition)\r\nContent-Type: application/pdf\r\n\r\n".utf8
      bytes += file.bytes + [0x0D, 0x0A]
    }
    bytes += "--b--\r\n".utf8
    return await send("POST", path, type: "multipart/form-data; boundary=b", body: bytes)
  }

  /// Posts a form without files.
  func submit(_ path: String, _ fields: [(String, String)] = [], once: String? = nil) async -> Answer {
    let hidden = [("_token", secret.formToken)] + (once.map { [("_once", $0)] } ?? [])
    let hex = Array("0123456789ABCDEF".utf8)
    let pairs = (hidden + fields).map { name, value in
      let escaped = value.utf8.flatMap { [UInt8(ascii: "%"), hex[Int($0 >> 4)], hex[Int($0 & 15)]] }
      return "\(name)=\(String(decoding: escaped, as: UTF8.self))"
    }
    let body = Array(pairs.joined(separator: "&").utf8)
    return await send("POST", path, type: "application/x-www-form-urlencoded", body: body)
  }

  func request(_ method: String, _ path: String, type: String?, body: [UInt8]?) -> IncomingRequest {
    IncomingRequest(
      method: method,
      path: path,
      query: "",
      headers: IncomingRequest.Headers(
        host: "localhost",
        cookie: "\(Cookies.sessionName(isSecure: false))=\(secret.text)",
        contentType: type,
        origin: nil,
        fetchSite: nil,
        authorization: nil,
        idempotencyKey: nil
      ),
      body: body,
      address: "127.0.0.1"
    )
  }

  private func send(_ method: String, _ path: String, type: String?, body: [UInt8]) async -> Answer {
    let answer = await office.responder.respond(to: request(method, path, type: type, body: body))
    return Answer(status: answer.status, headers: answer.headers, body: answer.body)
  }
}

extension EvidenceOffice {
  /// Somebody with a session; `role` is granted, with employer 1 for the personnel authority.
  func visit(_ employee: Int64?, as role: Role? = nil, employer: Int64 = 1) async throws -> Visit {
    let account: RecordID<Account> = ids.next()
    let grant: RecordID<RoleGrant> = ids.next()
    let secret = BearerSecret.random()
    try await database.write { connection in
      try AccountRecords.insert(
        id: account,
        login: "visitor-\(account)",
        name: "利用者",
        employee: employee.map { RecordID($0) },
        at: Self.now,
        on: connection
      )
      if let role {
        let reach = role == .hr ? RecordID<Employer>(employer) : nil
        let given = RoleGrant(role, employer: reach, from: Self.day("2026-04-01"))
        try RoleGrantRecords.insert(given, id: grant, to: account, on: connection)
      }
      try SessionRecords.insert(secret, account: account, at: Self.now, on: connection)
    }
    return Visit(office: self, secret: secret)
  }
}

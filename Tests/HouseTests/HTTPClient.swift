import NIOCore
import NIOPosix

/// One request as a browser or a program sends it.
struct HTTPRequest {
  var method = "GET"
  var path: String
  var headers: [(name: String, value: String)] = []
  var body: [UInt8] = []

  static func get(_ path: String) -> HTTPRequest { HTTPRequest(path: path) }

  static func form(_ path: String, _ fields: [(name: String, value: String)] = []) -> HTTPRequest {
    let text = fields.map { "\(escaped($0.name))=\(escaped($0.value))" }.joined(separator: "&")
    return HTTPRequest(
      method: "POST",
      path: path,
      headers: [("content-type", "application/x-www-form-urlencoded")],
      body: Array(text.utf8)
    )
  }

  static func json(_ path: String, _ text: String, key: String? = nil) -> HTTPRequest {
    let keyHeader = key.map { [(name: "idempotency-key", value: $0)] } ?? []
    return HTTPRequest(
      method: "POST",
      path: path,
      headers: [("content-type", "application/json")] + keyHeader,
      body: Array(text.utf8)
    )
  }

  func with(_ name: String, _ value: String) -> HTTPRequest {
    var changed = self
    changed.headers.append((name, value))
    return changed
  }

  func bearing(_ token: String) -> HTTPRequest { with("authorization", "Bearer \(token)") }

  static func escaped(_ text: String) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~".utf8)
    let bytes = text.utf8.flatMap { byte -> [UInt8] in
      plain.contains(byte) ? [byte] : [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The whole answer to a request.
struct HTTPAnswer {
  let status: Int
  let headers: [(name: String, value: String)]
  let body: [UInt8]

  var text: String { String(decoding: body, as: UTF8.self) }

  func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

  /// The value of a cookie that this answer sets.
  func cookie(_ name: String) -> String? {
    headers.filter { $0.name == "set-cookie" }.compactMap { header -> String? in
      let pair = header.value.split(separator: ";").first?.split(
        separator: "=",
        omittingEmptySubsequences: false
      )
      guard let pair, pair.count == 2, pair[0] == name else { return nil }
      return String(pair[1])
    }.first
  }

  /// Reads an answer; nil as long as it is not complete.
  init?(_ bytes: [UInt8]) {
    let gap = Array("\r\n\r\n".utf8)
    guard let end = bytes.indices.first(where: { bytes[$0...].starts(with: gap) }) else { return nil }
    let lines = bytes[..<end].split(separator: UInt8(ascii: "\n")).map { line in
      String(decoding: line.filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
    }
    let words = (lines.first ?? "").split(separator: " ")
    guard words.count >= 2, let status = Int(words[1]) else { return nil }
    self.status = status
    headers = lines.dropFirst().compactMap { line in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      return (line[..<colon].lowercased(), String(value))
    }
    let length = headers.first { $0.name == "content-length" }.flatMap { Int($0.value) } ?? 0
    let content = bytes[(end + gap.count)...]
    guard content.count >= length else { return nil }
    body = Array(content.prefix(length))
  }
}

/// Speaks HTTP/1.1 to a server on this machine, one connection for each request.
struct HTTPClient {
  struct CutOff: Error {}

  let port: Int

  func send(_ request: HTTPRequest) async throws -> HTTPAnswer {
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connect(host: "127.0.0.1", port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    let message = ByteBuffer(bytes: bytes(of: request))
    return try await channel.executeThenClose { inbound, outbound in
      try await outbound.write(message)
      var received: [UInt8] = []
      for try await part in inbound {
        received += Array(part.readableBytesView)
        if let answer = HTTPAnswer(received) { return answer }
      }
      throw CutOff()
    }
  }

  private func bytes(of request: HTTPRequest) -> [UInt8] {
    var lines = [
      "\(request.method) \(request.path) HTTP/1.1", "host: 127.0.0.1:\(port)", "connection: close",
    ]
    lines += request.headers.map { "\($0.name): \($0.value)" }
    if request.method == "POST" || !request.body.isEmpty {
      lines.append("content-length: \(request.body.count)")
    }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + request.body
  }
}

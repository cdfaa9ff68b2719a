internal import Access

/// What is checked before any handler runs.
enum RequestChecks {
  static func check(_ request: IncomingRequest, route: Route) throws(SiteError) {
    guard request.body != nil else { throw .tooLarge }
    guard route.method == .post else { return }
    switch route.credential {
    case .session:
      guard hasType("application/x-www-form-urlencoded", request) else { throw .unsupportedType }
      guard comesFromHere(request.headers) else { throw .foreignForm }
    case .token:
      guard hasType("application/json", request) else { throw .unsupportedType }
    }
  }

  /// Browsers say where a form came from; a program that says nothing carries no cookie of a victim.
  private static func comesFromHere(_ headers: IncomingRequest.Headers) -> Bool {
    if let site = headers.fetchSite, site != "same-origin", site != "none" { return false }
    guard let origin = headers.origin else { return true }
    guard let host = headers.host else { return false }
    let hostOfOrigin = origin.utf8.drop { $0 != UInt8(ascii: "/") }.dropFirst(2)
    return hostOfOrigin.elementsEqual(host.utf8)
  }

  private static func hasType(_ type: String, _ request: IncomingRequest) -> Bool {
    let essence = request.headers.contentType?.utf8.prefix {
      $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: " ")
    }
    return essence?.elementsEqual(type.utf8) ?? false
  }

  static func fields(_ bytes: [UInt8]) throws(SiteError) -> FormFields {
    do {
      return try FormFields(urlEncoded: bytes)
    } catch {
      switch error {
      case .brokenEscape, .notText: throw .badRequest("送られた文字を読み取れませんでした。もう一度入力してください。")
      case .tooManyFields: throw .tooLarge
      }
    }
  }

  static func bearer(_ header: String?) -> BearerSecret? {
    let prefix = "Bearer "
    guard let header, header.utf8.starts(with: prefix.utf8) else { return nil }
    return BearerSecret(text: String(Substring(header.utf8.dropFirst(prefix.utf8.count))))
  }
}

/// The page to come back to after signing in: a path of this site only.
public enum ReturnPath: Sendable {
  private static let unreserved = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8
  )

  static func encoded(_ request: IncomingRequest) -> String {
    let target = request.query.isEmpty ? request.path : "\(request.path)?\(request.query)"
    let hex = Array("0123456789ABCDEF".utf8)
    let bytes = target.utf8.flatMap { byte -> [UInt8] in
      unreserved.contains(byte) ? [byte] : [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The path if it leads to a page of this site, otherwise home.
  public static func checked(_ path: String?) -> String {
    guard let path else { return "/" }
    let bytes = Array(path.utf8)
    let isPlain = bytes.allSatisfy { $0 > 0x20 && $0 != 0x7f && $0 != UInt8(ascii: "\\") }
    guard isPlain, bytes.first == UInt8(ascii: "/"), bytes.dropFirst().first != UInt8(ascii: "/") else {
      return "/"
    }
    return path
  }
}

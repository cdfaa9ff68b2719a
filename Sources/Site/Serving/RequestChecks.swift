internal import Access

/// What is checked before any handler runs.
enum RequestChecks {
  static func check(
    _ request: IncomingRequest,
    route: Route,
    transport: SiteResponder.Transport
  ) throws(SiteError) {
    // Who may not send files is told so before the size of them is.
    guard request.body != nil || route.upload != nil else { throw .tooLarge }
    guard route.method == .post else { return }
    switch route.credential {
    case .session:
      guard hasType(form, request) || (route.upload != nil && hasType(formWithFiles, request)) else {
        throw .unsupportedType
      }
      guard comesFromHere(request.headers, transport) else { throw .foreignForm }
    case .token:
      guard hasType("application/json", request) else { throw .unsupportedType }
    }
  }

  private static let form = "application/x-www-form-urlencoded"
  private static let formWithFiles = "multipart/form-data"

  /// Browsers say where a form came from; a program that says nothing carries no cookie of a victim.
  private static func comesFromHere(
    _ headers: IncomingRequest.Headers,
    _ transport: SiteResponder.Transport
  ) -> Bool {
    if let site = headers.fetchSite?.utf8 {
      guard site.elementsEqual("same-origin".utf8) || site.elementsEqual("none".utf8) else { return false }
    }
    guard let origin = headers.origin else { return true }
    guard let host = headers.host else { return false }
    return ProtocolWord.isSame(origin.utf8, "\(scheme(transport))://\(host)".utf8)
  }

  private static func scheme(_ transport: SiteResponder.Transport) -> String {
    switch transport {
    case .plain: "http"
    case .behindTLS: "https"
    }
  }

  private static func hasType(_ type: String, _ request: IncomingRequest) -> Bool {
    let essence = request.headers.contentType?.utf8.prefix {
      $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t")
    }
    return essence.map { ProtocolWord.isSame($0, type.utf8) } ?? false
  }

  /// The decoded segments of a path.
  static func segments(_ path: String) throws(SiteError) -> [String] {
    do throws(FormFields.Fault) {
      var segments: [String] = []
      for part in Array(path.utf8).split(separator: UInt8(ascii: "/")) {
        segments.append(try FormFields.decoded(part, plus: .isItself))
      }
      return segments
    } catch {
      throw .badRequest("アドレスを読み取れませんでした。")
    }
  }

  /// The fields and files of a posted form.
  static func form(
    _ bytes: [UInt8],
    of request: IncomingRequest,
    route: Route
  ) throws(SiteError) -> (fields: FormFields, files: [UploadedFile]) {
    guard let limit = route.upload, hasType(formWithFiles, request) else { return (try fields(bytes), []) }
    do {
      let boundary = try Multipart.boundary(of: request.headers.contentType ?? "")
      let content = try Multipart.read(bytes, boundary: boundary, limit: limit)
      return (content.fields, content.files)
    } catch {
      switch error {
      case .noBoundary, .broken: throw .badRequest("送られた内容が途中で切れています。通信の状態を確かめて、もう一度送ってください。")
      case .notText: throw .badRequest("送られた文字を読み取れませんでした。もう一度入力してください。")
      case .tooLarge, .tooManyFiles, .tooManyFields: throw .tooLarge
      }
    }
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
    guard let header, let space = header.utf8.firstIndex(of: UInt8(ascii: " ")),
      ProtocolWord.isSame(header.utf8[..<space], "Bearer".utf8)
    else { return nil }
    return BearerSecret(text: String(Substring(header.utf8[space...].drop { $0 == UInt8(ascii: " ") })))
  }
}

/// Words of the protocol: the case of ASCII letters does not matter, everything else does.
enum ProtocolWord {
  static func isSame(_ left: some Sequence<UInt8>, _ right: some Sequence<UInt8>) -> Bool {
    left.lazy.map(lowercased).elementsEqual(right.lazy.map(lowercased))
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
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

/// Reads the cookies of a request and writes ours.
package enum Cookies: Sendable {
  static let notice = "hataraki_notice"

  /// `__Host-` binds the cookie to this host and to TLS; plain HTTP on loopback has to do without.
  package static func sessionName(isSecure: Bool) -> String {
    isSecure ? "__Host-hataraki" : "hataraki"
  }

  static func value(of name: String, in header: String?) -> String? {
    guard let header else { return nil }
    for part in header.utf8.split(separator: UInt8(ascii: ";")) {
      let pair = part.drop { $0 == UInt8(ascii: " ") }
      guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else { continue }
      if pair[..<equals].elementsEqual(name.utf8) {
        return String(Substring(pair[pair.index(after: equals)...]))
      }
    }
    return nil
  }

  static func set(_ name: String, _ value: String, isSecure: Bool, maxAge: Int? = nil) -> String {
    var text = "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax"
    if isSecure { text += "; Secure" }
    if let maxAge { text += "; Max-Age=\(maxAge)" }
    return text
  }
}

/// A notice on its way to the next page, as the value of a short-lived cookie: kind, then the text in hexadecimal.
enum NoticeCookie {
  private static let digits = Array("0123456789abcdef".utf8)

  static func value(_ notice: Notice) -> String {
    let hex = notice.text.utf8.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return "\(notice.kind.rawValue).\(String(decoding: hex, as: UTF8.self))"
  }

  static func notice(_ value: String?) -> Notice? {
    guard let parts = value?.utf8.split(separator: UInt8(ascii: ".")), parts.count == 2,
      let kind = Notice.Kind(rawValue: String(Substring(parts[0]))), parts[1].count <= 2000
    else { return nil }
    let nibbles = parts[1].compactMap { digits.firstIndex(of: $0) }
    guard nibbles.count == parts[1].count, nibbles.count.isMultiple(of: 2) else { return nil }
    let bytes = stride(from: 0, to: nibbles.count, by: 2).map { UInt8(nibbles[$0] << 4 | nibbles[$0 + 1]) }
    return String(validating: bytes, as: UTF8.self).map { Notice(kind, $0) }
  }
}

/// A file that every page may ask for.
public struct Asset: Sendable {
  /// Where it is served.
  ///
  /// The name holds a digest of the bytes, so that it may be cached for ever.
  public let path: String
  /// Its media type.
  public let contentType: String
  /// Its content.
  public let bytes: [UInt8]

  init(name: String, suffix: String, contentType: String, parts: [StaticString]) {
    var bytes: [UInt8] = []
    for part in parts {
      part.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
      bytes.append(UInt8(ascii: "\n"))
    }
    self.bytes = bytes
    self.contentType = contentType
    path = "/assets/\(name)-\(Self.digest(of: bytes)).\(suffix)"
  }

  /// FNV-1a over 64 bits: it names a version and guards nothing.
  static func digest(of bytes: [UInt8]) -> String {
    let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

/// All files of the site's look.
public enum Assets: Sendable {
  /// The style sheet.
  public static let stylesheet = Asset(
    name: "site",
    suffix: "css",
    contentType: "text/css; charset=utf-8",
    parts: Stylesheet.parts
  )

  /// The script, without which everything works.
  public static let script = Asset(
    name: "site",
    suffix: "js",
    contentType: "text/javascript; charset=utf-8",
    parts: [SiteScript.text]
  )

  /// The icon of the browser's tab.
  public static let icon = Asset(
    name: "icon",
    suffix: "svg",
    contentType: "image/svg+xml",
    parts: [SiteIcon.text]
  )

  /// Every file, to be served by its path.
  public static let all = [stylesheet, script, icon]
}

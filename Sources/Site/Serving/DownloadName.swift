/// The name of a file to save, as a header says it (RFC 6266).
enum DownloadName {
  /// Always as an attachment, so that no browser shows the content as a page of ours.
  static func disposition(_ name: String) -> String {
    let plain = fallback(name)
    let head = "attachment; filename=\"\(plain)\""
    return plain.utf8.elementsEqual(name.utf8) ? head : "\(head); filename*=UTF-8''\(encoded(name))"
  }

  /// Letters, digits and a few marks as they are, a low line for anything else.
  private static func fallback(_ name: String) -> String {
    let marks = Set("-._ ()".utf8)
    let bytes = name.unicodeScalars.map { scalar -> UInt8 in
      guard let byte = UInt8(exactly: scalar.value), isAlphanumeric(byte) || marks.contains(byte) else {
        return UInt8(ascii: "_")
      }
      return byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func encoded(_ name: String) -> String {
    let marks = Set("-._~".utf8)
    let hex = Array("0123456789ABCDEF".utf8)
    let bytes = name.utf8.flatMap { byte -> [UInt8] in
      isAlphanumeric(byte) || marks.contains(byte)
        ? [byte] : [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}

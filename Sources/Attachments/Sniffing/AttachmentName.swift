/// The name of a file as it is kept: without folders and without characters that cannot be seen.
enum AttachmentName {
  /// The most scalars.
  static let most = 120

  /// What is left of a name that was sent; it may be empty.
  static func kept(_ sent: String) -> String {
    let bytes = Array(sent.utf8)
    let cut = bytes.lastIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    let last = String(decoding: cut.map { bytes[($0 + 1)...] } ?? bytes[...], as: UTF8.self)
    return shortened(String(String.UnicodeScalarView(last.unicodeScalars.filter { !isUnseen($0) })))
  }

  /// The ending without its dot; nil where there is none.
  static func ending(_ name: String) -> String? {
    let bytes = Array(name.utf8)
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), dot > 0, dot + 1 < bytes.count else { return nil }
    return String(decoding: bytes[(dot + 1)...], as: UTF8.self)
  }

  /// Cuts the front part, so that the ending stays.
  private static func shortened(_ name: String) -> String {
    let scalars = Array(name.unicodeScalars)
    guard scalars.count > most else { return name }
    let ending = Self.ending(name).map { Array(".\($0)".unicodeScalars) } ?? []
    let tail = ending.count < most ? ending : []
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.prefix(most - tail.count))
    view.append(contentsOf: tail)
    return String(view)
  }

  /// Controls, and marks that turn the direction of what follows and so can hide an ending.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
    default: false
    }
  }
}

/// What the bytes of a file turn out to be.
enum AttachmentContent: Hashable {
  /// One of the types that are taken.
  case taken(AttachmentType)
  /// Nothing at all.
  case empty
  /// A container of old Office files, in which protected new ones lie too.
  case oldOffice
  /// An Office file with a program in it.
  case macros
  /// An Office file, some part of which is locked by a password.
  case locked
  /// Anything else.
  case other

  init(of bytes: [UInt8]) {
    self = bytes.isEmpty ? .empty : Self.recognised(bytes)
  }

  private static let oldOfficeMark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  private static let pngMark: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
  private static let jpegMark: [UInt8] = [0xFF, 0xD8, 0xFF]

  // A mark counts at the very beginning only: readers that search for it further in would open what is not there
  // for others.
  private static func recognised(_ bytes: [UInt8]) -> AttachmentContent {
    if bytes.starts(with: "%PDF-".utf8) { return .taken(.pdf) }
    if bytes.starts(with: pngMark), bytes.dropFirst(12).starts(with: "IHDR".utf8) { return .taken(.png) }
    if bytes.starts(with: jpegMark), bytes.count > 3, bytes[3] >= 0xC0, bytes[3] != 0xFF {
      return .taken(.jpeg)
    }
    if bytes.starts(with: oldOfficeMark) { return .oldOffice }
    return ArchiveListing(bytes).map(office) ?? .other
  }

  /// What kind of Office file an archive is, by the names of its parts alone; nothing is unpacked.
  private static func office(_ archive: ArchiveListing) -> AttachmentContent {
    guard archive.holds("[Content_Types].xml") else { return .other }
    if archive.isLocked { return .locked }
    if archive.names.contains(where: isProgram) { return .macros }
    let folders: [(folder: String, type: AttachmentType)] = [
      ("word/", .docx), ("xl/", .xlsx), ("ppt/", .pptx),
    ]
    let types = folders.filter { pair in archive.names.contains { $0.starts(with: pair.folder.utf8) } }
    guard types.count == 1, let found = types.first else { return .other }
    return archive.holds("xl/workbook.bin") ? .other : .taken(found.type)
  }

  private static func isProgram(_ name: ArraySlice<UInt8>) -> Bool {
    let ending = Array("vbaproject.bin".utf8)
    return name.count >= ending.count
      && name.suffix(ending.count).map { (65...90).contains($0) ? $0 + 32 : $0 } == ending
  }
}

extension AttachmentType {
  /// The type of a content; nil for anything that is not taken.
  public static func sniff(_ bytes: [UInt8]) -> AttachmentType? {
    guard case .taken(let type) = AttachmentContent(of: bytes) else { return nil }
    return type
  }
}

/// The names in a ZIP archive, read from its central directory; nothing is unpacked.
///
/// It must fill the bytes from the first to the last: an archive behind or before something else is none here.
struct ArchiveListing {
  /// The most parts; real documents hold a few hundred.
  static let mostParts = 20_000

  /// The names of the parts.
  let names: [ArraySlice<UInt8>]
  /// Whether a part is encrypted.
  let isLocked: Bool

  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]), let end = EndRecord(of: bytes) else { return nil }
    var names: [ArraySlice<UInt8>] = []
    var isLocked = false
    var position = end.directoryStart
    for _ in 0..<end.parts {
      guard position + 46 <= end.position, bytes.number(at: position, bytes: 4) == 0x0201_4B50 else {
        return nil
      }
      let nameLength = bytes.number(at: position + 28, bytes: 2)
      let rest = bytes.number(at: position + 30, bytes: 2) + bytes.number(at: position + 32, bytes: 2)
      let nameEnd = position + 46 + nameLength
      guard nameEnd + rest <= end.position else { return nil }
      if bytes.number(at: position + 8, bytes: 2) & 1 != 0 { isLocked = true }
      names.append(bytes[position + 46..<nameEnd])
      position = nameEnd + rest
    }
    guard position == end.position else { return nil }
    self.names = names
    self.isLocked = isLocked
  }

  func holds(_ name: String) -> Bool {
    names.contains { $0.elementsEqual(name.utf8) }
  }

  /// The record at the end that says where the directory lies.
  private struct EndRecord {
    let position: Int
    let parts: Int
    let directoryStart: Int

    init?(of bytes: [UInt8]) {
      let last = bytes.count - 22
      guard last >= 0 else { return nil }
      let found = stride(from: last, through: max(0, last - 0xFFFF), by: -1).first { position in
        bytes.number(at: position, bytes: 4) == 0x0605_4B50
          && position + 22 + bytes.number(at: position + 20, bytes: 2) == bytes.count
      }
      guard let position = found else { return nil }
      let parts = bytes.number(at: position + 10, bytes: 2)
      let size = bytes.number(at: position + 12, bytes: 4)
      let start = bytes.number(at: position + 16, bytes: 4)
      guard parts <= ArchiveListing.mostParts, start + size == position else { return nil }
      self.position = position
      self.parts = parts
      directoryStart = start
    }
  }
}

extension [UInt8] {
  /// The little-endian number at a position that is known to lie inside.
  fileprivate func number(at position: Int, bytes count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(self[position + $1]) << (8 * $1) }
  }
}

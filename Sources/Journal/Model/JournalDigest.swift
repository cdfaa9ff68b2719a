internal import CivilTime
internal import Crypto
internal import Store

/// The digests of entries and seals: SHA-256 over length-prefixed fields, so that no two contents look alike.
enum JournalDigest {
  static let length = 32
  /// What stands before the first seal.
  static let genesis = [UInt8](repeating: 0, count: length)

  static func leaf(_ entry: JournalEntry) -> [UInt8] {
    var hash = SHA256()
    update(&hash, entry.id.number)
    update(&hash, entry.at.milliseconds)
    update(&hash, entry.actor.number)
    update(&hash, entry.kind.name)
    update(&hash, entry.employee ?? 0)
    update(&hash, entry.unit ?? 0)
    update(&hash, entry.payload.text)
    return Array(hash.finalize())
  }

  static func update(_ hash: inout SHA256, _ number: Int64) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8)
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> Int64(shift)))
    }
    hash.update(data: bytes)
  }

  static func update(_ hash: inout SHA256, _ text: String) {
    let bytes = Array(text.utf8)
    update(&hash, Int64(bytes.count))
    hash.update(data: bytes)
  }
}

/// Builds the digest of one seal from the seal before it and its leaves, in the order of the entries.
struct SealDigest {
  private var hash = SHA256()
  private(set) var count: Int64 = 0

  init(previous: [UInt8]) {
    hash.update(data: previous)
  }

  mutating func add(_ leaf: [UInt8]) {
    hash.update(data: leaf)
    count += 1
  }

  func digest(seal: Int64, sealedAt milliseconds: Int64, lastEntry: Int64) -> [UInt8] {
    var hash = hash
    for number in [count, seal, milliseconds, lastEntry] { JournalDigest.update(&hash, number) }
    return Array(hash.finalize())
  }
}

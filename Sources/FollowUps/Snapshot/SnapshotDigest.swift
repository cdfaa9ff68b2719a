internal import Crypto

/// The SHA-256 of a snapshot's text, by which the frozen report can be told from any other.
enum SnapshotDigest {
  static func bytes(of body: String) -> [UInt8] {
    Array(SHA256.hash(data: Array(body.utf8)))
  }

  static func text(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
  }
}

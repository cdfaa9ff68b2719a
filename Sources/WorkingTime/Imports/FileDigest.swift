internal import Crypto
internal import FoundationEssentials

/// The SHA-256 of a file, by which the same file is known again.
enum FileDigest {
  static func digest(path: String) throws -> [UInt8] {
    let data = try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
    return Array(SHA256.hash(data: data))
  }
}

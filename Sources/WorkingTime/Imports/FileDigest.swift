internal import Crypto
internal import DelimitedText
internal import Glibc

/// The SHA-256 of a file, by which the same file is known again.
package enum FileDigest {
  private static let portion = 1 << 20

  /// Reads the file piece by piece, so that memory stays bounded.
  ///
  /// - Throws: `DelimitedTextError` where it cannot be read.
  package static func digest(path: String) throws -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable() }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: portion)
    var hash = SHA256()
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe read(descriptor, bytes.baseAddress, bytes.count)
      }
      if count == 0 { return Array(hash.finalize()) }
      if count > 0 {
        hash.update(data: buffer[..<count])
      } else if errno != EINTR {
        throw unreadable()
      }
    }
  }

  private static func unreadable() -> DelimitedTextError {
    DelimitedTextError(line: 0, reason: .unreadable(errorNumber: errno))
  }
}

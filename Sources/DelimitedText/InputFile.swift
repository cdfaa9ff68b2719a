import Glibc

/// A file open for reading, closed with its owner.
final class InputFile {
  private let descriptor: Int32

  init(path: String) throws(DelimitedTextError) {
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw DelimitedTextError(line: 0, reason: .unreadable(errorNumber: errno)) }
  }

  deinit {
    close(descriptor)
  }

  /// Fills the buffer from the file and gives the number of bytes, 0 at the end.
  func read(into buffer: inout [UInt8]) throws(DelimitedTextError) -> Int {
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe Glibc.read(descriptor, bytes.baseAddress, bytes.count)
      }
      if count >= 0 { return count }
      if errno != EINTR { throw DelimitedTextError(line: 0, reason: .unreadable(errorNumber: errno)) }
    }
  }

  /// Goes back to the beginning.
  func rewind() throws(DelimitedTextError) {
    if lseek(descriptor, 0, SEEK_SET) < 0 {
      throw DelimitedTextError(line: 0, reason: .unreadable(errorNumber: errno))
    }
  }
}

internal import DelimitedText
internal import Glibc

/// The input and output of the calculators: files, pipes and standard input alike.
enum CalculatorFile {
  private static let standardInput = "/dev/stdin"

  /// A reader of a file, or of standard input without one.
  ///
  /// Only a regular file can be read twice, once for its encoding and once row by row; anything else is held whole.
  static func reader(of file: String?) throws(DelimitedTextError) -> DelimitedReader {
    let path = file ?? standardInput
    return isRegular(path)
      ? try DelimitedReader(path: path)
      : try DelimitedReader(bytes: try bytes(of: path))
  }

  /// All bytes of a file, or of standard input without one.
  static func bytes(of file: String?) throws(DelimitedTextError) -> [UInt8] {
    let descriptor = unsafe open(file ?? standardInput, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable() }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count == 0 { return bytes }
      if count > 0 {
        bytes.append(contentsOf: buffer[..<count])
      } else if errno != EINTR {
        throw unreadable()
      }
    }
  }

  /// The failure of a command whose input cannot be had.
  static func failure(_ error: DelimitedTextError, of file: String?) -> any Error {
    guard case .unreadable = error.reason else { return Failure.failure("\(error)", .dataError) }
    return Failure.failure("The file \(file ?? "-") cannot be read.", .noInput)
  }

  /// Writes to standard output; false where that fails.
  static func writeOutput(_ bytes: [UInt8]) -> Bool {
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes[start...].withUnsafeBytes {
        unsafe Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count)
      }
      if count > 0 { start += count } else if errno != EINTR { return false }
    }
    return true
  }

  private static func isRegular(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  private static func unreadable() -> DelimitedTextError {
    DelimitedTextError(line: 0, reason: .unreadable(errorNumber: errno))
  }
}

internal import Foundation
internal import Store

/// Copies of a database file, and the check whether a file is one.
enum SQLiteBackup {
  /// Writes a compact copy beside the target, brings it to disk and then gives it its name.
  static func copy(from source: String, to target: String) throws {
    let unfinished = target + ".unfinished"
    try? FileManager.default.removeItem(atPath: unfinished)
    let session = try SQLiteSession.open(path: source, mode: .read)
    defer { session.close() }
    do {
      try session.execute("VACUUM INTO \(unfinished)")
      try synchronize(unfinished)
      guard unsafe rename(unfinished, target) == 0 else {
        throw StoreError.cannotOpen("\(target): \(unsafe String(cString: strerror(errno)))")
      }
    } catch {
      try? FileManager.default.removeItem(atPath: unfinished)
      throw error
    }
    let folder = URL(fileURLWithPath: target).deletingLastPathComponent().path
    try synchronize(folder)
  }

  /// Checks header and structure of a file.
  static func verify(path: String) throws(StoreError) {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw .cannotOpen("\(path): the file is missing or cannot be read")
    }
    let header = (try? file.read(upToCount: 16)) ?? Data()
    try? file.close()
    guard header.elementsEqual("SQLite format 3\0".utf8) else {
      throw .cannotOpen("\(path): the file is no SQLite database")
    }
    let session = try SQLiteSession.open(path: path, mode: .read)
    defer { session.close() }
    let findings = try session.rows("PRAGMA quick_check(1)")
    guard findings.first?.values == [.text("ok")] else {
      throw .cannotOpen("\(path): the database is damaged")
    }
  }

  private static func synchronize(_ path: String) throws(StoreError) {
    let descriptor = unsafe Foundation.open(path, O_RDONLY)
    guard descriptor >= 0 else { throw .cannotOpen("\(path): cannot be opened after writing") }
    defer { Foundation.close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .diskFull }
  }
}

internal import ArgumentParser
internal import Glibc
internal import Store
internal import StoreSQLite

struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copies a running SQLite database into a new file.",
    discussion: "For PostgreSQL use pg_dump. The schema is copied as it is, also before an update."
  )

  @Argument(help: "The file to make; it must not exist.")
  var target: String

  @OptionGroup var options: DatabaseOptions

  func run() async throws {
    try await Failure.explaining {
      let address = try options.address()
      guard let source = OpenDatabase.filePath(address) else {
        throw Failure.failure(
          "This database is PostgreSQL: use pg_dump, and pg_restore to bring it back.",
          .unavailable
        )
      }
      try NewFile.require(target, remedy: "Choose another name; backups are never overwritten.")
      try await NewFile.copy(source, to: target)
      Console.print("Backed up to \(target).")
    }
  }
}

struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Makes a database from a backup; it never overwrites one."
  )

  @Argument(help: "The backup.")
  var source: String

  @OptionGroup var options: DatabaseOptions

  func run() async throws {
    try await Failure.explaining {
      let address = try options.address()
      guard let target = OpenDatabase.filePath(address) else {
        throw Failure.failure("Restore works on SQLite files. For PostgreSQL use pg_restore.", .unavailable)
      }
      try NewFile.require(target, remedy: "Move it away first; a database is never overwritten.")
      try SQLiteDatabase.verify(path: source)
      try await NewFile.copy(source, to: target)
      Console.print("Restored \(target) from \(source).")
    }
  }
}

/// A database file that is yet to be made.
private enum NewFile {
  /// Refuses a path at which a database stands, or at which remains of one would become part of the new file.
  static func require(_ path: String, remedy: String) throws {
    guard unsafe access(path, F_OK) != 0 else {
      throw Failure.failure("\(path) exists. \(remedy)", .cannotCreate)
    }
    let remains = ["-wal", "-shm", "-journal"].map { path + $0 }.filter { unsafe access($0, F_OK) == 0 }
    guard remains.isEmpty else {
      throw Failure.failure(
        "\(remains.joined(separator: ", ")) is left of an earlier database, and would be mixed into the new one. "
          + "Stop whatever uses it, and move it away together with the file that it belongs to.",
        .cannotCreate
      )
    }
  }

  /// Copies a database without changing it.
  static func copy(_ source: String, to target: String) async throws {
    let database = try SQLiteDatabase.openForReading(path: source)
    do {
      try await database.backup(to: target)
    } catch {
      await database.close()
      throw error
    }
    await database.close()
  }
}

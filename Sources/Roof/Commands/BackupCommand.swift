internal import ArgumentParser
internal import Glibc
internal import Store
internal import StoreSQLite

struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copies a running SQLite database into a new file.",
    discussion: "For PostgreSQL use pg_dump."
  )

  @Argument(help: "The file to make; it must not exist.")
  var target: String

  @OptionGroup var options: DatabaseOptions

  func run() async throws {
    try await options.withOffice { office in
      guard let database = office.database as? SQLiteDatabase else {
        throw Failure.failure(
          "This database is PostgreSQL: use pg_dump, and pg_restore to bring it back.",
          .unavailable
        )
      }
      guard unsafe access(target, F_OK) != 0 else {
        throw Failure.failure(
          "\(target) exists. Choose another name; backups are never overwritten.",
          .cannotCreate
        )
      }
      try await database.backup(to: target)
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
      guard address.utf8.starts(with: "sqlite:".utf8) else {
        throw Failure.failure("Restore works on SQLite files. For PostgreSQL use pg_restore.", .unavailable)
      }
      let target = String(Substring(address.utf8.dropFirst("sqlite:".utf8.count)))
      guard unsafe access(target, F_OK) != 0 else {
        throw Failure.failure(
          "\(target) exists. Move it away first; a database is never overwritten.",
          .cannotCreate
        )
      }
      try SQLiteDatabase.verify(path: source)
      let backup = try SQLiteDatabase.open(path: source)
      try await backup.backup(to: target)
      await backup.close()
      Console.print("Restored \(target) from \(source).")
    }
  }
}

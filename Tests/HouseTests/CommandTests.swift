import CivilTime
import Foundation
import People
@testable import Roof
import Store
import StoreSQLite
import TestSupport
import Testing

extension ProgramTests {
  @Suite struct FileCommandTests {
    @Test(.timeLimit(.minutes(10)), arguments: ["-wal", "-shm", "-journal"])
    func aRestoreDoesNotMixWithWhatIsLeft(suffix: String) async throws {
      try await Binary.withDemo { file in
        let copy = file + ".backup"
        let target = file + ".restored"
        #expect(try await Binary.run(["backup", copy, "--database", "sqlite:\(file)"]).status == 0)
        let before = FileManager.default.contents(atPath: copy)
        #expect(FileManager.default.createFile(atPath: target + suffix, contents: Data("left".utf8)))
        let refused = try await Binary.run(["restore", copy, "--database", "sqlite:\(target)"])
        #expect(refused.status == 73)
        #expect(refused.errors.contains(target + suffix) && refused.errors.contains("move it away"))
        #expect(!FileManager.default.fileExists(atPath: target))

        try FileManager.default.removeItem(atPath: target + suffix)
        #expect(try await Binary.run(["restore", copy, "--database", "sqlite:\(target)"]).status == 0)
        #expect(try await Binary.run(["journal", "verify", "--database", "sqlite:\(target)"]).status == 0)
        #expect(try await Binary.run(["journal", "verify", "--database", "sqlite:\(copy)"]).status == 0)
        #expect(FileManager.default.contents(atPath: copy) == before)
        #expect(!FileManager.default.fileExists(atPath: copy + "-wal"))
      }
    }

    /// An update begins with a backup, and that is made by the new program.
    @Test(.timeLimit(.minutes(10))) func whatOnlyReadsDoesNotMigrate() async throws {
      let newest = ["journal-0002-waiting", "access-0004-locks"]
      let older = House.migrations.filter { !newest.contains($0.name) }
      try await TemporaryDatabase.with(.sqlite, migrations: older) { temporary in
        guard case .sqlite(let path) = temporary.location else { return }
        let address = ["--database", "sqlite:\(path)"]
        #expect(try await Binary.run(["backup", path + ".backup"] + address).status == 0)
        #expect(try await Binary.run(["export", "roster"] + address).status == 0)
        for command in [["journal", "verify"], ["deputy", "list"], ["token", "list", "--login", "x"]] {
          let refused = try await Binary.run(command + address)
          #expect(refused.status == 69, "\(command)")
          #expect(refused.errors.contains("hataraki migrate"), "\(command)")
        }
        let steps = try await temporary.database.read { connection in
          try connection.value("SELECT COUNT(*) FROM schema_migration", as: Int.self)
        }
        #expect(steps == older.count)
        #expect(try await Binary.run(["migrate"] + address).status == 0)
        #expect(try await Binary.run(["journal", "verify"] + address).status == 0)
      }
    }

    @Test(.timeLimit(.minutes(10))) func whatOnlyReadsMakesNoFile() async throws {
      let folder = FileManager.default.temporaryDirectory
      let nowhere = folder.appending(path: "hataraki-\(UUID().uuidString).sqlite").path
      let address = ["--database", "sqlite:\(nowhere)"]
      for command in [["backup", nowhere + ".backup"], ["export", "roster"], ["journal", "verify"]] {
        #expect(try await Binary.run(command + address).status == 66, "\(command)")
        #expect(!FileManager.default.fileExists(atPath: nowhere), "\(command)")
      }
    }

    @Test(.timeLimit(.minutes(10))) func aDemoWithAFaultyPlanIsRefusedBeforeAnythingIsMade() async throws {
      let folder = FileManager.default.temporaryDirectory
      let plan = folder.appending(path: "plan-\(UUID().uuidString).yaml").path
      let nowhere = plan + ".sqlite"
      defer { for file in [plan, nowhere] { try? FileManager.default.removeItem(atPath: file) } }
      #expect(FileManager.default.createFile(atPath: plan, contents: Data("plan: {}\n".utf8)))
      let refused = try await Binary.run(["demo", "--plan", plan, "--database", "sqlite:\(nowhere)"])
      #expect(refused.status == 65)
      #expect(refused.errors.contains(plan))
      #expect(try await Binary.run(["demo", "--staff", "60", "--database", "sqlite:\(nowhere)"]).status == 0)
    }

    @Test(.timeLimit(.minutes(10))) func aTakenPortIsToldInWords() async throws {
      try await Binary.withDemo { file in
        let server = try await Server.start(on: file)
        let arguments = ["serve", "--port", "\(server.client.port)", "--database", "sqlite:\(file)"]
        let refused = try await Binary.run(arguments)
        #expect(refused.status == 69)
        #expect(refused.errors.contains("127.0.0.1:\(server.client.port)"))
        #expect(refused.errors.contains("--port"))
        await server.killAtOnce()
      }
    }
  }

  @Suite struct PeopleCommandTests {
    @Test(.timeLimit(.minutes(10))) func codesAreHandedOutOnce() async throws {
      try await Binary.withDemo { file in
        let address = ["--database", "sqlite:\(file)"]
        let database = try SQLiteDatabase.open(path: file, readers: 1)
        try await database.write { connection in
          _ = try connection.execute("UPDATE account SET password = NULL")
        }
        await database.close()
        let first = try await Binary.run(["account", "invite"] + address)
        let lines = first.output.split(separator: "\n").count
        #expect(first.status == 0)
        #expect(lines > 40)
        #expect(try await Binary.run(["account", "invite"] + address).output == "login,code\n")
        let again = try await Binary.run(["account", "invite", "--again"] + address)
        #expect(again.output.split(separator: "\n").count == lines)
      }
    }

    @Test(.timeLimit(.minutes(10))) func rolesTokensAndAccountsCanBeEnded() async throws {
      try await Binary.withDemo { file in
        let login = ["--login", "auditor"]
        let steps: [(command: [String], status: Int32, output: String)] = [
          (["account", "grant", "--role", "committee", "--until", "2999-03-31"], 0, "until 2999-03-31"),
          (["account", "grant", "--role", "committee", "--until", "2020-03-31"], 65, ""),
          (["account", "grant", "--role", "committee", "--until", "soon"], 64, ""),
          (["account", "revoke", "--role", "committee", "--last-day", "2998-03-31"], 0, "with 2998-03-31"),
          (["account", "revoke", "--role", "committee"], 0, "at once"),
          (["account", "revoke", "--role", "committee"], 65, ""),
          (["token", "revoke", "--all"], 65, ""),
          (["token", "create", "--label", "打刻機", "--scope", "clock:write"], 0, ""),
          (["token", "list"], 0, "打刻機,clock:write,"),
          (["token", "revoke"], 64, ""),
          (["token", "revoke", "--all"], 0, "Revoked 1 token of auditor"),
          (["account", "lock"], 0, "Locked auditor."),
          (["account", "lock"], 0, "locked already"),
          (["account", "invite"], 65, ""),
          (["account", "unlock"], 0, "Unlocked auditor."),
        ]
        for step in steps {
          let arguments = step.command + login + ["--database", "sqlite:\(file)"]
          let outcome = try await Binary.run(arguments)
          #expect(outcome.status == step.status, "\(step.command): \(outcome.errors)")
          #expect(outcome.output.contains(step.output) || step.output.isEmpty, "\(step.command)")
          #expect(step.status == 0 || !outcome.errors.isEmpty, "\(step.command)")
        }
      }
    }

    @Test(.timeLimit(.minutes(10))) func deputiesAreNamedAndListed() async throws {
      try await Binary.withDemo { file in
        let database = try SQLiteDatabase.open(path: file, readers: 1)
        let row = try await database.read { connection in
          try connection.row(
            """
            SELECT o.code, u.code, e.number FROM employer o JOIN unit u ON u.employer = o.id
            JOIN employee e ON e.employer = o.id AND e.left_on IS NULL ORDER BY o.id, u.id, e.id LIMIT 1
            """
          )
        }
        await database.close()
        let found = try #require(row)
        let (employer, unit, number): (String, String, String) = (
          try found.value(0), try found.value(1), try found.value(2)
        )
        let today = SystemClock().today()
        let period = ["--from", today.iso, "--until", today.adding(days: 9).iso]
        let named = try await Binary.run(
          ["deputy", "name", "--employer", employer, "--unit", unit, "--employee", number] + period + [
            "--database", "sqlite:\(file)",
          ]
        )
        #expect(named.status == 0, "\(named.errors)")
        let listed = try await Binary.run(["deputy", "list", "--database", "sqlite:\(file)"])
        let line = "\(employer),\(unit),\(number),\(today.iso),\(today.adding(days: 9).iso)"
        #expect(listed.output.contains(line), "\(listed.output)")
      }
    }

    /// Commands hold a number while they run and give it back.
    @Test(.timeLimit(.minutes(10))) func commandsGiveTheirNumbersBack() async throws {
      try await Binary.withDemo { file in
        _ = try await Binary.run(["account", "lock", "--login", "auditor", "--database", "sqlite:\(file)"])
        let database = try SQLiteDatabase.openForReading(path: file)
        let held = try await database.read { connection in
          try connection.rows("SELECT node, holder FROM record_id_node ORDER BY node").map { row in
            try row.optional(1, as: Int64.self)
          }
        }
        await database.close()
        #expect(held == [nil, nil])
      }
    }
  }
}

@Suite struct OpenDatabaseTests {
  /// Which files below a folder this process holds open.
  private static func openFiles(in folder: String) -> [String] {
    let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
    return numbers.compactMap { number in
      try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(number)")
    }.filter { $0.hasPrefix(folder) }
  }

  @Test func aDatabaseThatIsNotUnderstoodIsClosedAgain() async throws {
    let name = "hataraki-\(UUID().uuidString)"
    let folder = FileManager.default.temporaryDirectory.appending(path: name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "test.sqlite").path
    let newer = [Migration("9999-from-the-future", ["CREATE TABLE later (id INTEGER)"])]
    let database = try SQLiteDatabase.open(path: path)
    _ = try await Migrator(newer).migrate(database, clock: SystemClock())
    #expect(!Self.openFiles(in: folder.path).isEmpty)
    await database.close()
    #expect(Self.openFiles(in: folder.path).isEmpty)
    let refusal = StoreError.newerSchema(unknownMigration: "9999-from-the-future")
    await #expect(throws: refusal) { try await OpenDatabase.migrated("sqlite:\(path)") }
    #expect(Self.openFiles(in: folder.path).isEmpty)
    await #expect(throws: refusal) { try await OpenDatabase.reading("sqlite:\(path)", needing: []) }
    #expect(Self.openFiles(in: folder.path).isEmpty)
  }

  @Test func aDatabaseOpenForReadingIsNotWrittenTo() async throws {
    try await TemporaryDatabase.with(.sqlite, migrations: RecordIDSource.migrations) { temporary in
      guard case .sqlite(let path) = temporary.location else { return }
      let database = try SQLiteDatabase.openForReading(path: path)
      #expect(try await database.read { try $0.rows("SELECT node FROM record_id_node").isEmpty })
      await #expect(throws: StoreError.self) {
        try await database.write { connection in _ = try connection.execute("DELETE FROM record_id_node") }
      }
      await database.close()
    }
  }
}

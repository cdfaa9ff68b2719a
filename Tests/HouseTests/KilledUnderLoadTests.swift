import Access
import Store
import StoreSQLite
import Synchronization
import TestSupport
import Testing

extension ProgramTests {
  @Suite struct KilledUnderLoadTests {
    static let rounds = 20
    static let logins = ["staff", "superior", "manager", "hr", "auditor"]

    @Test(.timeLimit(.minutes(10))) func whatWasAcknowledgedOutlivesTheServer() async throws {
      try await Binary.withDemo { file in
        var tokens: [String] = []
        for login in Self.logins { tokens.append(try await Self.token(login, file)) }
        let ledger = Ledger()
        var server = try await Server.start(on: file)
        for round in 0..<Self.rounds {
          let target = ledger.acknowledged.count + Int.random(in: 1...40)
          await Self.load(server, tokens, round: round, target: target, ledger)
          server = try await Server.start(on: file)
          #expect(ledger.acknowledged.count >= target)
          try await Self.check(server, file, ledger, round)
        }
        await server.killAtOnce()
        let verified = try await Binary.run(["journal", "verify", "--database", "sqlite:\(file)"])
        #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
      }
    }

    /// Posts from several clients at once until the server, killed at the target, cuts them off.
    private static func load(
      _ server: Server,
      _ tokens: [String],
      round: Int,
      target: Int,
      _ ledger: Ledger
    ) async {
      await withTaskGroup(of: Void.self) { group in
        for (client, token) in (tokens + tokens).enumerated() {
          group.addTask {
            for turn in 0... {
              let call = Call(key: "round-\(round)-client-\(client)-turn-\(turn)", token: token)
              ledger.sent(call)
              guard let punch = try? await punch(call, server.client) else { return }
              if ledger.acknowledge(call, punch) == target { server.program.killAtOnce() }
            }
          }
        }
      }
      _ = await server.program.end()
    }

    private static func check(_ server: Server, _ file: String, _ ledger: Ledger, _ round: Int) async throws {
      let before = try await stored(file)
      let lost = ledger.acknowledged.filter { !before.contains($0.value) }
      #expect(lost.isEmpty, "round \(round)")
      // Calls that got no answer may have been done or not: repeating them does each exactly once.
      for call in ledger.unanswered {
        ledger.acknowledge(call, try await punch(call, server.client))
      }
      for (call, known) in ledger.acknowledged.shuffled().prefix(3) {
        #expect(try await punch(call, server.client) == known, "round \(round)")
      }
      #expect(try await stored(file) == Set(ledger.acknowledged.values), "round \(round)")
    }

    /// Every record that came through the API, as it stands in the file.
    private static func stored(_ file: String) async throws -> Set<Int64> {
      let database = try SQLiteDatabase.open(path: file, readers: 1)
      let numbers = try await database.read { connection in
        try connection.rows("SELECT id FROM punch WHERE source = 'api' ORDER BY id").map { row in
          try row.value(0, as: Int64.self)
        }
      }
      await database.close()
      return Set(numbers)
    }

    struct NoAnswer: Error {
      let status: Int
      let text: String
    }

    private static func punch(_ call: Call, _ client: HTTPClient) async throws -> Int64 {
      let request = HTTPRequest.json("/api/v1/clock", "{\"kind\":\"in\"}", key: call.key)
      let answer = try await client.send(request.bearing(call.token))
      let words = answer.text.split(separator: "\"").map(String.init)
      guard answer.status == 201, let name = words.firstIndex(of: "punch"), words.count > name + 2,
        let number = Int64(words[name + 2])
      else { throw NoAnswer(status: answer.status, text: answer.text) }
      return number
    }

    private static func token(_ login: String, _ file: String) async throws -> String {
      let made = try await Binary.run([
        "token", "create", "--login", login, "--label", "test", "--scope", "clock:write", "--database",
        "sqlite:\(file)",
      ])
      #expect(made.status == 0, "\(made.errors)")
      return String(made.output.prefix { $0 != "\n" })
    }
  }
}

/// A call of a program, under its key.
private struct Call: Hashable {
  let key: String
  let token: String
}

/// What the clients sent, and what they were told.
private final class Ledger: Sendable {
  private struct State {
    var acknowledged: [Call: Int64] = [:]
    var sent: Set<Call> = []
  }

  private let state = Mutex(State())

  var acknowledged: [Call: Int64] { state.withLock { $0.acknowledged } }
  var unanswered: [Call] {
    state.withLock { state in state.sent.filter { state.acknowledged[$0] == nil } }
  }

  func sent(_ call: Call) {
    state.withLock { state in _ = state.sent.insert(call) }
  }

  /// Remembers an answer; answers how many there are.
  @discardableResult
  func acknowledge(_ call: Call, _ punch: Int64) -> Int {
    state.withLock { state in
      state.acknowledged[call] = punch
      return state.acknowledged.count
    }
  }
}

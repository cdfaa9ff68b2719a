import Foundation
import Store
import StoreSQLite
import Testing

extension ProgramTests {
  /// What `hataraki demo --plan` makes, by the program itself: two processes have two orders of sets.
  @Suite struct DemoYearTests {
    static let today = "2026-11-23"
    /// What is as of the moment in which the demo is made.
    static let momentary: Set<String> = [
      "journal_leaf", "journal_seal", "record_id_node", "schema_migration",
    ]

    @Test(.timeLimit(.minutes(10))) func sameSeedGivesSameBytesAndAnotherSeedOthers() async throws {
      try await Self.withDemo { one in
        try await Self.withDemo { two in
          let same = try await WholeDump(of: one).differences(from: WholeDump(of: two))
          #expect(same.subtracting(Self.momentary).isEmpty, "\(same.sorted())")
        }
        try await Self.withDemo(seed: 2) { other in
          let others = try await WholeDump(of: one).differences(from: WholeDump(of: other))
          #expect(others.isSuperset(of: ["duty", "evidence", "imported_figure", "report_text"]))
        }
      }
    }

    struct Count: Sendable, CustomTestStringConvertible {
      let what: String
      let query: SQLText
      let least: Int
      let most: Int
      var testDescription: String { what }

      init(_ what: String, _ query: SQLText, _ range: ClosedRange<Int>) {
        self.what = what
        self.query = query
        (least, most) = (range.lowerBound, range.upperBound)
      }
    }

    static let counts =
      [
        Count(
          "nobody does what was not owed yet, or what lies ahead",
          """
          SELECT COUNT(*) FROM duty
          WHERE state = 'fulfilled' AND (settled_on < starts_on OR settled_on >= '2026-11-23')
          """,
          0...0
        ),
        Count(
          "nothing is reported of a day ahead",
          "SELECT COUNT(*) FROM evidence WHERE held_on >= '2026-11-23'",
          0...0
        ),
        Count("done of what was due, in a thousand", share("state = 'fulfilled'"), 780...920),
        Count(
          "late of what was due, in a thousand",
          share("state = 'fulfilled' AND settled_on > due_on"),
          5...80
        ),
        Count("excused by hand, in a thousand", share("state = 'excused'"), 1...80),
        Count("not done of what was due, in a thousand", share("state = 'open'"), 60...200),
        Count(
          "done before it was due, in a thousand of what is open or done early",
          """
          SELECT 1000 * SUM(CASE WHEN state = 'fulfilled' THEN 1 ELSE 0 END) / COUNT(*) FROM duty
          WHERE due_on >= '2026-11-23' AND starts_on < '2026-11-23' AND state <> 'excused'
          """,
          50...600
        ),
      ]
      + [
        Count("meetings held", "SELECT COUNT(*) FROM meeting WHERE state = 'held'", 4...4),
        Count(
          "meetings held with minutes",
          "SELECT COUNT(*) FROM meeting m JOIN minutes w ON w.meeting = m.id WHERE m.state = 'held' AND w.text <> ''",
          4...4
        ),
        Count("a meeting to come", "SELECT COUNT(*) FROM meeting WHERE held_on > '2026-11-23'", 1...1),
        Count("voices on an agenda", "SELECT COUNT(*) FROM agenda_item WHERE origin = 'voice'", 6...6),
        Count(
          "decisions that became duties",
          "SELECT COUNT(*) FROM decision JOIN duty ON duty.id = decision.duty",
          4...4
        ),
        Count("voices that were answered", "SELECT COUNT(*) FROM voice_answer", 6...6),
        Count(
          "voices that wait",
          "SELECT COUNT(*) FROM voice WHERE id NOT IN (SELECT voice FROM voice_answer)",
          2...2
        ),
        Count("days of the intensive period", "SELECT COUNT(*) FROM duty_period", 6...6),
        Count("actions of the intensive period", "SELECT COUNT(*) FROM intensive_action", 4...6),
        Count(
          "committees that were owed and not held",
          """
          SELECT COUNT(*) FROM duty
          WHERE evidence_kind = 'committee.meeting' AND state = 'open' AND due_on < '2026-11-23'
          """,
          0...0
        ),
        Count("imported figures", "SELECT COUNT(*) FROM imported_figure", 25...25),
        Count("published figures of governments", "SELECT COUNT(*) FROM reference_figure", 100...1000),
        Count("stages of the follow-up", "SELECT COUNT(*) FROM report_step", 4...4),
        Count(
          "the follow-up of last year is public",
          "SELECT COUNT(*) FROM report_step WHERE stage = 'published'",
          1...1
        ),
        Count("frozen reports", "SELECT COUNT(*) FROM report_snapshot", 1...1),
        Count("words about measures", "SELECT COUNT(*) FROM report_text WHERE field = 'done'", 15...60),
        Count(
          "analyses of missed targets",
          "SELECT COUNT(*) FROM report_text WHERE field = 'analysis'",
          3...19
        ),
      ]

    private static func share(_ which: SQLText) -> SQLText {
      """
      SELECT 1000 * SUM(CASE WHEN \(fragment: which) THEN 1 ELSE 0 END) / COUNT(*) FROM duty
      WHERE due_on < '2026-11-23' AND evidence_kind LIKE 'hand.%'
      """
    }

    @Test(.timeLimit(.minutes(10))) func theYearIsInFullSwing() async throws {
      try await Self.withDemo(staff: 300) { file in
        let database = try SQLiteDatabase.openForReading(path: file)
        for count in Self.counts {
          let found = try await database.read { connection in
            try connection.value(count.query, as: Int.self)
          }
          #expect(
            found.map { (count.least...count.most).contains($0) } ?? false,
            "\(count.what): \(found ?? -1)"
          )
        }
        await database.close()
        let address = ["--fiscal-year", "2025", "--database", "sqlite:\(file)"]
        let published = try await Binary.run(["plan", "publish", "--to", file + ".public"] + address)
        #expect(published.status == 0, "\(published.errors)")
        let pages = FileManager.default.contents(atPath: file + ".public/index.html")
        #expect(pages.map { !$0.isEmpty } ?? false)
        let verified = try await Binary.run(["journal", "verify", "--database", "sqlite:\(file)"])
        #expect(verified.status == 0, "\(verified.errors)")
      }
    }

    @Test(.timeLimit(.minutes(10)), arguments: ["2026-04-01", "2026-05-30", "2026-07-02"])
    func itCanBeMadeOnAnyDayOfTheYear(today: String) async throws {
      try await Self.withDemo(today: today) { file in
        let database = try SQLiteDatabase.openForReading(path: file)
        let (ahead, done, stages) = try await database.read { connection in
          (
            try connection.value(
              "SELECT COUNT(*) FROM duty WHERE settled_on >= \(today) AND state = 'fulfilled'",
              as: Int.self
            ),
            try connection.value("SELECT COUNT(*) FROM duty WHERE state = 'fulfilled'", as: Int.self),
            try connection.value("SELECT COUNT(*) FROM report_step", as: Int.self)
          )
        }
        await database.close()
        #expect(ahead == 0)
        #expect((done ?? 0) > 100)
        #expect(stages == ["2026-04-01": 0, "2026-05-30": 0, "2026-07-02": 2][today])
      }
    }

    static func withDemo(
      staff: Int = 60,
      seed: Int = 1,
      today: String = today,
      _ body: (_ file: String) async throws -> Void
    ) async throws {
      let folder = FileManager.default.temporaryDirectory.appending(path: "hataraki-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let file = folder.appending(path: "demo.sqlite").path
      let plan = OpenHouse.packageRoot.appending(path: "plans/soumu.yaml").path
      let made = try await Binary.run([
        "demo", "--staff", "\(staff)", "--seed", "\(seed)", "--today", today, "--plan", plan,
        "--database", "sqlite:\(file)",
      ])
      try #require(made.status == 0, "\(made.errors)")
      try await body(file)
    }
  }
}

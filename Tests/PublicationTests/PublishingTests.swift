import Access
import CivilTime
import FollowUps
import Indicators
import Journal
import People
import Plan
import Site
import Store
import TestOffice
import TestSupport
import Testing

@testable import Publication

@Suite("Publishing what stands in the report")
struct PublishingTests {
  /// So many women of so many directors in each employer.
  private static func indicator(_ women: [Int], of all: Int) -> Indicator {
    Indicator(
      .init(
        id: "workforce.women-director-july",
        title: "本省課室長相当職に占める女性",
        numerator: "女性",
        denominator: "全員",
        form: .share,
        source: "記録",
        methodVersion: 1,
        asOf: .firstOfJuly,
        guardKind: .people
      )
    ) { _, _, _ in
      women.enumerated().map { place, women in
        IndicatorValue(
          employer: RecordID(Int64(place + 1)),
          unit: nil,
          ratio: Ratio(women, of: all),
          people: all
        )
      }
    }
  }

  private static func with(_ engine: Engine, _ body: (PlannedOffice) async throws -> Void) async throws {
    let capabilities = [
      FollowUpCapability.capability(indicators: [indicator([], of: 0)]),
      PublicationCapability.capability(indicators: [indicator([], of: 0)]),
    ]
    try await PlannedOffice.with(engine, capabilities, report: { Issue.record("\($0)") }, body)
  }

  private static func count(_ women: [Int], of all: Int, in office: PlannedOffice) async throws {
    let refresh = FigureRefresh(
      database: office.database,
      clock: office.clock,
      ids: office.ids,
      indicators: { [indicator(women, of: all)] }
    )
    #expect(try await refresh.run(PlannedOffice.year).failed.isEmpty)
  }

  private static func publishing(_ office: PlannedOffice, _ database: any SQLDatabase) -> Publishing {
    Publishing(
      database: database,
      clock: office.clock,
      ids: office.ids,
      indicators: [indicator([], of: 0)]
    )
  }

  private static func file(_ name: String, _ files: [PublicFile]) throws -> String {
    String(decoding: try #require(files.first { $0.path == "data/\(name).csv" }).bytes, as: UTF8.self)
  }

  @Test(arguments: Engine.available)
  func readsEverythingAtOnce(_ engine: Engine) async throws {
    try await Self.with(engine) { office in
      try await Self.count([12, 6], of: 40, in: office)
      let watched = ChangingDatabase(office.database) {
        try await Self.count([39, 38], of: 40, in: office)
      }
      let files = try await Self.publishing(office, watched).folder(year: PlannedOffice.year, isDraft: true)
      // 30.0 % everywhere; had anything been read later it would say 97.5 %.
      let texts = files.map { String(decoding: $0.bytes, as: UTF8.self) }
      #expect(try Self.file("disclosure", files).contains("30.0"))
      #expect(texts.allSatisfy { !$0.contains("97.5") })
      #expect(await watched.reads == 1)
    }
  }

  @Test func marksEveryPageOfADraft() async throws {
    try await Self.with(.sqlite) { office in
      let files = try await Self.publishing(office, office.database).folder(
        year: PlannedOffice.year,
        isDraft: true
      )
      let pages = files.filter { $0.path.hasSuffix(".html") }
      #expect(pages.contains { $0.path == "report.html" } && pages.count > 3)
      for page in pages {
        let text = String(decoding: page.bytes, as: UTF8.self)
        #expect(text.contains("案：公表前の確認用です。"), "\(page.path)")
        #expect(text.contains("index.html\">もくじ") == (page.path != "index.html"), "\(page.path)")
      }
    }
  }

  @Test(arguments: Engine.available)
  func saysWhatWasFrozenWhateverIsCountedLater(_ engine: Engine) async throws {
    try await Self.with(engine) { office in
      try await Self.count([12, 6], of: 40, in: office)
      let secretary = Actor(
        account: RecordID(7),
        employee: nil,
        name: "事務局",
        unit: nil,
        roles: [.secretariat]
      )
      let work = FollowUpWork(
        database: office.database,
        ids: office.ids,
        indicators: [Self.indicator([], of: 0)],
        actor: secretary
      )
      _ = try await work.advance(PlannedOffice.year, on: PlannedOffice.today)
      try await Self.count([39, 38], of: 40, in: office)
      let publishing = Self.publishing(office, office.database)
      let files = try await publishing.folder(year: PlannedOffice.year, isDraft: true)
      #expect(try Self.file("disclosure", files).contains("30.0"))
      #expect(files.allSatisfy { !String(decoding: $0.bytes, as: UTF8.self).contains("97.5") })
    }
  }

  @Test func saysWhatIsNotKnownForCertain() async throws {
    try await Self.with(.sqlite) { office in
      let page = await (try await office.visit(101, as: .secretariat)).get("/plan/publication/2026").text
      #expect(page.contains(SiteHeadings.caution))
      #expect(page.contains("条文での確認が済んでいません"))
    }
  }

  @Test(arguments: Engine.available)
  func keepsBothEntriesWhereTwoEditTheSettings(_ engine: Engine) async throws {
    try await Self.with(engine) { office in
      let first = try await office.visit(101, as: .secretariat, name: "山田")
      let second = try await office.visit(201, as: .secretariat, name: "鈴木")
      let path = "/plan/publication/2026/employers/1"
      func form(_ group: String) -> [(String, String)] {
        [("tenure-item", "tenure"), ("rank-day", "july"), ("main-group", group), ("seen", "0")]
      }
      #expect(await first.post(path, form("事務職")).status == 303)
      let late = await second.post(path, form("技術職"))
      #expect(late.status == 422)
      for word in ["事務職", "技術職", "山田"] { #expect(late.text.contains(word), "\(word)") }
      let stored = try await office.database.read { connection in
        try SettingRecords.settings(in: PlannedOffice.year, on: connection)[RecordID(1)]
      }
      #expect(stored?[.mainGroup] == "事務職")
    }
  }
}

/// A database in which something changes after the first read.
private actor ReadCount {
  private(set) var reads = 0

  func next() -> Int {
    reads += 1
    return reads
  }
}

private struct ChangingDatabase: SQLDatabase {
  private let inner: any SQLDatabase
  private let change: @Sendable () async throws -> Void
  private let count = ReadCount()

  init(_ inner: any SQLDatabase, _ change: @escaping @Sendable () async throws -> Void) {
    self.inner = inner
    self.change = change
  }

  var dialect: SQLDialect { inner.dialect }
  var reads: Int { get async { await count.reads } }

  func read<Value: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> Value
  ) async throws -> Value {
    let value = try await inner.read(body)
    if await count.next() == 1 { try await change() }
    return value
  }

  func write<Value: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> Value
  ) async throws -> Value {
    try await inner.write(body)
  }

  func close() async { await inner.close() }
}

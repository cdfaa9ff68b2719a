import CivilTime
import Indicators
import Store
import Synchronization
import TestSupport
import Testing
import WorkingTime

@testable import Plan

/// Passes everything on, and remembers the texts.
private final class WatchedConnection: SQLConnection {
  private let inner: any SQLConnection
  private(set) var texts: [String] = []

  init(_ inner: any SQLConnection) {
    self.inner = inner
  }

  var dialect: SQLDialect { inner.dialect }

  func rows(_ sql: SQLText) throws(StoreError) -> [SQLRow] {
    texts.append(sql.text)
    return try inner.rows(sql)
  }

  func forEachRow(_ sql: SQLText, _ body: (SQLRow) throws -> Void) throws {
    texts.append(sql.text)
    try inner.forEachRow(sql, body)
  }

  func execute(_ sql: SQLText) throws(StoreError) -> Int {
    texts.append(sql.text)
    return try inner.execute(sql)
  }

  func insert(into table: StaticString, columns: [StaticString], rows: [[SQLValue]]) throws(StoreError) {
    texts.append("\(table)")
    try inner.insert(into: table, columns: columns, rows: rows)
  }

  func savepoint<Value>(_ body: () throws -> Value) throws -> Value { try inner.savepoint(body) }
}

@Suite("Figures read from what was stored")
struct FigureReadingTests {
  private let reading = FigureReading(definitions: WorkingTimeIndicators.all.map(\.definition))
  private let ids = Set(WorkingTimeIndicators.all.map(\.definition.id))

  private func figures(
    _ database: any SQLDatabase,
    _ reading: FigureReading,
    today: CivilDate = PlanOffice.today
  ) async throws -> [String: IndicatorFigure] {
    let ids = ids
    return try await database.read { connection in
      try reading.figures(ids, in: PlanOffice.year, today: today, on: connection)
    }
  }

  /// Tables that grow with the work of the staff, or that are counted person by person.
  private static let growing = [
    "journal_entry", "journal_leaf", "punch", "month_total", "overtime", "employee ", "assignment",
    "evidence ",
    "duty ", "people_change",
  ]

  @Test(arguments: Engine.available)
  func readsNoTableThatGrowsWithTheWorkOfTheStaff(_ engine: Engine) async throws {
    try await PlanOffice.with(engine) { _, database in
      let overview = PlanOverviewReading(
        current: CurrentPlan(),
        measures: MeasureReading(definitions: WorkingTimeIndicators.all.map(\.definition)),
        targets: TargetReading(definitions: WorkingTimeIndicators.all.map(\.definition))
      )
      let texts = try await database.read { connection in
        let watched = WatchedConnection(connection)
        _ = try overview.overview(PlanOffice.year, today: PlanOffice.today, on: watched)
        return watched.texts
      }
      #expect(texts.contains { $0.contains("figure_place") })
      for text in texts {
        for table in Self.growing {
          #expect(!"\(text) ".contains(" \(table)"), "\(text)")
        }
      }
      // However many measures there are.
      #expect(texts.count < 40)
    }
  }

  @Test func saysThatAFigureHasNotBeenComputedYet() async throws {
    try await PlanOffice.with(.sqlite) { _, database in
      try await database.write { connection in
        try connection.execute("DELETE FROM figure_run")
        try connection.execute("DELETE FROM figure_place")
      }
      let found = try await figures(database, reading)
      #expect(found.count == ids.count)
      for figure in found.values {
        #expect(figure.standing == .waiting)
        #expect(figure.total == .withheld)
        #expect(FigureWords.asOf(figure) == "まだ計算していません。数分のうちに表示します。")
        guard case .paragraph(let text) = FigureTable.block(figure, caption: "数値") else {
          Issue.record("a table was drawn of nothing")
          return
        }
        #expect(!text.utf8.contains(UInt8(ascii: "0")))
      }
      let before = try await figures(database, reading, today: PlanOffice.day("2026-03-31"))
      #expect(before.values.allSatisfy { $0.standing == .notBefore(PlanOffice.day("2026-04-01")) })
    }
  }

  @Test func marksFiguresThatAreOldOrCountedOtherwise() async throws {
    try await PlanOffice.with(.sqlite) { _, database in
      for (today, isStale) in [("2026-06-01", false), ("2026-06-02", false), ("2026-06-03", true)] {
        let found = try await figures(database, reading, today: PlanOffice.day(today))
        #expect(found.values.allSatisfy { $0.run?.isStale == isStale }, "\(today)")
      }
      let renewed = WorkingTimeIndicators.all.map(\.definition).map { definition in
        Indicator.Definition(
          id: definition.id,
          title: definition.title,
          numerator: definition.numerator,
          denominator: definition.denominator,
          form: definition.form,
          source: definition.source,
          methodVersion: definition.methodVersion + 1
        )
      }
      let found = try await figures(database, FigureReading(definitions: renewed))
      let words = found.values.map { FigureWords.asOf($0) }
      #expect(words.allSatisfy { $0.contains("数え方が変わりました。再計算を待っています") })
      #expect(words.allSatisfy { $0.contains("暫定") })
    }
  }

  struct Line: Sendable {
    let figure: Figure
    let form: Indicator.Form
    let words: String
  }

  static let lines = [
    Line(figure: .shown(.nothing), form: .share, words: "数える対象がありません"),
    Line(figure: .withheld, form: .count, words: "非表示"),
    Line(figure: .shown(tally(0, 120)), form: .count, words: "0（n=120）"),
    Line(figure: .shown(tally(1_025, 1_000)), form: .share, words: "102.5％（1,025／1,000）"),
    Line(figure: .shown(tally(9, 9)), form: .share, words: "9／9（n<10のため率は表示しません）"),
    Line(figure: .shown(tally(1_500, 10)), form: .average(.years), words: "12.5年（n=10）"),
    Line(figure: .shown(tally(1_500, 9)), form: .average(.years), words: "n<10のため平均は表示しません"),
    Line(figure: .shown(tally(9_000, 20)), form: .average(.hours), words: "7.5時間（n=20）"),
  ]

  private static func tally(_ numerator: Int, _ denominator: Int) -> Tally {
    Tally(ratio: Ratio(numerator, of: denominator), people: denominator)
  }

  @Test(arguments: lines)
  func writesAFigureInOneLine(_ row: Line) {
    #expect(FigureWords.line(row.figure, row.form) == row.words)
  }
}

import Store
import TestSupport
import Testing

@Suite struct CodePointOrderTests {
  /// A column that each engine would sort otherwise by itself: without regard to case, or by a language's rules.
  private static let schema = Migration(
    "contract-order",
    [
      SchemaText("CREATE TABLE reading (kana TEXT NOT NULL COLLATE NOCASE)", onlyOn: .sqlite),
      SchemaText("CREATE TABLE reading (kana TEXT COLLATE \"und-x-icu\" NOT NULL)", onlyOn: .postgres),
    ]
  )

  private static let readings = ["B", "a", "ア", "ァ", "ー", "ヴ", "ガ", "カ", "ハ", "パ", "𠮷", "ｱ", "\u{E000}"]

  @Test(arguments: Engine.available)
  func everyEngineSortsByCodePoints(_ engine: Engine) async throws {
    try await TemporaryDatabase.with(engine, migrations: [Self.schema]) { temporary in
      let sorted = try await temporary.database.write { connection in
        for reading in Self.readings {
          try connection.execute("INSERT INTO reading (kana) VALUES (\(reading))")
        }
        return try connection.rows(
          "SELECT kana FROM reading ORDER BY kana \(fragment: connection.byCodePoint)"
        )
        .map { row in try row.value(0, as: String.self) }
      }
      let expected = Self.readings.sorted { left, right in
        left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
      }
      #expect(sorted == expected)
    }
  }
}

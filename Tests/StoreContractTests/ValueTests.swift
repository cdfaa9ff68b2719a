import CivilTime
import Store
import TestSupport
import Testing

@Suite struct ValueTests {
  struct Sample: Sendable {
    let name: String
    let number: Int64?
    let word: String?
    let flag: Bool?
    let raw: [UInt8]?

    init(_ name: String, number: Int64? = nil, word: String? = nil, flag: Bool? = nil, raw: [UInt8]? = nil) {
      self.name = name
      self.number = number
      self.word = word
      self.flag = flag
      self.raw = raw
    }
  }

  static let samples: [Sample] = [
    Sample("nothing at all"),
    Sample("lowest number", number: .min),
    Sample("highest number", number: .max),
    Sample("zero and false", number: 0, flag: false),
    Sample("true", flag: true),
    Sample("empty text and bytes", word: "", raw: []),
    Sample("every byte", raw: (0...255).map { UInt8($0) }),
    Sample("separators", word: "a\tb\nc\rd\\N \\. \u{1}\u{7F} ' \" $1 {integer}"),
    Sample("only the word of COPY for NULL", word: "\\N"),
    Sample("variation sequence", word: "葛\u{E0100}城 辻\u{E0101}"),
    Sample("private-use characters", word: "\u{E000}\u{F8FF}\u{F0000}\u{10FFFD}"),
    Sample("emoji of several scalars", word: "👩🏽‍💻🇯🇵"),
    Sample("compatibility ideograph, not normalised", word: "\u{FA19}社 神社"),
    Sample("decomposed kana, not normalised", word: "か\u{3099}"),
    Sample("line end of two scalars", word: "\r\n"),
  ]

  @Test(arguments: Engine.available)
  func everyValueComesBackAsItWasBound(engine: Engine) async throws {
    try await TemporaryDatabase.with(engine, migrations: ContractSchema.migrations) { temporary in
      try await temporary.database.write { connection in
        for (id, sample) in Self.samples.enumerated() {
          try connection.execute(
            """
            INSERT INTO sample (id, number, word, flag, raw)
            VALUES (\(id), \(sample.number), \(sample.word), \(sample.flag), \(sample.raw))
            """
          )
        }
      }
      try await expectSamples(in: temporary.database)
    }
  }

  @Test(arguments: Engine.available)
  func everyValueComesBackAsItWasInserted(engine: Engine) async throws {
    try await TemporaryDatabase.with(engine, migrations: ContractSchema.migrations) { temporary in
      let rows = Self.samples.enumerated().map { id, sample -> [SQLValue] in
        [
          .integer(Int64(id)),
          sample.number?.sqlValue ?? .null,
          sample.word?.sqlValue ?? .null,
          sample.flag?.sqlValue ?? .null,
          sample.raw?.sqlValue ?? .null,
        ]
      }
      try await temporary.database.write { connection in
        try connection.insert(
          into: "sample",
          columns: ["id", "number", "word", "flag", "raw"],
          rows: rows
        )
      }
      try await expectSamples(in: temporary.database)
    }
  }

  private func expectSamples(in database: any SQLDatabase) async throws {
    let rows = try await database.read {
      try $0.rows("SELECT id, number, word, flag, raw FROM sample ORDER BY id")
    }
    try #require(rows.count == Self.samples.count)
    for (row, sample) in zip(rows, Self.samples) {
      #expect(try row.optional(1) == sample.number, "\(sample.name)")
      let word = try row.optional(2, as: String.self)
      // By scalars: equality of strings would forgive a normalised one.
      #expect(
        word.map { Array($0.unicodeScalars) } == sample.word.map { Array($0.unicodeScalars) },
        "\(sample.name)"
      )
      #expect(try row.optional(3) == sample.flag, "\(sample.name)")
      #expect(try row.optional(4) == sample.raw, "\(sample.name)")
      #expect(row.columns == ["id", "number", "word", "flag", "raw"])
    }
  }

  @Test(arguments: Engine.available)
  func nullCharacterIsRefused(engine: Engine) async throws {
    try await TemporaryDatabase.with(engine, migrations: ContractSchema.migrations) { temporary in
      let database = temporary.database
      await #expect(throws: StoreError.nullCharacter) {
        try await database.write { try $0.execute("INSERT INTO sample (id, word) VALUES (1, \("a\u{0}b"))") }
      }
      await #expect(throws: StoreError.nullCharacter) {
        try await database.write { connection in
          let rows: [[SQLValue]] = [[.integer(1), .text("whole")], [.integer(2), .text("\u{0}")]]
          try connection.insert(into: "sample", columns: ["id", "word"], rows: rows)
        }
      }
      let left = try await sampleCount(database)
      #expect(left == 0)
    }
  }

  @Test(arguments: Engine.available)
  func domainTypesComeBack(engine: Engine) async throws {
    try await TemporaryDatabase.with(engine, migrations: ContractSchema.migrations) { temporary in
      let date = try #require(CivilDate(iso: "2026-04-01"))
      let time = try #require(ClockTime(hour: 25, minute: 31))
      try await temporary.database.write {
        try $0.execute("INSERT INTO sample (id, number, word) VALUES (1, \(time), \(date))")
      }
      let row = try await temporary.database.read { try $0.row("SELECT number, word FROM sample") }
      let found = try #require(row)
      #expect(try found.value(0) == time)
      #expect(try found.value(1) == date)
      #expect(throws: StoreError.unexpectedColumn("word")) { try found.value(1, as: YearMonth.self) }
      #expect(throws: StoreError.unexpectedColumn("column 2")) { try found.value(2, as: Int.self) }
    }
  }

  @Test(arguments: Engine.available)
  func truthValuesOfExpressionsAreRead(engine: Engine) async throws {
    try await TemporaryDatabase.with(engine, migrations: ContractSchema.migrations) { temporary in
      let answers = try await temporary.database.read { connection in
        [
          try connection.value("SELECT EXISTS (SELECT 1 FROM counter)", as: Bool.self),
          try connection.value("SELECT amount > 5 FROM counter", as: Bool.self),
          try connection.value("SELECT NULL IS NOT NULL", as: Bool.self),
        ]
      }
      #expect(answers == [true, false, false])
    }
  }

  @Test(arguments: Engine.available)
  func listsAndEmptyListsSelect(engine: Engine) async throws {
    try await TemporaryDatabase.with(engine, migrations: ContractSchema.migrations) { temporary in
      let counts = try await temporary.database.read { connection in
        try [[1, 2, 3], [2], []].map { (ids: [Int]) in
          try connection.value("SELECT count(*) FROM counter WHERE id IN (\(list: ids))", as: Int.self)
        }
      }
      #expect(counts == [1, 0, 0])
    }
  }

  @Test(arguments: Engine.available)
  func moreTextsThanTheStatementCacheHoldsWork(engine: Engine) async throws {
    try await TemporaryDatabase.with(engine, migrations: ContractSchema.migrations) { temporary in
      let found = try await temporary.database.read { connection in
        try (0..<2).map { _ in
          try (1...600).count { length in
            let ids = Array(1...length)
            return try connection.value("SELECT id FROM counter WHERE id IN (\(list: ids))", as: Int.self)
              == 1
          }
        }
      }
      #expect(found == [600, 600])
    }
  }
}

extension Sequence {
  fileprivate func count(where isCounted: (Element) throws -> Bool) rethrows -> Int {
    var count = 0
    for element in self where try isCounted(element) { count += 1 }
    return count
  }
}

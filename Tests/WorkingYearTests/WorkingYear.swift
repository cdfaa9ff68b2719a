import TestSupport

/// A year that was played to its end, on one engine with one seed.
struct WorkingYear: Sendable {
  let seen: Comparison
  let events: [Event: Int]
  /// Which limits were exceeded by somebody at some time.
  let findings: Set<String>
  let book: [Int64: PersonBook]

  static func play(_ engine: Engine, seed: UInt64) async throws -> WorkingYear {
    try await TemporaryDatabase.with(engine, migrations: Office.schema) { temporary in
      var player = try await Player(temporary.database, seed: seed)
      try await player.play()
      return WorkingYear(
        seen: player.seen,
        events: player.events,
        findings: player.findings,
        book: player.book
      )
    }
  }
}

/// Every year is played once, however many tests look at it.
actor WorkingYears {
  static let shared = WorkingYears()

  private struct Key: Hashable {
    let engine: Engine
    let seed: UInt64
  }

  private var years: [Key: Task<WorkingYear, any Error>] = [:]

  func year(_ engine: Engine, _ seed: UInt64) async throws -> WorkingYear {
    let key = Key(engine: engine, seed: seed)
    if let known = years[key] { return try await known.value }
    let task = Task { try await WorkingYear.play(engine, seed: seed) }
    years[key] = task
    return try await task.value
  }
}

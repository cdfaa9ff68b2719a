package import Access
package import CivilTime
package import Indicators
package import Plan
package import Store

/// 年次フォローアップの仕事 – does for a program what the secretariat does on the pages of a report, each act on its own day.
package struct FollowUpWork: Sendable {
  private let database: any SQLDatabase
  private let ids: RecordIDSource
  private let assembly: FollowUpAssembly
  private let actor: Actor

  /// Works in the name of an actor, who is taken to be entitled.
  package init(database: any SQLDatabase, ids: RecordIDSource, indicators: [Indicator], actor: Actor) {
    self.database = database
    self.ids = ids
    assembly = FollowUpAssembly(definitions: indicators.map(\.definition))
    self.actor = actor
  }

  /// The report of a year as the records are on a day, with the words written so far.
  ///
  /// - Throws: ``PlanReadingError``; ``StoreError``.
  package func content(of year: FiscalYear, on day: CivilDate) async throws -> FollowUpContent {
    let reading = ReportReading(assembly: assembly)
    return try await database.read { connection in
      try reading.report(of: year, from: .live, today: day, on: connection).content
    }
  }

  /// Writes into fields that nobody has written into.
  ///
  /// - Throws: ``FollowUpError``; ``PlanReadingError``; ``StoreError``.
  package func write(
    _ texts: [(field: ReportField, text: String)],
    about subject: ReportSubject,
    in year: FiscalYear,
    on day: CivilDate
  ) async throws {
    let drafts = texts.map { TextDraft(field: $0.field, text: $0.text, seen: 0) }
    _ = try await ReportWriting(database: database, ids: ids, assembly: assembly)
      .write(drafts, about: subject, in: year, by: actor, at: Self.afternoon(day))
  }

  /// Takes the report to the next body, or to the public.
  ///
  /// - Throws: ``FollowUpError``; ``PlanReadingError``; ``StoreError``.
  package func advance(_ year: FiscalYear, on day: CivilDate) async throws -> ReportStage {
    let assembly = assembly
    let seen = try await database.read { connection in
      let code = try assembly.version(for: year, on: connection).plan.code
      return try ReportRecords.standing(of: code, year, on: connection).steps.count
    }
    return try await ReportStepping(
      database: database,
      ids: ids,
      reading: ReportReading(assembly: assembly)
    ).step(
      StepOrder(move: .forward, day: day, note: nil, seenSteps: seen),
      in: year,
      by: actor,
      at: Self.afternoon(day)
    )
  }

  private static func afternoon(_ day: CivilDate) -> Instant {
    OfficeZone.instant(on: day, at: .midnight).adding(seconds: 16 * 3600)
  }
}

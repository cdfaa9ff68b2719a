package import Access
package import CivilTime
package import People
package import Store

/// 公表の仕事 – does for a program what the personnel authorities do on their pages before a year is published.
package struct PublicationWork: Sendable {
  private let database: any SQLDatabase
  private let ids: RecordIDSource
  private let actor: Actor

  /// Works in the name of an actor, who is taken to be entitled.
  package init(database: any SQLDatabase, ids: RecordIDSource, actor: Actor) {
    self.database = database
    self.ids = ids
    self.actor = actor
  }

  /// Says in which month an employer publishes a year (公表年月).
  ///
  /// - Throws: ``StoreError``.
  package func setMonth(
    _ month: YearMonth,
    of employer: RecordID<Employer>,
    in year: FiscalYear,
    at now: Instant
  ) async throws {
    // Whatever others have set, a program that sets up an office sets it anew.
    let draft = SettingDraft(values: [(.month, month.iso)], seen: .max)
    _ = try await SettingService(database: database, ids: ids, actor: actor, now: now)
      .set(draft, of: employer, in: year)
  }
}

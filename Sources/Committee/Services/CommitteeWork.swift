package import Access
package import CivilTime
internal import Duties
package import Indicators
package import People
package import Plan
package import Store

/// 推進委員会の仕事 – does for a program what the committee's secretariat does on its pages, each act on its own day.
package struct CommitteeWork: Sendable {
  private let database: any SQLDatabase
  private let ids: RecordIDSource
  private let plan: CommitteePlan
  private let actor: Actor

  /// Works in the name of an actor, who is taken to be entitled.
  package init(database: any SQLDatabase, ids: RecordIDSource, indicators: [Indicator], actor: Actor) {
    self.database = database
    self.ids = ids
    plan = CommitteePlan(definitions: indicators.map(\.definition))
    self.actor = actor
  }

  /// Plans a meeting ten days ahead with its voices and items, holds it, and writes its minutes and answers in the
  /// week after.
  ///
  /// - Throws: ``PlanReadingError``; ``StoreError``; what a desk refuses, such as an owner who is not there.
  package func hold(_ sitting: CommitteeSitting) async throws {
    for voice in sitting.voices { try await hear(voice) }
    let id = try await planned(sitting, on: sitting.day.adding(days: -10))
    let desk = meetings(sitting.day)
    let own = try await items(of: id).suffix(sitting.items.count)
    for (item, tabled) in zip(own, sitting.items) {
      guard let resolution = tabled.resolution else { continue }
      try await desk.decide(resolution.text, order: resolution.order, under: item.id, of: id, once: nil)
    }
    try await desk.hold(id)
    _ = try await meetings(sitting.day.adding(days: 5)).write(sitting.minutes, seen: 0, to: id)
    for voice in sitting.voices { try await answer(voice, on: sitting.day.adding(days: 6)) }
  }

  /// Plans a meeting that is still to come.
  ///
  /// - Throws: ``PlanReadingError``; ``StoreError``.
  package func call(_ sitting: CommitteeSitting, on day: CivilDate) async throws {
    _ = try await planned(sitting, on: day)
  }

  /// Records a voice on the day on which it came.
  ///
  /// - Throws: ``PlanReadingError``; ``StoreError``.
  package func hear(_ voice: TabledVoice) async throws {
    try await voices(voice.entry.receivedOn).record(voice.entry, once: nil)
  }

  /// Sets the days of an employer's intensive period.
  ///
  /// - Throws: ``PlanReadingError``; ``StoreError``.
  package func setIntensivePeriod(
    _ days: ClosedRange<CivilDate>,
    title: String,
    of employer: RecordID<Employer>,
    in year: FiscalYear,
    on day: CivilDate
  ) async throws {
    try await intensive(day).setDays(days, title: title, of: employer, in: year)
  }

  /// Adds something that an employer does in its intensive period.
  ///
  /// - Throws: ``PlanReadingError``; ``StoreError``; what the desk refuses, such as an unknown measure.
  package func addIntensiveAction(
    _ title: String,
    note: String,
    measure: MeasureID,
    of employer: RecordID<Employer>,
    in year: FiscalYear,
    on day: CivilDate
  ) async throws {
    try await intensive(day).add(title, note: note, measure: measure, of: employer, in: year, once: nil)
  }
}

extension CommitteeWork {
  private func planned(_ sitting: CommitteeSitting, on day: CivilDate) async throws -> RecordID<Meeting> {
    let desk = meetings(day)
    let id = try await desk.plan(day: sitting.day, title: sitting.title, place: sitting.place, once: nil)
    let proposals = try await unanswered(sitting.voices, on: day).map { voice in
      AgendaProposal(origin: .voice, key: "\(voice.id)", title: voice.theme)
    }
    if !proposals.isEmpty { try await desk.add(proposals, own: nil, note: "", to: id, once: nil) }
    for item in sitting.items { try await desk.add([], own: item.title, note: "", to: id, once: nil) }
    return id
  }

  private func answer(_ voice: TabledVoice, on day: CivilDate) async throws {
    guard let answer = voice.answer else { return }
    for known in try await unanswered([voice], on: day) {
      _ = try await voices(day).answer(known.id, answer.text, answer.outcome, seen: 0)
    }
  }

  /// The recorded voices behind those that are told.
  private func unanswered(_ told: [TabledVoice], on day: CivilDate) async throws -> [Voice] {
    let plan = plan
    let open = try await database.read { connection in
      let code = try plan.version(for: day.fiscalYear, on: connection).plan.code
      return try VoiceRecords.unanswered(of: code, on: connection)
    }
    return open.filter { voice in
      told.contains { one in
        one.entry.receivedOn == voice.receivedOn && one.entry.theme.utf8.elementsEqual(voice.theme.utf8)
      }
    }
  }

  private func items(of id: RecordID<Meeting>) async throws -> [AgendaItem] {
    try await database.read { connection in try MeetingRecords.items(of: id, on: connection) }
  }

  private func meetings(_ day: CivilDate) -> MeetingDesk {
    MeetingDesk(database: database, ids: ids, plan: plan, actor: actor, now: Self.afternoon(day))
  }

  private func voices(_ day: CivilDate) -> VoiceDesk {
    VoiceDesk(database: database, ids: ids, plan: plan, actor: actor, now: Self.afternoon(day))
  }

  private func intensive(_ day: CivilDate) -> IntensiveDesk {
    IntensiveDesk(database: database, ids: ids, plan: plan, actor: actor, now: Self.afternoon(day))
  }

  private static func afternoon(_ day: CivilDate) -> Instant {
    OfficeZone.instant(on: day, at: .midnight).adding(seconds: 16 * 3600)
  }
}

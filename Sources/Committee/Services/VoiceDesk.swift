internal import Access
internal import CivilTime
internal import Journal
internal import People
internal import Plan
internal import Store

/// 声の受付: records voices without anybody's name, and answers them; no answer is written over.
struct VoiceDesk: CommitteeDesk {
  let database: any SQLDatabase
  let ids: RecordIDSource
  let plan: CommitteePlan
  let actor: Actor
  let now: Instant

  /// A voice as it was entered.
  struct Entry: Sendable {
    let receivedOn: CivilDate
    let employer: RecordID<Employer>
    let unit: RecordID<OrganizationUnit>?
    let origin: VoiceOrigin
    let theme: String
    let text: String

    /// All by which it differs from other voices.
    fileprivate var parts: [String] {
      [receivedOn.iso, "\(employer)", unit.map { "\($0)" } ?? "", origin.rawValue, theme, text]
    }
  }

  /// - Throws: ``OnceAct/Refusal``; ``PlanReadingError``; ``StoreError`` from the engine.
  func record(_ entered: Entry, once: String?) async throws {
    let id: RecordID<Voice> = ids.next()
    let entry: RecordID<JournalEntry> = ids.next()
    let act = OnceAct(CommitteeKinds.voiceRecorded, entered.parts)
    try await database.write { connection in
      if try known(act, once, on: connection) as RecordID<Voice>? != nil { return }
      let code = try plan.version(for: today.fiscalYear, on: connection).plan.code
      let voice = Voice(
        id: id,
        receivedOn: entered.receivedOn,
        employer: entered.employer,
        unit: entered.unit,
        origin: entered.origin,
        theme: entered.theme,
        text: entered.text,
        answer: nil
      )
      let account = actor.account.number
      try VoiceRecords.append(voice, plan: code, at: now, account: account, on: connection)
      try journal(entry, CommitteeKinds.voiceRecorded, [("voice", "\(id)")], on: connection)
      try remember(id, of: act, once, on: connection)
    }
  }

  /// Answers a voice beside the answer that was there; false when somebody else has answered since `seen`.
  ///
  /// - Throws: ``CommitteeRefusal``; ``PlanReadingError``; ``StoreError`` from the engine.
  func answer(
    _ id: RecordID<Voice>,
    _ text: String,
    _ outcome: VoiceOutcome,
    seen: Int
  ) async throws -> Bool {
    let entry: RecordID<JournalEntry> = ids.next()
    do {
      return try await database.write { connection in
        let code = try plan.version(for: today.fiscalYear, on: connection).plan.code
        guard let voice = try VoiceRecords.voice(id, of: code, on: connection) else {
          throw CommitteeRefusal.notFound
        }
        guard voice.answer?.revision ?? 0 == seen else {
          return voice.answer.map { $0.text.utf8.elementsEqual(text.utf8) && $0.outcome == outcome } ?? false
        }
        let answer = VoiceAnswer(revision: seen + 1, text: text, outcome: outcome, answeredOn: today)
        let account = actor.account.number
        try VoiceRecords.append(answer, to: id, at: now, account: account, on: connection)
        let payload: [(StaticString, String)] = [
          ("voice", "\(id)"), ("revision", "\(seen + 1)"), ("outcome", outcome.rawValue),
        ]
        try journal(entry, CommitteeKinds.voiceAnswered, payload, on: connection)
        return true
      }
    } catch StoreError.unique {
      return false
    }
  }
}

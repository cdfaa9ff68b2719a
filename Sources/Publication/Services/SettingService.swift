internal import Access
internal import CivilTime
internal import Journal
internal import People
internal import Store

/// 公表の設定の変更 – writes what an employer decides; the words stand in the setting alone, not in the journal.
struct SettingService: Sendable {
  let database: any SQLDatabase
  let ids: RecordIDSource

  /// Writes those of the values that differ from what holds in the year; answers how many did.
  @discardableResult
  func set(
    _ values: [(PublicationSetting, String)],
    of employer: RecordID<Employer>,
    in year: FiscalYear,
    by actor: Actor,
    at now: Instant
  ) async throws -> Int {
    let changes = values.map { setting, value in
      SettingRecords.Change(id: ids.next(), employer: employer, year: year, setting: setting, value: value)
    }
    let entries = values.map { _ in ids.next(JournalEntry.self) }
    let account = actor.account.number
    return try await database.write { connection in
      let held = try SettingRecords.settings(in: year, on: connection)[employer] ?? EmployerSettings([:])
      var changed = 0
      for (change, entry) in zip(changes, entries)
      where !(held[change.setting] ?? "").utf8.elementsEqual(change.value.utf8) {
        changed += 1
        try SettingRecords.insert(change, at: now, by: account, on: connection)
        let payload: [(StaticString, String)] = [
          ("employer", "\(employer)"), ("year", "\(year.startYear)"), ("setting", change.setting.name),
        ]
        try JournalRecords.append(
          JournalEntry(
            id: entry,
            at: now,
            actor: .account(account),
            kind: PublicationKinds.settingChanged,
            payload: JournalPayload(payload)
          ),
          on: connection
        )
      }
      return changed
    }
  }
}

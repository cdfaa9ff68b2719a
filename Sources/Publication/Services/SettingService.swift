internal import Access
internal import CivilTime
internal import DisclosureRules
internal import Journal
internal import People
internal import Store

/// What somebody wants an employer to have set, and which settings they had before them.
struct SettingDraft: Sendable {
  let values: [(PublicationSetting, String)]
  /// The last change that the form was drawn from; 0 where nothing was set.
  let seen: Int64
}

/// A setting as somebody has changed it.
struct SettingChange: Sendable, Hashable {
  let value: String
  let at: Instant
  /// The name of the account.
  let by: String
}

/// What came of setting.
enum SettingOutcome: Sendable {
  /// So many settings were changed.
  case written(Int)
  /// Others have set something else meanwhile; nothing was written, and this is what they have set.
  case overtaken([(PublicationSetting, SettingChange)])
}

/// 公表の設定の変更 – writes what an employer decides; the words stand in the setting alone, not in the journal.
///
/// Nobody's setting is written over by somebody who has not seen it.
struct SettingService: Sendable {
  let database: any SQLDatabase
  let ids: RecordIDSource
  let actor: Actor
  let now: Instant

  /// Writes those of the values that differ from what holds in the year.
  func set(
    _ draft: SettingDraft,
    of employer: RecordID<Employer>,
    in year: FiscalYear
  ) async throws -> SettingOutcome {
    let rows = draft.values.map { value in Row(employer: employer, year: year, value: value, ids: ids) }
    return try await database.write { connection in
      let held = try SettingRecords.settings(in: year, on: connection)[employer] ?? EmployerSettings([:])
      let before = try SettingRecords.settings(in: year, through: draft.seen, on: connection)[employer]
      // What somebody has left as it was is not theirs to hold against others.
      let changed = rows.filter { row in
        !row.isHeld(by: held) && !row.isHeld(by: before ?? EmployerSettings([:]))
      }
      let others = try SettingRecords.changes(of: employer, in: year, after: draft.seen, on: connection)
      let overtaken = changed.compactMap { row in
        others[row.change.setting.name].map { (row.change.setting, $0) }
      }
      guard overtaken.isEmpty else { return .overtaken(overtaken) }
      for row in changed { try write(row, on: connection) }
      return .written(changed.count)
    }
  }

  /// Publishes one figure of the pay gap though it tells of few, or takes that back; answers whether the figure is
  /// still the one that is shown in the year.
  func release(
    _ row: PayGapRow,
    named name: String,
    isReleased: Bool,
    of employer: RecordID<Employer>,
    in year: FiscalYear
  ) async throws -> Bool {
    let (id, entry) = (ids.next(EmployerSettings.self), ids.next(JournalEntry.self))
    return try await database.write { connection in
      guard let payGap = try PayGapRecords.shown(in: year, on: connection)[employer]?.shown,
        let figure = payGap.figure(row), payGap.releaseName(of: figure).utf8.elementsEqual(name.utf8)
      else { return false }
      // Decided for the year of the pay: pages of all years that show this figure show it alike.
      let change = SettingRecords.Change(
        id: id,
        employer: employer,
        year: payGap.year,
        setting: .payGapRelease(row),
        value: isReleased ? name : ""
      )
      let row = Row(change: change, entry: entry)
      let held = try SettingRecords.settings(in: payGap.year, on: connection)[employer]
      if !row.isHeld(by: held ?? EmployerSettings([:])) { try write(row, on: connection) }
      return true
    }
  }

  private func write(_ row: Row, on connection: any SQLConnection) throws {
    let (change, account) = (row.change, actor.account.number)
    try SettingRecords.insert(change, at: now, by: account, on: connection)
    let payload: [(StaticString, String)] = [
      ("employer", "\(change.employer)"), ("year", "\(change.year.startYear)"),
      ("setting", change.setting.name),
    ]
    try JournalRecords.append(
      JournalEntry(
        id: row.entry,
        at: now,
        actor: .account(account),
        kind: PublicationKinds.settingChanged,
        payload: JournalPayload(payload)
      ),
      on: connection
    )
  }

  /// A setting with the journal entry that tells of it.
  fileprivate struct Row: Sendable {
    let change: SettingRecords.Change
    let entry: RecordID<JournalEntry>

    func isHeld(by settings: EmployerSettings) -> Bool {
      settings.entry(change.setting).utf8.elementsEqual(change.value.utf8)
    }
  }
}

extension SettingService.Row {
  fileprivate init(
    employer: RecordID<Employer>,
    year: FiscalYear,
    value: (PublicationSetting, String),
    ids: RecordIDSource
  ) {
    self.init(
      change: SettingRecords.Change(
        id: ids.next(),
        employer: employer,
        year: year,
        setting: value.0,
        value: value.1
      ),
      entry: ids.next()
    )
  }
}

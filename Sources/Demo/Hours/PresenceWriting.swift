internal import CivilTime
internal import People
internal import PresenceLogs
internal import Store

/// Writes what PCs saw of the days of the last months.
struct PresenceWriting: Sendable {
  let office: DemoOffice

  /// Writes some people's month; answers how many days of PCs there were.
  func write(_ records: MonthRecords, _ month: DemoMonth, on connection: any SQLConnection) throws -> Int {
    let draft = PresenceDrawing(office: office).draw(records, month)
    let ministry = office.identities.employer(.ministry)
    try PresenceBulk.insert(draft.strips, of: ministry, on: connection)
    try PresenceBulk.insert(draft.reasons, ids: office.ids, on: connection)
    return draft.strips.count
  }

  /// Records the file of a month, whose days hold four events each.
  func writeImport(of month: YearMonth, strips: Int, on connection: any SQLConnection) throws {
    var chance = Chance(seed: office.seed, .presence, -1, month.index)
    try PresenceBulk.insertImport(
      file: "pc-log-\(month.iso).csv",
      digest: (0..<32).map { _ in UInt8(chance.below(256)) },
      rows: strips * 4,
      ids: office.ids,
      at: office.moment(month.lastDay.adding(days: 1), 420),
      on: connection
    )
  }
}

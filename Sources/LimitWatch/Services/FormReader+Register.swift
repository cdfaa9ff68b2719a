internal import CivilTime
internal import People
internal import Site
internal import Store

extension FormReader {
  /// A date that may be left out.
  mutating func optionalDate(_ field: String, label: String) -> CivilDate? {
    optionalText(field, label: label) == nil ? nil : date(field, label: label)
  }

  /// The first day of a period, within the time of a unit that stands no more.
  mutating func beginning(_ field: String, ofUnitUntil lastDay: CivilDate?) -> CivilDate? {
    let from = date(field, label: "開始日")
    guard let from, let lastDay, lastDay < from else { return from }
    add(field, "この組織は\(lastDay.japaneseShort)に廃止されました。開始日をその日以前にしてください。")
    return nil
  }

  /// One of the records that the form offers.
  mutating func offered<Entity>(
    _ field: String,
    label: String,
    among ids: some Sequence<RecordID<Entity>>
  ) -> RecordID<Entity>? {
    let chosen = fields.first(field).flatMap { RecordID<Entity>(text: $0) }
    if let chosen, ids.contains(chosen) { return chosen }
    add(field, "\(label)を選んでください。")
    return nil
  }

  /// The last day of a period, which may be left open.
  mutating func end(_ field: String, label: String, from: CivilDate?) -> CivilDate? {
    let end = optionalDate(field, label: label)
    guard let end, let from, end < from else { return end }
    add(field, "\(label)を開始日（\(from.japaneseShort)）以後にしてください。")
    return nil
  }
}

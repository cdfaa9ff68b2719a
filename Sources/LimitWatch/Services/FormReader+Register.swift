internal import CivilTime
internal import People
internal import Site
internal import Store

extension FormReader {
  /// A date that may be left out.
  mutating func optionalDate(_ field: String, label: String) -> CivilDate? {
    optionalText(field, label: label) == nil ? nil : date(field, label: label)
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

internal import Store

/// A value that an import replaced, kept beside the new one.
struct PeopleChange: Sendable {
  let record: Int64
  let field: String
  let old: String?
  let new: String?
}

/// What imports have changed: nothing is overwritten without a trace.
enum PeopleChangeRecords {
  static func insert(
    _ changes: [PeopleChange],
    receipt: RecordID<ImportReceipt>,
    on connection: any SQLConnection
  ) throws {
    try connection.insert(
      into: "people_change",
      columns: ["receipt", "record", "field", "old_value", "new_value"],
      rows: changes.map { change in
        [
          receipt.sqlValue, change.record.sqlValue, change.field.sqlValue,
          change.old?.sqlValue ?? .null, change.new?.sqlValue ?? .null,
        ]
      }
    )
  }
}

internal import CivilTime
internal import FoundationEssentials
internal import Store

/// Reads and appends mappings; the newest of a name counts, and all stay.
enum LogMappingRecords {
  /// The built-in mappings and those that were set up, by name.
  static func all(on connection: any SQLConnection) throws -> [LogMapping] {
    var mappings: [LogMapping] = []
    try connection.readRows(
      """
      SELECT m.definition FROM log_mapping m
      WHERE NOT EXISTS (SELECT 1 FROM log_mapping n WHERE n.name = m.name AND n.id > m.id) ORDER BY m.id
      """
    ) { row in mappings.append(try mapping(row.value(0))) }
    return LogMapping.builtIn + mappings
  }

  static func mapping(named name: String, on connection: any SQLConnection) throws -> LogMapping? {
    try all(on: connection).first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  static func append(
    _ mapping: LogMapping,
    id: RecordID<LogMapping>,
    at now: Instant,
    account: Int64,
    on connection: any SQLConnection
  ) throws {
    let definition = try definition(of: mapping)
    try connection.execute(
      """
      INSERT INTO log_mapping (id, name, definition, at, by_account)
      VALUES (\(id), \(mapping.name), \(definition), \(now), \(account))
      """
    )
  }

  /// The mapping as text, the same for the same mapping.
  static func definition(of mapping: LogMapping) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(mapping), as: UTF8.self)
  }

  private static func mapping(_ definition: String) throws -> LogMapping {
    try JSONDecoder().decode(LogMapping.self, from: Data(definition.utf8))
  }
}

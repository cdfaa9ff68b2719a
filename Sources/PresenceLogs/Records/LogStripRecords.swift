internal import CivilTime
internal import People
internal import Store

/// Reads and merges days of devices.
///
/// Whoever reads has shown that the people are within reach.
enum LogStripRecords {
  private static let portion = 500
  /// How many rows one statement writes; a full one is the same text each time.
  private static let together = 200

  /// The days of some people, by device and day.
  static func strips(
    of employees: some Collection<RecordID<Employee>>,
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: [LogStrip]] {
    let strips = try connection.rows(
      """
      SELECT employee, day, device, marks, doubts FROM log_strip
      WHERE employee IN (\(list: employees)) AND day BETWEEN \(days.lowerBound) AND \(days.upperBound)
      ORDER BY employee, day, device
      """,
      strip
    )
    return Dictionary(grouping: strips, by: \.key.employee)
  }

  /// Adds marks to what stands; marks that stand already change nothing.
  static func merge(_ folded: [LogStrip.Key: LogBatch.Folded], on connection: any SQLConnection) throws {
    let standing = try standing(folded.keys, on: connection)
    var changed: [LogStrip] = []
    for (key, fold) in folded.sorted(by: { $0.key < $1.key }) {
      let known = standing[key]
      var marks = DayMarks(fold.marks)
      if let known { marks.formUnion(known.marks) }
      let merged = LogStrip(key: key, marks: marks, doubts: fold.doubts.union(known?.doubts ?? []))
      if merged != known { changed.append(merged) }
    }
    for start in stride(from: 0, to: changed.count, by: together) {
      try write(changed[start..<min(start + together, changed.count)], on: connection)
    }
  }

  private static func write(_ strips: ArraySlice<LogStrip>, on connection: any SQLConnection) throws {
    let rows = strips.map { strip -> SQLText in
      """
      (\(strip.key.employee), \(strip.key.day), \(strip.key.device), \(strip.marks), \(strip.doubts))
      """
    }
    try connection.execute(
      """
      INSERT INTO log_strip (employee, day, device, marks, doubts)
      VALUES \(fragment: .joined(rows, separator: ", "))
      ON CONFLICT (employee, day, device) DO UPDATE SET marks = excluded.marks, doubts = excluded.doubts
      """
    )
  }

  /// The rows of just these keys; asked for by day or by person, whichever there are fewer of.
  private static func standing(
    _ keys: some Collection<LogStrip.Key>,
    on connection: any SQLConnection
  ) throws -> [LogStrip.Key: LogStrip] {
    let byDay = Dictionary(grouping: keys, by: \.day)
    let byEmployee = Dictionary(grouping: keys, by: \.employee)
    var found: [LogStrip.Key: LogStrip] = [:]
    func add(_ condition: SQLText) throws {
      try connection.readRows(
        "SELECT employee, day, device, marks, doubts FROM log_strip WHERE \(fragment: condition)"
      ) { row in
        let strip = try strip(row)
        found[strip.key] = strip
      }
    }
    if byDay.count <= byEmployee.count {
      for (day, keys) in byDay {
        try inPortions(Array(Set(keys.map(\.employee)))) {
          try add("employee IN (\(list: $0)) AND day = \(day)")
        }
      }
    } else {
      for (employee, keys) in byEmployee {
        try inPortions(Array(Set(keys.map(\.day)))) {
          try add("employee = \(employee) AND day IN (\(list: $0))")
        }
      }
    }
    return found
  }

  private static func inPortions<Value>(
    _ values: [Value],
    _ body: (ArraySlice<Value>) throws -> Void
  ) rethrows {
    for start in stride(from: 0, to: values.count, by: portion) {
      try body(values[start..<min(start + portion, values.count)])
    }
  }

  private static func strip(_ row: SQLRow) throws -> LogStrip {
    LogStrip(
      key: LogStrip.Key(employee: try row.value(0), day: try row.value(1), device: try row.value(2)),
      marks: try row.value(3),
      doubts: try row.value(4)
    )
  }
}

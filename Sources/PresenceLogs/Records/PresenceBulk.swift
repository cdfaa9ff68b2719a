package import CivilTime
package import People
package import Store

/// Many days of PC logs at once, for the demo, into a database that has none of these days.
package enum PresenceBulk: Sendable {
  /// One device's calendar day.
  package struct Strip: Sendable, Hashable {
    let employee: RecordID<Employee>
    let day: CivilDate
    let device: String
    let marks: [LogMark]

    /// A day on which the device was used during some stretches, in minutes of the day from 0 to 1439.
    package init(
      of employee: RecordID<Employee>,
      on day: CivilDate,
      device: String,
      used: [ClosedRange<Int>]
    ) {
      self.employee = employee
      self.day = day
      self.device = device
      marks = used.flatMap { stretch in
        [LogMark(.on, minuteOfDay: stretch.lowerBound), LogMark(.off, minuteOfDay: stretch.upperBound)]
      }
    }
  }

  /// Why presence went beyond a claim.
  package struct Reason: Sendable {
    let employee: RecordID<Employee>
    let date: CivilDate
    let code: GapReason.Code
    let gap: Minutes
    let at: Instant
    let account: Int64

    /// A reason that the person gave.
    package init(
      of employee: RecordID<Employee>,
      on date: CivilDate,
      _ code: GapReason.Code,
      gap: Minutes,
      at: Instant,
      by account: Int64
    ) {
      self.employee = employee
      self.date = date
      self.code = code
      self.gap = gap
      self.at = at
      self.account = account
    }
  }

  /// Appends strips of one employer's staff, and that the log covers these people and days.
  package static func insert(
    _ strips: [Strip],
    of employer: RecordID<Employer>,
    on connection: any SQLConnection
  ) throws {
    var seen = LogCoverage.Seen()
    for strip in strips { seen.add(strip.employee, of: employer, on: strip.day) }
    try connection.insert(
      into: "log_strip",
      columns: ["employee", "day", "device", "marks", "doubts"],
      rows: strips.map { strip in
        [
          strip.employee.sqlValue, strip.day.sqlValue, strip.device.sqlValue,
          DayMarks(strip.marks).sqlValue, ClockDoubts().sqlValue,
        ]
      }
    )
    try LogCoverageRecords.widen(seen, source: source.name, on: connection)
  }

  /// The log system that the strips come from.
  private static let source = LogMapping.builtIn[0]

  /// Records that a file was read from the first row to the last.
  package static func insertImport(
    file: String,
    digest: [UInt8],
    rows: Int,
    ids: RecordIDSource,
    at now: Instant,
    on connection: any SQLConnection
  ) throws {
    var progress = LogProgress()
    let new = LogImport(
      id: ids.next(),
      mapping: source.name,
      file: file,
      startedAt: now,
      updatedAt: now,
      finishedAt: nil,
      progress: progress
    )
    try LogImportRecords.insert(new, digest: digest, on: connection)
    progress.rows = rows
    progress.events = rows
    _ = try LogImportRecords.advance(new.id, from: 0, to: progress, finishedAt: now, at: now, on: connection)
  }

  /// Appends reasons.
  package static func insert(
    _ reasons: [Reason],
    ids: RecordIDSource,
    on connection: any SQLConnection
  ) throws {
    try connection.insert(
      into: "gap_reason",
      columns: ["id", "employee", "work_date", "code", "words", "gap_minutes", "at", "by_account"],
      rows: reasons.map { row in
        [
          ids.next(GapReason.self).sqlValue, row.employee.sqlValue, row.date.sqlValue, row.code.sqlValue,
          .null, row.gap.sqlValue, row.at.sqlValue, row.account.sqlValue,
        ]
      }
    )
  }
}

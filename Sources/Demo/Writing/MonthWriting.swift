internal import CivilTime
internal import Journal
internal import People
internal import Store
internal import WorkingTime

/// Writes the records of one month in one transaction, some hundred people at a time.
struct MonthWriting: Sendable {
  /// How many records a month brought.
  struct Count: Sendable {
    var punches = 0
    var overtimeDays = 0
  }

  let drawing: MonthDrawing
  let office: DemoOffice

  private static let batch = 500

  func write(_ month: DemoMonth, to database: any SQLDatabase) async throws -> Count {
    let entry: RecordID<JournalEntry> = office.ids.next()
    // Cards are read on the morning after the month; those of the newest month have just been read.
    let read = OfficeZone.instant(on: month.month.lastDay.adding(days: 1), at: .midnight)
    let recordedAt = min(read, office.now)
    let isRecent = office.recentMonths.contains(month.month)
    let isLogged = office.loggedMonths.contains(month.month)
    return try await database.write { connection in
      var count = Count()
      var strips = 0
      let people = drawing.staff.people.count
      for start in stride(from: 0, to: people, by: Self.batch) {
        var records = MonthRecords()
        for index in start..<min(start + Self.batch, people) {
          drawing.draw(index, month, id: office.identities.people[index], into: &records)
        }
        try WorkingTimeBulk.insertPunches(
          records.punches,
          ids: office.ids,
          at: recordedAt,
          on: connection
        )
        if isRecent {
          try OrderWriting(office: office).write(records, in: month.month, on: connection)
        } else {
          try WorkingTimeBulk.insertOvertime(
            records.overtime,
            ids: office.ids,
            at: recordedAt,
            on: connection
          )
        }
        if isLogged {
          strips += try PresenceWriting(office: office).write(records, month, on: connection)
        }
        count.punches += records.punches.count
        count.overtimeDays += records.overtime.count
      }
      if isLogged {
        try PresenceWriting(office: office).writeImport(of: month.month, strips: strips, on: connection)
      }
      try JournalRecords.append(imported(month, count, id: entry), on: connection)
      return count
    }
  }

  private func imported(_ month: DemoMonth, _ count: Count, id: RecordID<JournalEntry>) -> JournalEntry {
    JournalEntry(
      id: id,
      at: office.now,
      actor: .commandLine,
      kind: DemoKinds.monthImported,
      payload: JournalPayload([
        ("month", month.month.iso), ("punches", "\(count.punches)"), ("overtime", "\(count.overtimeDays)"),
      ])
    )
  }
}

internal import Access
internal import CivilTime
internal import DelimitedText
internal import Duties
internal import Journal
internal import People
internal import Plan
internal import Store

/// What lies on the secretariat's desk.
struct DeskSheet: Sendable {
  let report: ReadReport
  let measures: [String: Waiting]
  /// The units in the order of the chart, with their names from the top; only those with something open.
  let units: [(unit: RecordID<OrganizationUnit>, path: String, waiting: Waiting)]
  let offices: [OwnerWaiting]
  let people: [OwnerWaiting]
  let latePeople: Int
  let names: [DutyOwner: String]
  let today: CivilDate

  /// How many people are listed; the rest stands in the file.
  static let mostPeople = 100
}

/// 事務局の机 – reads what is overdue, missing and old, and reminds.
struct DeskReading: Sendable {
  let reading: ReportReading
  let units: UnitShelf

  func sheet(of year: FiscalYear, today: CivilDate, on connection: any SQLConnection) throws -> DeskSheet {
    let report = try reading.report(of: year, from: .live, today: today, on: connection)
    let records = DeskRecords(plan: report.content.plan.code, year: year, today: today)
    let people = try records.latePeople(limit: DeskSheet.mostPeople, on: connection)
    let offices = try records.offices(on: connection)
    return DeskSheet(
      report: report,
      measures: try records.measures(on: connection),
      units: try sorted(records.units(on: connection), today: today, on: connection),
      offices: offices,
      people: people,
      latePeople: try records.latePeopleCount(on: connection),
      names: try DutyQuery.names(of: (people + offices).map(\.owner), on: connection),
      today: today
    )
  }

  /// In the order of the chart; units that are no longer in force come last.
  private func sorted(
    _ waiting: [RecordID<OrganizationUnit>: Waiting],
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [(unit: RecordID<OrganizationUnit>, path: String, waiting: Waiting)] {
    let tree = try units.tree(asOf: today, on: connection)
    let inForce = tree.ordered.compactMap { unit in
      waiting[unit.id].map { (unit: unit.id, path: tree.path(of: unit.id) ?? unit.name, waiting: $0) }
    }
    let gone = waiting.keys.filter { tree.unit($0) == nil }.sorted().compactMap { id in
      waiting[id].map { (unit: id, path: "廃止された組織", waiting: $0) }
    }
    return inForce + gone
  }

  /// Who has not done what, for a spreadsheet; the export leaves a journal entry.
  func file(
    _ year: FiscalYear,
    by actor: Actor,
    at now: Instant,
    ids: RecordIDSource,
    in database: any SQLDatabase
  ) async throws -> [UInt8] {
    let entry: RecordID<JournalEntry> = ids.next()
    let today = OfficeZone.date(of: now)
    let assembly = reading.assembly
    let rows = try await database.write { connection -> [[DelimitedField]] in
      let plan = try assembly.version(for: year, on: connection).plan
      let all = try DutyQuery.outstanding(year: year, today: today, on: connection)
        .filter { $0.plan.utf8.elementsEqual(plan.code.utf8) }
      let names = try DutyQuery.names(of: all.map(\.owner), on: connection)
      let employers = Dictionary(
        try EmployerRecords.all(on: connection).map { ($0.id, $0.code) },
        uniquingKeysWith: { one, _ in one }
      )
      try JournalRecords.append(
        JournalEntry(
          id: entry,
          at: now,
          actor: .account(actor.account.number),
          kind: FollowUpKinds.listed,
          payload: JournalPayload([("year", "\(year.startYear)"), ("rows", "\(all.count)")])
        ),
        on: connection
      )
      return all.map { row in
        [
          .value(row.measure),
          .freeText(MeasureID(row.measure).flatMap { plan.content(of: $0)?.title } ?? ""),
          .value(employers[row.employer] ?? ""), .freeText(names[row.owner] ?? ""), .value("\(row.open)"),
          .value("\(row.overdue)"), .value(row.nextDueOn.iso),
        ]
      }
    }
    var writer = try DelimitedWriter(style: .spreadsheet)
    writer.write(["measure", "title", "employer", "owner", "open", "overdue", "next_due_on"])
    for row in rows { writer.write(fields: row) }
    return writer.bytes
  }
}

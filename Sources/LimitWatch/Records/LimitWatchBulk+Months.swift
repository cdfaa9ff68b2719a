package import CivilTime
package import People
package import Store
internal import WorkingTime
internal import WorkingTimeRules

/// What follows from months beyond a limit: interviews and analyses.
extension LimitWatchBulk {
  /// Whose months of a fiscal year each unit has to account for, by month and person.
  package static func exceededMonths(
    in year: FiscalYear,
    through last: YearMonth,
    on connection: any SQLConnection
  ) throws -> [RecordID<OrganizationUnit>: [(employee: RecordID<Employee>, month: YearMonth)]] {
    let people = try connection.rows("SELECT id FROM employee") {
      try $0.value(0, as: RecordID<Employee>.self)
    }
    let places = try PrimaryPlaces(on: connection)
    let found = try LimitFindings.findings(of: Set(people), in: year, through: last, on: connection)
    var months: [RecordID<OrganizationUnit>: [(employee: RecordID<Employee>, month: YearMonth)]] = [:]
    for (employee, findings) in found {
      for month in Set(findings.map(\.month)) {
        guard let unit = places.place(of: employee, in: month)?.unit else { continue }
        months[unit, default: []].append((employee, month))
      }
    }
    return months.mapValues { $0.sorted { ($0.month, $0.employee) < ($1.month, $1.employee) } }
  }

  /// Enters a unit's analysis, with one factor for each month.
  package static func insert(
    analysisOf unit: RecordID<OrganizationUnit>,
    in year: FiscalYear,
    _ factors: [(employee: RecordID<Employee>, month: YearMonth, factor: OvertimeFactor)],
    staffing: String,
    measures: String,
    author: String,
    ids: RecordIDSource,
    _ stamp: Stamp,
    on connection: any SQLConnection
  ) throws {
    let shares = factors.map { row in
      (
        LimitAnalysis.PersonMonth(employee: row.employee, month: row.month),
        [LimitAnalysis.Share(factor: row.factor, minutes: nil)]
      )
    }
    let analysis = LimitAnalysis(
      unit: unit,
      year: year,
      revision: 1,
      isSubmitted: true,
      factors: Dictionary(shares) { first, _ in first },
      staffing: staffing,
      measures: measures,
      writtenAt: stamp.at,
      author: author
    )
    try LimitAnalysisRecords.insert(analysis, id: ids.next(), by: stamp.account, on: connection)
  }

  /// Enters what was done about the interviews of a month; `deeds` answers by whether one is owed.
  package static func recordInterviews(
    of people: Set<RecordID<Employee>>,
    in month: YearMonth,
    ids: RecordIDSource,
    _ stamp: Stamp,
    on connection: any SQLConnection,
    _ deeds: (_ isOwed: Bool) -> [(step: InterviewRecord.Step, on: CivilDate)]
  ) throws {
    let cases = try InterviewQuery.cases(in: month, of: people, on: connection)
    for (employee, one) in cases.sorted(by: { $0.key < $1.key }) {
      for deed in deeds(one.verdict.duty != .none) {
        let record = InterviewRecord(
          id: ids.next(),
          employee: employee,
          month: month,
          step: deed.step,
          doneOn: deed.on,
          exemption: deed.step == .exempt ? .examined : nil,
          recordedAt: stamp.at,
          isCancelled: false
        )
        try InterviewRecords.insert(record, by: stamp.account, on: connection)
      }
    }
  }
}

internal import CivilTime
internal import Journal
internal import People
internal import Schedules
public import Site
internal import Store

/// 割振りの変更による計算のし直し – counts claimed work anew when the hours of its day have changed.
///
/// What was claimed stays; where other minutes of the same times are overtime now, a claim of the same times with them
/// stands beside it, and the month's total follows. Of days that have passed a claim may only rise by this: to lower it
/// is to ask its owner.
public enum ClaimRecount: Sendable {
  /// What the house does when hours have changed.
  public static let follower = HoursFollower { change, connection in
    let today = OfficeZone.date(of: change.at)
    let last = OvertimeDeclaration.lastDay(asOf: today)
    let earliest = today.yearMonth.adding(months: -monthsBack).firstDay
    switch change.reach {
    case .person(let employee): try recount([employee], in: earliest...last, change, on: connection)
    case .everybody(let from):
      let first = max(from, earliest)
      var people = try claimants(from: first, on: connection)[...]
      while !people.isEmpty {
        try recount(Array(people.prefix(batch)), in: first...last, change, on: connection)
        people = people.dropFirst(batch)
      }
    }
  }

  /// How far back hours may be corrected: what a limit of this or the last fiscal year looks at.
  private static let monthsBack = 24

  /// How many people's claims are held at once.
  private static let batch = 500

  private static func claimants(
    from day: CivilDate,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>] {
    // To ask for each once would lead the engine through everybody's claims in the order of people.
    let claims = try connection.rows(
      """
      SELECT d.employee FROM overtime_declaration d
      WHERE d.work_date >= \(day) AND EXISTS (SELECT 1 FROM overtime_stretch s WHERE s.declaration = d.id)
      """
    ) { row in try row.value(0, as: RecordID<Employee>.self) }
    return Set(claims).sorted()
  }

  private static func recount(
    _ employees: [RecordID<Employee>],
    in days: ClosedRange<CivilDate>,
    _ change: HoursFollower.Change,
    on connection: any SQLConnection
  ) throws {
    let declared = try OvertimeRecords.declarations(of: employees, in: days, on: connection)
    guard !declared.isEmpty else { return }
    let around = days.lowerBound...days.upperBound.adding(days: 1)
    let allotments = try AllotmentRecords.allotments(of: Array(declared.keys), in: around, on: connection)
    for (employee, declarations) in declared.sorted(by: { $0.key < $1.key }) {
      guard let allotments = allotments[employee] else { continue }
      let newest = Dictionary(declarations.map { ($0.date, $0) }, uniquingKeysWith: { _, newest in newest })
      let changed = newest.values.sorted { $0.date < $1.date }.compactMap {
        recounted($0, allotments, change, today: OfficeZone.date(of: change.at))
      }
      guard !changed.isEmpty else { continue }
      for claim in changed { try OvertimeRecords.insert(claim, of: employee, on: connection) }
      for month in Set(changed.map(\.date.yearMonth)).sorted() {
        try MonthTotalling.refresh(employee, month, on: connection)
      }
      try journal(employee, changed.count, change, on: connection)
    }
  }

  /// The same times with what is overtime of them now; nil where nothing is to be counted otherwise.
  private static func recounted(
    _ claim: OvertimeDeclaration,
    _ allotments: Allotments,
    _ change: HoursFollower.Change,
    today: CivilDate
  ) -> OvertimeDeclaration? {
    guard case .stretches(let worked, let counted) = claim.amount else { return nil }
    let next = claim.date.adding(days: 1)
    let overtime = worked.outside(allotments[claim.date].hours, next: allotments[next].hours)
    guard overtime > counted || (overtime < counted && claim.date >= today) else { return nil }
    return OvertimeDeclaration(
      id: change.ids.next(),
      date: claim.date,
      amount: .stretches(worked, overtime: overtime),
      isSpecial: claim.isSpecial,
      reason: claim.reason,
      recordedAt: change.at,
      recordedBy: change.account
    )
  }

  private static func journal(
    _ employee: RecordID<Employee>,
    _ claims: Int,
    _ change: HoursFollower.Change,
    on connection: any SQLConnection
  ) throws {
    try JournalRecords.append(
      JournalEntry(
        id: change.ids.next(),
        at: change.at,
        actor: .account(change.account),
        kind: WorkingTimeKinds.overtimeRecounted,
        employee: employee,
        unit: nil as RecordID<OrganizationUnit>?,
        payload: JournalPayload([("claims", "\(claims)")])
      ),
      on: connection
    )
  }
}

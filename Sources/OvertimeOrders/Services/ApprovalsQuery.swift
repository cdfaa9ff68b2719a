internal import CivilTime
internal import People
internal import Store
internal import WorkingTime
internal import WorkingTimeRules

/// Reads what waits for a superior, and what was decided lately.
struct ApprovalsQuery: Sendable {
  let subordinates: Subordinates
  let tree: UnitTree
  let protections: ProtectionQuestion

  /// How far back late claims and forgotten requests are looked for, in days.
  static let lookBack = 400

  private var today: CivilDate { tree.date }
  private var windowStart: CivilDate { today.yearMonth.adding(months: -1).firstDay }
  private var windowEnd: CivilDate { OvertimeDeclaration.lastDay(asOf: today) }

  /// The earliest due first.
  func waiting(on connection: any SQLConnection) throws -> [ApprovalItem] {
    let ids = subordinates.ids
    guard !ids.isEmpty else { return [] }
    let oldest = today.adding(days: -Self.lookBack)
    let requests = try RequestReading.counted(
      RequestRecords.undecided(of: ids, since: oldest, on: connection),
      on: connection
    )
    let first = min(windowStart, requests.first?.date.yearMonth.firstDay ?? windowStart)
    let span = first...max(windowEnd, requests.last?.date ?? windowEnd)
    var days = try DayOrdersQuery.days(of: ids, in: span, on: connection)
    try readLate(into: &days, before: first, on: connection)
    let outlooks = try OrderOutlooks(of: ids, in: oldest...span.upperBound, days, protections, on: connection)
    let items = requests.compactMap { item($0, outlooks) } + claims(in: days, outlooks)
    return items.sorted { ($0.due, $0.date, $0.key) < ($1.due, $1.date, $1.key) }
  }

  /// What superiors did in the last 31 days, the newest first.
  func done(on connection: any SQLConnection) throws -> [ApprovalDone] {
    let ids = subordinates.ids
    let days = try DayOrdersQuery.days(of: ids, in: windowStart...windowEnd, on: connection)
    let since = OfficeZone.instant(on: today.adding(days: -31), at: .midnight)
    var found: [ApprovalDone] = []
    for person in subordinates.people {
      for day in (days[person.id] ?? [:]).values {
        found += day.requests.compactMap { request in request.decision.map { done(person, request, $0) } }
        found += day.confirmations.filter { $0.capacity != .owner }.map { done(person, $0) }
      }
    }
    return found.filter { $0.at >= since }.sorted { ($1.at, $0.date) < ($0.at, $1.date) }
  }

  private func item(_ request: OvertimeRequest, _ outlooks: OrderOutlooks) -> ApprovalItem? {
    subordinates[request.employee].map { person in
      let subject = OrderOutlooks.Subject(
        employee: request.employee,
        date: request.date,
        amount: request.amount,
        isSpecial: request.isSpecial,
        request: request.id,
        isCounted: false
      )
      return ApprovalItem(
        subject: .request(request),
        person: person,
        unitName: unitName(person),
        warnings: outlooks.warnings(subject)
      )
    }
  }

  private func claims(
    in days: [RecordID<Employee>: DayOrdersQuery.Days],
    _ outlooks: OrderOutlooks
  ) -> [ApprovalItem] {
    subordinates.people.flatMap { person in
      (days[person.id] ?? [:]).values.compactMap { day -> ApprovalItem? in
        guard day.claimState == .waiting, let claim = day.claim else { return nil }
        let subject = OrderOutlooks.Subject(
          employee: person.id,
          date: day.date,
          amount: claim.amount,
          isSpecial: claim.isSpecial,
          request: nil,
          isCounted: true
        )
        let answer = day.thread.last { $0.step == .answered }
        return ApprovalItem(
          subject: .claim(claim, ordered: day.ordered, question: answer?.words),
          person: person,
          unitName: unitName(person),
          warnings: outlooks.warnings(subject)
        )
      }
    }
  }

  /// Reads the days of late claims a month at a time, however many there are.
  private func readLate(
    into days: inout [RecordID<Employee>: DayOrdersQuery.Days],
    before first: CivilDate,
    on connection: any SQLConnection
  ) throws {
    let late = Dictionary(grouping: try lateClaims(before: first, on: connection)) { $0.date.yearMonth }
    for (month, claims) in late {
      let people = Set(claims.map(\.employee)).sorted()
      let read = try DayOrdersQuery.days(of: people, in: month.days, on: connection)
      for (employee, date) in claims { days[employee, default: [:]][date] = read[employee]?[date] }
    }
  }

  /// Days before the window whose newest claim nobody has confirmed and no order covers: late truth is never lost.
  private func lateClaims(
    before first: CivilDate,
    on connection: any SQLConnection
  ) throws -> [(employee: RecordID<Employee>, date: CivilDate)] {
    // Left out is only what one order surely covers: all of the work, none of it at night. Whoever reads the whole day
    // judges the rest.
    try connection.rows(
      """
      SELECT d.employee, d.work_date FROM overtime_declaration d
      WHERE d.employee IN (\(list: subordinates.ids))
      AND d.work_date >= \(today.adding(days: -Self.lookBack)) AND d.work_date < \(first)
      AND d.recorded_by IS NOT NULL
      AND (d.minutes > 0 OR EXISTS (SELECT 1 FROM overtime_stretch s WHERE s.declaration = d.id))
      AND NOT EXISTS (SELECT 1 FROM overtime_declaration n WHERE n.employee = d.employee
        AND n.work_date = d.work_date AND n.id > d.id)
      AND NOT EXISTS (SELECT 1 FROM claim_confirmation c WHERE c.declaration = d.id AND c.step = 'confirmed')
      AND NOT EXISTS (SELECT 1 FROM overtime_request r JOIN overtime_decision o ON o.request = r.id
        WHERE r.employee = d.employee AND r.work_date = d.work_date AND d.minutes > 0 AND o.minutes >= d.minutes
        AND (SELECT COALESCE(SUM(s.to_minute - s.from_minute), 0) FROM overtime_stretch s
          WHERE s.declaration = d.id) <= o.minutes
        AND NOT EXISTS (SELECT 1 FROM overtime_request e JOIN overtime_decision f ON f.request = e.id
          WHERE e.employee = r.employee AND e.work_date = r.work_date AND e.id <> r.id AND f.minutes IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM overtime_stretch s WHERE s.declaration = d.id
          AND (s.from_minute < \(PayFigures.nightEnd.count) OR s.to_minute > \(PayFigures.nightStart.count))))
      """
    ) { (try $0.value(0), try $0.value(1)) }
  }

  private func done(
    _ person: Subordinates.Person,
    _ request: OvertimeRequest,
    _ decision: OvertimeDecision
  ) -> ApprovalDone {
    ApprovalDone(
      person: person,
      unitName: unitName(person),
      date: request.date,
      kind: "事前申告",
      outcome: decision.outcome.japanese,
      words: decision.reason,
      by: decision.by,
      at: decision.at
    )
  }

  private func done(_ person: Subordinates.Person, _ step: ClaimConfirmation) -> ApprovalDone {
    ApprovalDone(
      person: person,
      unitName: unitName(person),
      date: step.date,
      kind: "事後の確認",
      outcome: step.step.japanese,
      words: step.words,
      by: step.by,
      at: step.at
    )
  }

  private func unitName(_ person: Subordinates.Person) -> String { tree.unit(person.unit)?.name ?? "" }
}

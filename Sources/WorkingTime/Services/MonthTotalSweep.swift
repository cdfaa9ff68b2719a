internal import CivilTime
internal import People
internal import Store

/// Computes the totals of many people's months in one walk through their records, a few hundred people at a time.
enum MonthTotalSweep {
  private static let chunk = 500

  /// Totals of months without any record are left out.
  static func refresh(
    _ employees: [RecordID<Employee>],
    from first: YearMonth,
    to last: YearMonth,
    on connection: any SQLConnection
  ) throws {
    let sorted = employees.sorted()
    // A rest that begins in the last month is counted where it ends.
    let months = first...last.adding(months: 1)
    var start = 0
    while start < sorted.count {
      let part = sorted[start..<min(start + chunk, sorted.count)]
      start += part.count
      guard let lowest = part.first, let highest = part.last else { return }
      let people = IDRange(lowest: lowest, highest: highest)
      let totals = try totals(of: people, in: months, on: connection)
      try replace(totals, of: people, in: months, on: connection)
    }
  }

  struct IDRange {
    let lowest: RecordID<Employee>
    let highest: RecordID<Employee>
  }

  private static func totals(
    of people: IDRange,
    in months: ClosedRange<YearMonth>,
    on connection: any SQLConnection
  ) throws -> [KeptTotal] {
    let overtime = try overtime(of: people, in: months, on: connection)
    var found: Set<RecordID<Employee>> = []
    var totals: [KeptTotal] = []
    func finish(_ employee: RecordID<Employee>, _ punches: [Punch]) {
      found.insert(employee)
      let declared = overtime[employee] ?? []
      totals += PersonSweep(employee: employee, punches: punches, declared: declared).totals(in: months)
    }
    try forEachPerson(people, in: months, on: connection, finish)
    for employee in overtime.keys.sorted() where !found.contains(employee) { finish(employee, []) }
    return totals
  }

  private static func forEachPerson(
    _ people: IDRange,
    in months: ClosedRange<YearMonth>,
    on connection: any SQLConnection,
    _ body: (RecordID<Employee>, [Punch]) -> Void
  ) throws {
    let first = months.lowerBound.firstDay.adding(days: -MonthTotalRecords.lookBack)
    var punches: [Punch] = []
    try connection.forEachRow(
      """
      SELECT p.id, p.employee, p.work_date, p.minute, p.kind, p.source FROM punch p
      LEFT JOIN punch_cancellation c ON c.punch = p.id
      WHERE p.employee BETWEEN \(people.lowest) AND \(people.highest)
      AND p.work_date BETWEEN \(first) AND \(months.upperBound.lastDay) AND c.punch IS NULL
      ORDER BY p.employee, p.work_date, p.minute, p.id
      """
    ) { row in
      let employee: RecordID<Employee> = try row.value(1)
      if let last = punches.last, last.employee != employee {
        body(last.employee, punches)
        punches.removeAll(keepingCapacity: true)
      }
      punches.append(
        Punch(
          id: try row.value(0),
          employee: employee,
          workDate: try row.value(2),
          time: try row.value(3),
          kind: try row.value(4),
          source: try row.value(5),
          recordedAt: Instant(milliseconds: 0)
        )
      )
    }
    if let last = punches.last { body(last.employee, punches) }
  }

  private static func overtime(
    of people: IDRange,
    in months: ClosedRange<YearMonth>,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: [OvertimeDeclaration]] {
    var declared: [RecordID<Employee>: [OvertimeDeclaration]] = [:]
    try connection.forEachRow(
      """
      SELECT employee, id, work_date, minutes, is_special FROM overtime_declaration
      WHERE employee BETWEEN \(people.lowest) AND \(people.highest)
      AND work_date BETWEEN \(months.lowerBound.firstDay) AND \(months.upperBound.lastDay)
      ORDER BY employee, id
      """
    ) { row in
      declared[try row.value(0), default: []].append(
        OvertimeDeclaration(
          id: try row.value(1),
          date: try row.value(2),
          amount: .length(try row.value(3)),
          isSpecial: try row.value(4),
          reason: "",
          recordedAt: Instant(milliseconds: 0)
        )
      )
    }
    return declared
  }

  private static func replace(
    _ totals: [KeptTotal],
    of people: IDRange,
    in months: ClosedRange<YearMonth>,
    on connection: any SQLConnection
  ) throws {
    try connection.execute(
      """
      DELETE FROM month_total WHERE employee BETWEEN \(people.lowest) AND \(people.highest)
      AND month BETWEEN \(months.lowerBound) AND \(months.upperBound)
      """
    )
    try connection.insert(
      into: "month_total",
      columns: [
        "employee", "month", "overtime_minutes", "is_special", "recorded_duty_days", "rests",
        "sufficient_rests",
      ],
      rows: totals.map { total in
        [
          total.employee.sqlValue, total.month.sqlValue, total.overtime.sqlValue, total.isSpecial.sqlValue,
          total.recordedDutyDays.sqlValue, total.rests.all.sqlValue, total.rests.sufficient.sqlValue,
        ]
      }
    )
  }
}

/// One person's records over some months.
private struct PersonSweep {
  let employee: RecordID<Employee>
  let punches: [Punch]
  let declared: [OvertimeDeclaration]

  func totals(in months: ClosedRange<YearMonth>) -> [KeptTotal] {
    let spans = DutySpan.spans(of: punches)
    let byMonth = Dictionary(grouping: punches, by: \.workDate.yearMonth)
    let declaredByMonth = Dictionary(grouping: declared, by: \.date.yearMonth)
    let spansByMonth = Dictionary(grouping: spans.indices, by: { spans[$0].date.yearMonth })
    // Only months with records are visited: a single record may carry a year that was mistyped by thousands.
    let recorded = Set(byMonth.keys).union(declaredByMonth.keys).filter(months.contains).sorted()
    return recorded.map { month in
      let ofMonth = byMonth[month] ?? []
      let sum = OvertimeSum(declaredByMonth[month] ?? [])
      return KeptTotal(
        employee: employee,
        month: month,
        overtime: sum.length,
        isSpecial: sum.isSpecial,
        recordedDutyDays: DutySpan.recordedDutyDays(of: ofMonth, in: month),
        rests: rests(spans, at: spansByMonth[month] ?? [], month)
      )
    }
  }

  private func rests(_ spans: [DutySpan], at places: [Int], _ month: YearMonth) -> RestCount {
    guard let first = places.first, let last = places.last else { return RestCount() }
    return DutySpan.rests(between: Array(spans[max(0, first - 1)...last]), endingIn: month)
  }
}

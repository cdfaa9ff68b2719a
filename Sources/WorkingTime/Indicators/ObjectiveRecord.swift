internal import CivilTime
internal import Indicators
internal import People
internal import Store

extension WorkingTimeIndicators {
  /// Duty days with an objective record (取組 III-2-1-b), of the clock or of whoever else has seen somebody.
  static func objectiveRecord(_ sources: [ObjectiveDaySource]) -> Indicator {
    Indicator(
      .init(
        id: "working-time.objective-record",
        title: "客観的な記録のある勤務日",
        numerator: "打刻か、使用中の端末の記録がある勤務日の延べ日数",
        denominator: "在職者の勤務日の延べ日数（休暇の日を含む）",
        form: .share,
        source: "打刻の記録とPCの記録",
        methodVersion: 2,
        caution: "手で入力した打刻と、時計の合わないPCの記録は数えません。PCの記録は、午前5時以後に使われた日を数えます。",
        methodChanges: [
          MethodChange(version: 2, from: FiscalYear(startYear: 2025), what: "打刻のない日も、PCの記録があれば分子に数えます。")
        ]
      ),
      listing: listing(["在職した期間の初日", "末日"]) { year, today, connection in
        guard let days = year.days(through: today) else { return [] }
        let count = DutyDayCounter(from: days.lowerBound, to: days.upperBound)
        let register = try ServiceRegister(from: days.lowerBound, to: days.upperBound, on: connection)
        let recorded = try ObjectiveDays(sources, register, days).counts(on: connection)
        return register.rows { employee, person in
          let duty = count.count(person.service)
          // Records outside the days in service are kept, but are no days that could lack one.
          let ratio = Ratio(min(recorded[employee] ?? 0, duty), of: duty)
          return [(ratio, [.day(person.service.lowerBound), .day(person.service.upperBound)])]
        }
      }
    )
  }
}

/// Counts the duty days on which people have an objective record from any source.
private struct ObjectiveDays {
  let sources: [ObjectiveDaySource]
  let register: ServiceRegister
  let days: ClosedRange<CivilDate>

  init(_ sources: [ObjectiveDaySource], _ register: ServiceRegister, _ days: ClosedRange<CivilDate>) {
    self.sources = sources
    self.register = register
    self.days = days
  }

  /// Whom only the clock has seen is counted by the totals that are kept; the days of others are joined.
  func counts(on connection: any SQLConnection) throws -> [RecordID<Employee>: Int] {
    var counts: [RecordID<Employee>: Int] = [:]
    let months = days.lowerBound.yearMonth...days.upperBound.yearMonth
    try MonthTotalRecords.forEach(from: months.lowerBound, to: months.upperBound, on: connection) { total in
      counts[total.employee, default: 0] += total.recordedDutyDays
    }
    guard !sources.isEmpty else { return counts }
    let dutyDays = Set(DutyCalendar().dutyDates(in: days))
    for part in register.batches() {
      var seen: [RecordID<Employee>: Set<CivilDate>] = [:]
      for source in sources {
        seen.merge(try source.days(Array(part), days, connection)) { $0.union($1) }
      }
      guard !seen.isEmpty else { continue }
      try addClocked(to: &seen, on: connection)
      for (employee, seen) in seen {
        let service = register.people[employee]?.service
        counts[employee] = seen.count { dutyDays.contains($0) && service?.contains($0) ?? false }
      }
    }
    return counts
  }

  private func addClocked(
    to seen: inout [RecordID<Employee>: Set<CivilDate>],
    on connection: any SQLConnection
  ) throws {
    let objective = Punch.Source.allCases.filter(\.isObjective)
    try connection.forEachRow(
      """
      SELECT DISTINCT p.employee, p.work_date FROM punch p
      LEFT JOIN punch_cancellation c ON c.punch = p.id
      WHERE p.employee IN (\(list: seen.keys.sorted()))
      AND p.work_date BETWEEN \(days.lowerBound) AND \(days.upperBound)
      AND p.source IN (\(list: objective)) AND c.punch IS NULL
      """
    ) { row in seen[try row.value(0), default: []].insert(try row.value(1)) }
  }
}

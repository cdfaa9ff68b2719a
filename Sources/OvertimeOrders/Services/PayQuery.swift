internal import CivilTime
internal import People
internal import Schedules
internal import Store
internal import WorkingTime

/// Reads the pay classes of people's months.
///
/// Whoever reads has shown that the people are within reach.
enum PayQuery {
  /// Of some people; everyone asked for is in the answer.
  static func pays(
    of employees: [RecordID<Employee>],
    in month: YearMonth,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: PersonPay] {
    guard !employees.isEmpty else { return [:] }
    let days = month.firstDay.adding(days: -1)...month.lastDay
    let claims = try OvertimeRecords.declarations(of: employees, in: days, on: connection).mapValues(newest)
    let reach = days.lowerBound...days.upperBound.adding(days: 1)
    let allotments = try AllotmentRecords.allotments(of: employees, in: reach, on: connection)
    let managerial = try ManagerialSpans(of: employees, on: connection)
    let arrivals = try arrivals(for: claims, allotments, in: days, on: connection)
    let pays = employees.map { employee in
      let pay = PersonPay(
        month,
        claims: claims[employee] ?? [],
        allotments: allotments[employee] ?? Allotments(),
        firstArrivals: arrivals[employee] ?? [:],
        isManagerial: { managerial.isManagerial(employee, on: $0) }
      )
      return (employee, pay)
    }
    return Dictionary(pays) { first, _ in first }
  }

  /// The claim of each day that counts.
  private static func newest(_ claims: [OvertimeDeclaration]) -> [OvertimeDeclaration] {
    let byDay = Dictionary(claims.map { ($0.date, $0) }) { _, newest in newest }
    return byDay.values.sorted { $0.date < $1.date }
  }

  /// When those came who claimed only a length on a day without regular hours; nobody else's punches are read.
  private static func arrivals(
    for claims: [RecordID<Employee>: [OvertimeDeclaration]],
    _ allotments: [RecordID<Employee>: Allotments],
    in days: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: [CivilDate: ClockTime]] {
    let asking = claims.filter { employee, claims in
      claims.contains { $0.stretches.isEmpty && allotments[employee]?[$0.date].hours == nil }
    }
    guard !asking.isEmpty else { return [:] }
    return try PunchRecords.punches(of: asking.keys.sorted(), in: days, on: connection).mapValues { punches in
      let arrivals = punches.filter { $0.counts && $0.kind == .arrival }
      return Dictionary(arrivals.map { ($0.workDate, $0.time) }) { first, _ in first }
    }
  }
}

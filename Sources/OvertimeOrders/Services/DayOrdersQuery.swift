internal import CivilTime
internal import People
internal import Schedules
internal import Store
internal import WorkingTime

/// Reads everything about the overtime of people's days.
///
/// Whoever reads has shown that the people are within reach.
enum DayOrdersQuery {
  typealias Days = [CivilDate: DayOrders]

  /// The days that hold anything, for each person.
  static func days(
    of employees: [RecordID<Employee>],
    in span: ClosedRange<CivilDate>,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>: Days] {
    guard !employees.isEmpty else { return [:] }
    let allotments = try AllotmentRecords.allotments(of: employees, in: span, on: connection)
    var found: [RecordID<Employee>: Days] = [:]
    func change(_ employee: RecordID<Employee>, _ date: CivilDate, _ body: (inout DayOrders) -> Void) {
      let allotment = (allotments[employee] ?? Allotments())[date]
      body(&found[employee, default: [:]][date, default: DayOrders(date: date, allotment: allotment)])
    }
    for request in try RequestRecords.requests(of: employees, in: span, on: connection) {
      change(request.employee, request.date) { $0.requests.append(request) }
    }
    for (employee, claims) in try OvertimeRecords.declarations(of: employees, in: span, on: connection) {
      for claim in claims { change(employee, claim.date) { $0.claims.append(claim) } }
    }
    for step in try ConfirmationRecords.confirmations(of: employees, in: span, on: connection) {
      change(step.employee, step.date) { $0.confirmations.append(step) }
    }
    for proposed in try ChangeRecords.changes(of: employees, in: span, on: connection) {
      change(proposed.employee, proposed.date) { $0.changes.append(proposed) }
    }
    for reason in try ConfirmationRecords.differences(of: employees, in: span, on: connection) {
      change(reason.employee, reason.date) { $0.differences.append(reason) }
    }
    return found
  }

  /// One day of one person, also where nothing stands for it.
  static func day(
    _ date: CivilDate,
    of employee: RecordID<Employee>,
    on connection: any SQLConnection
  ) throws -> DayOrders {
    if let day = try days(of: [employee], in: date...date, on: connection)[employee]?[date] { return day }
    let allotments = try AllotmentRecords.allotments(of: employee, in: date...date, on: connection)
    return DayOrders(date: date, allotment: allotments[date])
  }
}

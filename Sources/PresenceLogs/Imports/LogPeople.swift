internal import CivilTime
internal import People
internal import Store
internal import WorkingTime

/// Finds the people of a log by number, account or device, and knows when they are in service.
struct LogPeople {
  struct Service {
    let employer: RecordID<Employer>
    let days: ClosedRange<CivilDate>
  }

  private let person: LogMapping.Person
  private let numbers: EmployeeIndex
  private let names: LogNames
  private let services: [RecordID<Employee>: Service]

  init(_ person: LogMapping.Person, on connection: any SQLConnection) throws {
    self.person = person
    numbers = try EmployeeIndex(on: connection)
    names = try LogNameRecords.names(on: connection)
    var services: [RecordID<Employee>: Service] = [:]
    try connection.forEachRow("SELECT id, employer, hired_on, left_on FROM employee") { row in
      let hired: CivilDate = try row.value(2)
      let left = try row.optional(3) ?? CivilDate.farFuture
      services[try row.value(0)] = Service(employer: try row.value(1), days: hired...max(hired, left))
    }
    self.services = services
  }

  func find(
    _ name: ArraySlice<UInt8>,
    employer: ArraySlice<UInt8>,
    on day: CivilDate
  ) -> EmployeeIndex.Finding {
    switch person {
    case .number: numbers.find(number: name, employer: employer)
    case .name: names.find(name, on: day)
    }
  }

  func service(of employee: RecordID<Employee>) -> Service? { services[employee] }
}

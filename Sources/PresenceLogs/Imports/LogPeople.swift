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
    case .name: names.find(name, on: day).map { .found($0) } ?? .unknown
    }
  }

  func service(of employee: RecordID<Employee>) -> Service? { services[employee] }
}

/// アカウント名・PC名の一覧 – whose a name is on a day: as registered, else as a sign-in name of this system.
struct LogNames {
  struct Entry {
    let from: CivilDate
    /// Nobody's from this day on where nil.
    let employee: RecordID<Employee>?
  }

  private var registered: [[UInt8]: [Entry]] = [:]
  private var logins: [[UInt8]: RecordID<Employee>] = [:]

  /// Adds an entry; they come by day and in the order in which they were written.
  mutating func add(_ name: String, _ entry: Entry) {
    registered[LogNames.folded(Array(name.utf8)[...]), default: []].append(entry)
  }

  mutating func add(login: String, of employee: RecordID<Employee>) {
    logins[LogNames.folded(Array(login.utf8)[...])] = employee
  }

  func find(_ name: ArraySlice<UInt8>, on day: CivilDate) -> RecordID<Employee>? {
    let folded = LogNames.folded(name)
    if let entry = registered[folded]?.last(where: { $0.from <= day }) { return entry.employee }
    return logins[folded]
  }

  /// Without the domain, and with small letters: `SOUMU\Yamada` and `yamada@soumu` are `yamada`.
  static func folded(_ name: ArraySlice<UInt8>) -> [UInt8] {
    let local = name.split(separator: UInt8(ascii: "\\"), omittingEmptySubsequences: false).last ?? name
    return local.prefix { $0 != UInt8(ascii: "@") }.map { byte in
      byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte
    }
  }
}

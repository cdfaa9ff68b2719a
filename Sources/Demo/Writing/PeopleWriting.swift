internal import Access
internal import CivilTime
internal import People
internal import Store

/// Writes people with their posts and accounts, some thousands in one transaction.
struct PeopleWriting: Sendable {
  let drawing: PeopleDrawing
  let password: PasswordHash
  let now: Instant

  private static let batch = 5_000

  func write(to database: any SQLDatabase) async throws {
    let logins = NamedLogins(casting: drawing.staff.casting)
    let count = drawing.staff.people.count
    for start in stride(from: 0, to: count, by: Self.batch) {
      let batch = Batch(start..<min(start + Self.batch, count), drawing: drawing, logins: logins)
      try await database.write { connection in
        try EmployeeRecords.insert(batch.employees, on: connection)
        try AssignmentRecords.insert(batch.assignments, on: connection)
        try insert(batch.accounts, on: connection)
      }
    }
  }

  /// What one transaction writes.
  private struct Batch: Sendable {
    let employees: [Employee]
    let assignments: [Assignment]
    let accounts: [NewAccount]

    init(_ range: Range<Int>, drawing: PeopleDrawing, logins: NamedLogins) {
      let source = drawing.identities.source
      let employees = range.map(drawing.employee)
      self.employees = employees
      assignments = range.flatMap { index in
        drawing.assignments(index, ids: drawing.staff.people[index].postings.map { _ in source.next() })
      }
      accounts = zip(range, employees).map { index, employee in
        NewAccount(
          id: drawing.identities.accounts[index],
          login: logins.login(of: index) ?? employee.number,
          name: employee.displayName,
          employee: employee.id
        )
      }
    }
  }

  private struct NewAccount: Sendable {
    let id: RecordID<Account>
    let login: String
    let name: String
    let employee: RecordID<Employee>
  }

  private func insert(_ accounts: [NewAccount], on connection: any SQLConnection) throws {
    try connection.insert(
      into: "account",
      columns: ["id", "login", "employee", "name", "password", "created_at"],
      rows: accounts.map { account in
        [
          account.id.sqlValue, account.login.sqlValue, account.employee.sqlValue, account.name.sqlValue,
          password.stored.sqlValue, now.sqlValue,
        ]
      }
    )
  }
}

/// The logins of the people who play a role in the demo.
struct NamedLogins: Sendable {
  private let logins: [Int: String]

  init(casting: Casting) {
    let pairs = DemoSignIns.all.compactMap { signIn in casting.seats[signIn.role].map { ($0, signIn.login) } }
    logins = Dictionary(pairs) { first, _ in first }
  }

  /// The login of somebody who plays a role; today's people have the numbers of their seats.
  func login(of person: Int) -> String? { logins[person] }
}

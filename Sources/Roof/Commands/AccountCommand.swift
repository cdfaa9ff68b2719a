internal import Access
internal import ArgumentParser
internal import CivilTime
internal import DelimitedText
internal import People
internal import Store

struct AccountCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account",
    abstract: "Creates accounts, hands out set-up codes, grants roles.",
    subcommands: [Create.self, Invite.self, Grant.self]
  )

  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Creates an account that belongs to no employee, such as an operator's, with its set-up code."
    )

    @Option(name: .long, help: "The login.")
    var login: String

    @Option(name: .long, help: "The name shown on the pages.")
    var name: String

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
      try await options.withOffice { office in
        let service = AccountAdministration(database: office.database, clock: office.clock, ids: office.ids)
        _ = try await service.createAccount(login: login, name: name)
        Console.print(
          "Set-up code of \(login), valid for two weeks: \(try await service.issueSetupCode(login: login))"
        )
      }
    }
  }

  struct Invite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints CSV with set-up codes: for one login, or for all accounts without a password.",
      discussion: "Employees in service without an account get one first; their login is the employee number."
    )

    @Option(name: .long, help: "One login.")
    var login: String?

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
      try await options.withOffice { office in
        let service = AccountAdministration(database: office.database, clock: office.clock, ids: office.ids)
        _ = try await service.createMissingAccounts()
        let logins = if let login { [login] } else { try await service.loginsWithoutPassword() }
        var writer = DelimitedWriter.plain()
        writer.write(["login", "code"])
        for login in logins { writer.write([login, try await service.issueSetupCode(login: login)]) }
        Console.write(writer.bytes, to: 1)
      }
    }
  }

  struct Grant: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Grants a role from today on.")

    @Option(name: .long, help: "The login.")
    var login: String

    @Option(name: .long, help: "hr, time-keeper, secretariat, committee, auditor or administrator.")
    var role: String

    @Option(name: .long, help: "The employer's code, for hr and time-keeper.")
    var employer: String?

    @Option(name: .long, help: "The unit's path, for time-keeper, such as 大臣官房／秘書課.")
    var unit: String?

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
      guard let role = Role(rawValue: role), role.isGranted else {
        throw ValidationError(
          "--role takes hr, time-keeper, secretariat, committee, auditor or administrator."
        )
      }
      try await options.withOffice { office in
        let reach = try await reach(office)
        let service = AccountAdministration(database: office.database, clock: office.clock, ids: office.ids)
        let grant = RoleGrant(
          role,
          employer: role == .hr ? reach.employer : nil,
          unit: reach.unit,
          from: office.clock.today()
        )
        try await service.grant(grant, to: login)
        Console.print("Granted \(role.rawValue) to \(login).")
      }
    }

    private func reach(
      _ office: Office
    ) async throws -> (employer: RecordID<Employer>?, unit: RecordID<OrganizationUnit>?) {
      guard let code = employer else {
        if unit != nil { throw ValidationError("--unit needs --employer.") }
        return (nil, nil)
      }
      let today = office.clock.today()
      let found = try await office.database.read { connection in
        (
          employer: try EmployerRecords.employer(code: code, on: connection)?.id,
          tree: try UnitRecords.tree(asOf: today, on: connection)
        )
      }
      guard let employer = found.employer else {
        throw ValidationError("There is no employer with the code \(code).")
      }
      guard let path = unit.map({ Array(DigitFolding.folded($0).utf8) }) else { return (employer, nil) }
      let match = found.tree.ordered.first { one in
        one.employer == employer
          && found.tree.path(of: one.id).map { Array(DigitFolding.folded($0).utf8) == path } ?? false
      }
      guard let match else { throw ValidationError("There is no unit with this path today.") }
      return (employer, match.id)
    }
  }
}

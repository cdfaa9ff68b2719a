internal import Access
internal import ArgumentParser
internal import CivilTime
internal import Store

extension AccountCommand {
  struct Grant: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Grants a role from today on.")

    @Option(name: .long, help: "The login.")
    var login: String

    @OptionGroup var role: RoleOption

    @OptionGroup var reach: ReachOptions

    @Option(name: .long, help: "The last day (YYYY-MM-DD); without it the role stands until it is revoked.")
    var until: String?

    @OptionGroup var options: DatabaseOptions

    func validate() throws {
      _ = try role.granted()
      _ = try DayOption.day(until, named: "--until")
    }

    func run() async throws {
      let role = try role.granted()
      let until = try DayOption.day(until, named: "--until")
      try await options.withOffice { office in
        let today = office.clock.today()
        let reach = try await reach.find(in: office.database, on: today)
        let service = AccountAdministration(database: office.database, clock: office.clock, ids: office.ids)
        let grant = RoleGrant(
          role,
          employer: role.isOfEmployer ? reach.employer : nil,
          unit: reach.unit,
          from: today,
          to: until
        )
        try await service.grant(grant, to: login)
        Console.print("Granted \(role.rawValue) to \(login)\(until.map { " until \($0.iso)" } ?? "").")
      }
    }
  }

  struct Revoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Ends a role: at once, or with a last day.",
      discussion: "Without --employer and --unit, the role ends for every employer and unit."
    )

    @Option(name: .long, help: "The login.")
    var login: String

    @OptionGroup var role: RoleOption

    @OptionGroup var reach: ReachOptions

    @Option(name: .long, help: "The last day on which it holds (YYYY-MM-DD); without it, it ends at once.")
    var lastDay: String?

    @OptionGroup var options: DatabaseOptions

    func validate() throws {
      _ = try role.granted()
      _ = try DayOption.day(lastDay, named: "--last-day")
    }

    func run() async throws {
      let role = try role.granted()
      let lastDay = try DayOption.day(lastDay, named: "--last-day")
      try await options.withOffice { office in
        let reach = try await reach.find(in: office.database, on: office.clock.today())
        let service = AccountAdministration(database: office.database, clock: office.clock, ids: office.ids)
        try await service.revoke(
          role,
          employer: role.isOfEmployer ? reach.employer : nil,
          unit: reach.unit,
          of: login,
          lastDay: lastDay
        )
        let end = lastDay.map { "with \($0.iso)" } ?? "at once"
        Console.print("Revoked \(role.rawValue) of \(login); it ends \(end).")
      }
    }
  }
}

/// A role that is granted by name.
struct RoleOption: ParsableArguments {
  @Option(name: .long, help: "hr, time-keeper, secretariat, committee, auditor, administrator or terminal.")
  var role: String

  func granted() throws -> Role {
    guard let role = Role(rawValue: role), role.isGranted else {
      throw ValidationError(
        "--role takes hr, time-keeper, secretariat, committee, auditor, administrator or terminal."
      )
    }
    return role
  }
}

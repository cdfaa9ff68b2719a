internal import Access
internal import ArgumentParser
internal import DelimitedText

struct AccountCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account",
    abstract: "Creates and locks accounts, hands out set-up codes, grants and revokes roles.",
    subcommands: [Create.self, Invite.self, Grant.self, Revoke.self, Lock.self, Unlock.self]
  )

  struct Lock: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Locks an account: its sessions, tokens and set-up code end at once."
    )

    @Option(name: .long, help: "The login.")
    var login: String

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
      try await options.withOffice { office in
        let service = AccountAdministration(database: office.database, clock: office.clock, ids: office.ids)
        Console.print(try await service.lock(login) ? "Locked \(login)." : "\(login) was locked already.")
      }
    }
  }

  struct Unlock: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Opens a locked account again; its password holds, its tokens do not come back."
    )

    @Option(name: .long, help: "The login.")
    var login: String

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
      try await options.withOffice { office in
        let service = AccountAdministration(database: office.database, clock: office.clock, ids: office.ids)
        Console.print(try await service.unlock(login) ? "Unlocked \(login)." : "\(login) was not locked.")
      }
    }
  }

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
      discussion: """
        Employees in service without an account get one first; their login is the employee number. A new code ends \
        the one before and every session. Without --login, accounts whose code is still in force are left out.
        """
    )

    @Option(name: .long, help: "One login.")
    var login: String?

    @Flag(name: .long, help: "Also accounts whose code is still in force; it ends.")
    var again = false

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
      try await options.withOffice { office in
        let service = AccountAdministration(database: office.database, clock: office.clock, ids: office.ids)
        _ = try await service.createMissingAccounts()
        let logins =
          if let login { [login] } else { try await service.loginsWithoutPassword(includingInvited: again) }
        var writer = DelimitedWriter.plain()
        writer.write(["login", "code"])
        for login in logins {
          writer.write([login, try await service.issueSetupCode(login: login)])
          // At once: after a failure nobody could tell the codes that were issued before.
          Console.write(writer.takeBytes(), to: 1)
        }
        Console.write(writer.takeBytes(), to: 1)
      }
    }
  }
}

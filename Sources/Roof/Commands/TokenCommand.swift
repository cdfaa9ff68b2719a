internal import Access
internal import ArgumentParser
internal import CivilTime
internal import DelimitedText
internal import Store

struct TokenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token",
    abstract: "Makes, shows and ends bearer tokens for programs.",
    subcommands: [Create.self, List.self, Revoke.self]
  )

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints CSV with the tokens of an account that are in force; no secrets."
    )

    @Option(name: .long, help: "Whose tokens.")
    var login: String

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
      try await options.withReadingOffice(needing: AccessMigrations.all) { office in
        let service = AccountAdministration(
          database: office.database,
          clock: office.clock,
          ids: RecordIDSource(clock: office.clock)
        )
        var writer = DelimitedWriter.plain()
        writer.write(["id", "label", "scopes", "expires"])
        for token in try await service.tokens(of: login) {
          let expires = OfficeZone.isoText(token.expiresAt)
          writer.write([token.id.description, token.label, token.scopes, expires])
        }
        Console.write(writer.bytes, to: 1)
      }
    }
  }

  struct Revoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Ends one token of an account, or all.")

    @Option(name: .long, help: "Whose token it is.")
    var login: String

    @Option(name: .long, help: "The identifier, as `token list` prints it.")
    var id: String?

    @Flag(name: .long, help: "All tokens of the account.")
    var all = false

    @OptionGroup var options: DatabaseOptions

    func validate() throws {
      guard all != (id != nil) else { throw ValidationError("Say either --id or --all.") }
      if let id, RecordID<APIToken>(text: id) == nil { throw ValidationError("--id takes a number.") }
    }

    func run() async throws {
      try await options.withOffice { office in
        let service = AccountAdministration(database: office.database, clock: office.clock, ids: office.ids)
        let token = id.flatMap { RecordID<APIToken>(text: $0) }
        let count = try await service.revokeTokens(of: login, only: token)
        Console.print("Revoked \(count) token\(count == 1 ? "" : "s") of \(login).")
      }
    }
  }

  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Makes a token and prints its secret once.")

    @Option(name: .long, help: "Whose token it is.")
    var login: String

    @Option(name: .long, help: "What it is for.")
    var label: String

    @Option(name: .long, help: "What it may do: clock:write, month:read, punches:write. Repeat for several.")
    var scope: [String]

    @Option(name: .long, help: "How many days it is valid, 1 to 366.")
    var days = 90

    @OptionGroup var options: DatabaseOptions

    func validate() throws {
      guard (1...366).contains(days) else { throw ValidationError("--days takes 1 to 366.") }
      let unknown = scope.filter { APIScope(rawValue: $0) == nil }
      let known = APIScope.allCases.map(\.rawValue).joined(separator: ", ")
      guard unknown.isEmpty, !scope.isEmpty else { throw ValidationError("--scope takes \(known).") }
    }

    func run() async throws {
      try await options.withOffice { office in
        let service = AccountAdministration(database: office.database, clock: office.clock, ids: office.ids)
        let secret = try await service.createToken(
          login: login,
          label: label,
          scopes: Set(scope.compactMap { APIScope(rawValue: $0) }),
          days: days
        )
        Console.print(secret.text)
      }
    }
  }
}

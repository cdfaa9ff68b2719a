internal import Access
internal import ArgumentParser

struct TokenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token",
    abstract: "Makes bearer tokens for programs.",
    subcommands: [Create.self]
  )

  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Makes a token and prints its secret once.")

    @Option(name: .long, help: "Whose token it is.")
    var login: String

    @Option(name: .long, help: "What it is for.")
    var label: String

    @Option(name: .long, help: "What it may do: clock:write, month:read. Repeat for several.")
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

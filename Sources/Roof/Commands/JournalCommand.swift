internal import ArgumentParser
internal import Journal

struct JournalCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal",
    abstract: "Proves the journal whole, or seals it now.",
    subcommands: [Verify.self, SealNow.self]
  )

  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Reads the whole chain and tells every changed, removed or inserted entry.",
      discussion:
        "Write the printed head down elsewhere; --expect proves later that the chain still contains it."
    )

    @Option(name: .long, help: "A head written down earlier.")
    var expect: String?

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
      try await options.withReadingOffice(needing: JournalMigrations.all) { office in
        let report = try await JournalVerification.verify(office.database, expecting: expect)
        for fault in report.faults { Console.error(Self.words(fault)) }
        Console.print(
          "\(report.sealedEntries) entries in \(report.seals) seals, \(report.waitingEntries) waiting for the next seal."
        )
        Console.print("head \(report.head)")
        guard report.faults.isEmpty else {
          Console.error("The journal is NOT whole: \(report.faults.count) faults.")
          throw ExitCode.failure
        }
        Console.print("The journal is whole.")
      }
    }

    private static func words(_ fault: JournalVerification.Fault) -> String {
      switch fault {
      case .changed(let entry, let seal): "Entry \(entry) in seal \(seal) was changed."
      case .removed(let entry, let seal): "Entry \(entry) in seal \(seal) was removed."
      case .inserted(let entry): "Entry \(entry) was inserted among sealed ones."
      case .brokenSeal(let seal): "Seal \(seal) does not follow from the one before it, or was changed."
      case .missingHead: "No seal has the expected head: the end of the chain was cut off or made anew."
      }
    }
  }

  struct SealNow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "seal",
      abstract: "Seals the entries that wait; the server does so every minute."
    )

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
      try await options.withOffice { office in
        let sealed = try await JournalSealing.seal(office.database, clock: office.clock, ids: office.ids)
        Console.print("Sealed \(sealed.entries) entries.")
      }
    }
  }
}

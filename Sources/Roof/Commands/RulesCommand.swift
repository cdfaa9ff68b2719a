internal import ArgumentParser
internal import FoundationEssentials
internal import RuleCalculators

struct RulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Calculators of the rules: CSV in, CSV out, nothing stored.",
    subcommands: [Caps.self, Interview.self, Interval.self, Pay.self, AnnualLeave.self, Holidays.self]
  )

  struct Input: ParsableArguments {
    @Argument(help: "The CSV file; standard input without it.")
    var file: String?

    func run(_ calculator: RuleCalculator) throws {
      let data: Data
      do {
        data = try file.map { try Data(contentsOf: URL(filePath: $0)) } ?? StandardInput.bytes()
      } catch {
        throw Failure.failure("The file \(file ?? "-") cannot be read.", .noInput)
      }
      do throws(RuleCalculatorError) {
        Console.write(try calculator.run(Array(data)), to: 1)
      } catch {
        throw Failure.failure("\(error)", .dataError)
      }
    }
  }

  struct Caps: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Limits of overtime (rule 15-14, article 16-2-2)."
    )
    @OptionGroup var input: Input
    func run() async throws { try input.run(.caps) }
  }

  struct Interview: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Doctor's interviews (rule 10-4, article 22-2)."
    )
    @OptionGroup var input: Input
    func run() async throws { try input.run(.interview) }
  }

  struct Interval: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Rest between duties (rule 15-14, article 1-2)."
    )
    @OptionGroup var input: Input
    func run() async throws { try input.run(.interval) }
  }

  struct Pay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Classes of overtime and holiday pay, by minute."
    )
    @OptionGroup var input: Input
    func run() async throws { try input.run(.pay) }
  }

  struct AnnualLeave: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Days of annual leave granted for a year.")
    @OptionGroup var input: Input
    func run() async throws { try input.run(.annualLeave) }
  }

  struct Holidays: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Holidays and year-end days of some years.")

    @Option(name: .long, help: "The first year.")
    var from: Int

    @Option(name: .long, help: "The last year.")
    var to: Int

    func run() async throws {
      do throws(RuleCalculatorError) {
        Console.write(try RuleCalculator.holidays(from: from, to: to), to: 1)
      } catch {
        throw Failure.failure("\(error)", .dataError)
      }
    }
  }
}

/// Standard input, whole.
enum StandardInput {
  static func bytes() throws -> Data {
    try Data(contentsOf: URL(filePath: "/dev/stdin"))
  }
}

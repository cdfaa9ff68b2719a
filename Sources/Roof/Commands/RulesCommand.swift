internal import ArgumentParser
internal import DelimitedText
internal import RuleCalculators

struct RulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Calculators of the rules: CSV in, CSV out, nothing stored.",
    subcommands: [
      Caps.self, Interview.self, Interval.self, Pay.self, AnnualLeave.self, Flextime.self, Swap.self,
      TimeOff.self, Holidays.self,
    ]
  )

  struct Input: ParsableArguments {
    @Argument(help: "The CSV file; standard input without it.")
    var file: String?

    func run(_ calculator: RuleCalculator) throws {
      let bytes: [UInt8]
      do throws(DelimitedTextError) {
        bytes = try CalculatorFile.bytes(of: file)
      } catch {
        throw CalculatorFile.failure(error, of: file)
      }
      do throws(RuleCalculatorError) {
        Console.write(try calculator.run(bytes), to: 1)
      } catch {
        throw Failure.failure("\(error)", .dataError)
      }
    }
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

  struct Flextime: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Flextime terms and declarations (rule 15-14, articles 3 and 4)."
    )
    @OptionGroup var input: Input
    func run() async throws { try input.run(.flextime) }
  }

  struct Swap: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Days off moved beforehand (rule 15-14, articles 6 and 17)."
    )
    @OptionGroup var input: Input
    func run() async throws { try input.run(.swap) }
  }

  struct TimeOff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Time off for overtime beyond 60 hours (rule 15-14, article 16-3)."
    )
    @OptionGroup var input: Input
    func run() async throws { try input.run(.timeOff) }
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

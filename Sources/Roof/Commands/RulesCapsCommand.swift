internal import ArgumentParser
internal import DelimitedText
internal import RuleCalculators

extension RulesCommand {
  struct Caps: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Limits of overtime (rule 15-14, article 16-2-2)."
    )

    @OptionGroup var input: Input

    @Flag(help: "Tell on standard error how much processor time reading, evaluating and writing took.")
    var timing = false

    func run() async throws {
      var time = ProcessorTime()
      var calculation = try read()
      let reading = time.lap()
      var evaluating = 0
      var writing = 0
      try write(calculation.header)
      while true {
        writing += time.lap()
        let batch = calculation.judgeNext()
        evaluating += time.lap()
        guard let batch else { break }
        try write(calculation.lines(of: batch))
      }
      guard timing else { return }
      let parts = [("reading", reading), ("evaluating", evaluating), ("writing", writing)]
      let told = parts.map { name, microseconds in "\(name) \(ProcessorTime.seconds(microseconds)) s" }
      Console.error("processor time: " + told.joined(separator: ", "))
    }

    private func read() throws -> CapsCalculation {
      let reader: DelimitedReader
      do throws(DelimitedTextError) {
        reader = try CalculatorFile.reader(of: input.file)
      } catch {
        throw CalculatorFile.failure(error, of: input.file)
      }
      do throws(RuleCalculatorError) {
        return try CapsCalculation(reading: reader)
      } catch {
        throw Failure.failure("\(error)", .dataError)
      }
    }

    private func write(_ bytes: [UInt8]) throws {
      guard CalculatorFile.writeOutput(bytes) else {
        throw Failure.failure(
          "The output cannot be written; make room where it goes and repeat.",
          .inputOutput
        )
      }
    }
  }
}

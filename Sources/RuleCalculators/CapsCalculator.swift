extension RuleCalculator {
  /// The limits that each case exceeds, as CSV.
  static func caps(_ input: [UInt8]) throws(RuleCalculatorError) -> String {
    var calculation = try CapsCalculation(reading: try .reading(input))
    var text = calculation.header
    while let batch = calculation.judgeNext() { text += calculation.lines(of: batch) }
    return String(decoding: text, as: UTF8.self)
  }
}

import DelimitedText

/// 規則の計算 – the stateless calculators behind `hataraki rules`: CSV in, CSV out.
public enum RuleCalculator: String, CaseIterable, Hashable, Sendable {
  /// 超過勤務の上限
  case caps
  /// 面接指導
  case interview
  /// 勤務間インターバル
  case interval
  /// 手当の支給区分
  case pay
  /// 年次休暇の付与
  case annualLeave = "annual-leave"
  /// フレックスタイム制の申告
  case flextime
  /// 週休日の振替等
  case swap
  /// 超勤代休時間
  case timeOff = "time-off"

  /// The columns the input must have, in any order; others are ignored.
  public var inputColumns: [String] {
    switch self {
    case .caps: ["case", "month", "minutes", "post", "special"]
    case .interview: ["case", "month", "minutes", "requested"]
    case .interval: ["case", "end", "start"]
    case .pay: ["case", "start", "end", "breaks", "off_days", "swapped", "comp_day", "running"]
    case .annualLeave: ["case", "year", "hired_on", "term_ends_on"]
    case .flextime: RuleCalculator.flextimeColumns
    case .swap: ["case", "kind", "worked", "freed", "arranged_on", "off_days"]
    case .timeOff: ["case", "month", "on_duty_days", "on_off_days", "within_full_day", "declined"]
    }
  }

  /// The columns of the output.
  public var outputColumns: [String] {
    switch self {
    case .caps: ["case", "month", "test", "window", "value", "limit", "verdict", "verify_by"]
    case .interview: ["case", "month", "duty"]
    case .interval: ["case", "interval", "shortfall", "earliest_start"]
    case .pay: ["case", "class", "minutes"]
    case .annualLeave: ["case", "days"]
    case .flextime: ["case", "date", "fault", "value", "limit"]
    case .swap: ["case", "verdict", "earliest", "latest", "arrange_by"]
    case .timeOff: RuleCalculator.timeOffOutput
    }
  }

  /// Calculates a CSV text (UTF-8 or CP932, any line ends) and gives the result as CSV with LF.
  ///
  /// Throws for input that cannot be used, naming line, column, value and remedy; nothing is then calculated.
  /// For tables of millions of rows `CapsCalculation` needs far less memory.
  public func run(_ input: [UInt8]) throws(RuleCalculatorError) -> String {
    let rows: [[String]]
    switch self {
    case .caps: return try RuleCalculator.caps(input)
    case .interview: rows = try interviewRows(try table(input).rows)
    case .interval: rows = try intervalRows(try table(input).rows)
    case .pay: rows = try payRows(try table(input).rows)
    case .annualLeave: rows = try annualLeaveRows(try table(input).rows)
    case .flextime: rows = try flextimeRows(try table(input).rows)
    case .swap: rows = try swapRows(try table(input).rows)
    case .timeOff: rows = try timeOffRows(try table(input).rows)
    }
    return RuleCalculator.text(header: outputColumns, rows: rows)
  }

  private func table(_ input: [UInt8]) throws(RuleCalculatorError) -> InputTable {
    try InputTable(input, columns: inputColumns)
  }

  /// Header and rows as plain CSV.
  static func text(header: [String], rows: [[String]]) -> String {
    var writer = DelimitedWriter.plain()
    writer.write(header)
    for row in rows { writer.write(row) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

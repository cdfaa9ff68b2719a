public import DelimitedText
import WorkingTimeRules

/// 超過勤務の上限の計算 – the calculator `caps` for tables of any size: all rows are read, then judged batch by batch.
///
/// A month takes about eight bytes, as long as most rows stand next to others of their case; output is never held
/// whole. Reading, judging and writing are separate calls, so that each can be timed.
public struct CapsCalculation: Sendable {
  /// 判定結果のまとまり – some cases with the limits that they exceed.
  public struct Batch: Sendable {
    let cases: [(number: Int, findings: [OvertimeFinding])]
  }

  /// So many cases that a batch is worth a call of the system, and so few that its lines stay small.
  private static let batchSize = 1024

  private let months: CaseMonths
  private let limits = OvertimeLimits(specialWorkReach: .judgedMonth)
  private var nextCase = 0

  /// Reads all rows of a table that has not been read from yet.
  ///
  /// Throws for input that cannot be used, naming line, column, value and remedy.
  public init(reading reader: consuming DelimitedReader) throws(RuleCalculatorError) {
    months = try CapsCalculation.months(&reader)
  }

  /// Judges the next cases; nil when all are judged.
  public mutating func judgeNext() -> Batch? {
    guard nextCase < months.caseCount else { return nil }
    let numbers = nextCase..<min(nextCase + CapsCalculation.batchSize, months.caseCount)
    nextCase = numbers.upperBound
    var cases: [(number: Int, findings: [OvertimeFinding])] = []
    for number in numbers {
      let findings = limits.findings(of: OvertimeHistory(months.records(ofCase: number)))
      if !findings.isEmpty { cases.append((number, findings)) }
    }
    return Batch(cases: cases)
  }

  /// The header line of the output, as CSV in UTF-8.
  public var header: [UInt8] {
    var writer = DelimitedWriter.plain()
    writer.write(RuleCalculator.caps.outputColumns)
    return writer.bytes
  }

  /// The lines of a batch, as CSV in UTF-8.
  public func lines(of batch: Batch) -> [UInt8] {
    var text = FindingText()
    for (number, findings) in batch.cases { text.append(findings, ofCaseNamed: months.name(ofCase: number)) }
    return text.bytes
  }

  private static func months(_ reader: inout DelimitedReader) throws(RuleCalculatorError) -> CaseMonths {
    let rows = try CapsRowReader(reading: &reader)
    var months = CaseMonths()
    // A fault in a cell is told only when the whole has turned out to be a table.
    var fault: RuleCalculatorError?
    while try reader.goOn() {
      if months.isFull {
        throw RuleCalculatorError(line: reader.line, remedy: "there are too many rows; split the file")
      }
      if fault == nil, let (name, record) = rows.plain(reader) {
        months.add(CaseMonths.Month(record), toCaseNamed: name)
        continue
      }
      let row = try rows.row(reader)
      guard fault == nil else { continue }
      do throws(RuleCalculatorError) {
        let (name, record) = try rows.record(row)
        months.add(CaseMonths.Month(record), toCaseNamed: name)
      } catch {
        fault = error
      }
    }
    try reader.refuseReplacements()
    if let fault { throw fault }
    return months
  }
}

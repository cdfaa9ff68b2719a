public import CivilTime
public import People
public import Store

/// 取り込んだ数値: a figure that somebody counted elsewhere and gave in a file; kept beside computed ones, never mixed.
public struct ImportedFigure: Sendable, Hashable {
  /// Its identifier.
  public let id: RecordID<ImportedFigure>
  /// What it is a figure of: a plan's code and a target, such as `soumu:T08`, or the identifier of an indicator.
  public let key: String
  /// The employer; nil for all together.
  public let employer: RecordID<Employer>?
  /// The fiscal year, or the calendar year of the same number where the figure is counted by calendar years.
  public let year: FiscalYear
  /// The day that it tells of.
  public let asOf: CivilDate
  /// The value in thousandths of its unit; nil when only a ratio was given.
  public let valueMilli: Int?
  /// Numerator and denominator; nil when only a value was given.
  public let ratio: Ratio?
  /// Where it was published or kept.
  public let source: String
  /// How it was counted.
  public let method: String
  /// A remark; often empty.
  public let note: String
  /// The file that it came in.
  public let receipt: RecordID<ImportReceipt>
  /// Its line in the file.
  public let line: Int
  /// When it was imported.
  public let importedAt: Instant

  /// A figure.
  public init(
    id: RecordID<ImportedFigure>,
    key: String,
    employer: RecordID<Employer>?,
    year: FiscalYear,
    asOf: CivilDate,
    valueMilli: Int?,
    ratio: Ratio?,
    source: String,
    method: String,
    note: String,
    receipt: RecordID<ImportReceipt>,
    line: Int,
    importedAt: Instant
  ) {
    self.id = id
    self.key = key
    self.employer = employer
    self.year = year
    self.asOf = asOf
    self.valueMilli = valueMilli
    self.ratio = ratio
    self.source = source
    self.method = method
    self.note = note
    self.receipt = receipt
    self.line = line
    self.importedAt = importedAt
  }
}

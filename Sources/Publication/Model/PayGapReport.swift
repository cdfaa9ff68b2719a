/// 給与の差異の取込結果 – what a computation or an import did, or would do.
public struct PayGapReport: Sendable, Hashable {
  /// What came of it.
  public enum Outcome: Sendable, Hashable {
    /// There are faults; nothing was written.
    case refused
    /// Checked only.
    case checked
    /// Written.
    case applied
    /// The same file was taken before; nothing was written.
    case alreadyImported
  }

  /// The pay gap of one employer and year.
  public struct Year: Sendable, Hashable {
    /// The code of the employer.
    public let employer: String
    /// The pay gap.
    public let payGap: PayGapYear
  }

  /// What came of it.
  public let outcome: Outcome
  /// How many rows the file has.
  public let rows: Int
  /// How many people were left out because their sex is not stated.
  public let leftOut: Int
  /// What the file came to.
  public let years: [Year]
  /// What must be mended.
  public let faults: [PublicationFileFault]
  /// What should be known, in Japanese.
  public let warnings: [String]
}

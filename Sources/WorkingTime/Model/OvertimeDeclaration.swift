public import CivilTime
public import Store

/// One declared overtime of a day (超過勤務).
///
/// The newest of a day counts; older ones stay beside it.
public struct OvertimeDeclaration: Sendable, Hashable {
  /// How much was declared.
  public enum Amount: Sendable, Hashable {
    /// A length alone; nought takes back what was declared before.
    case length(Minutes)
    /// When work was done, and how much of it is overtime: what lies outside regular hours.
    case stretches(WorkedStretches, overtime: Minutes)
  }

  /// The identifier.
  public let id: RecordID<OvertimeDeclaration>
  /// The day of work.
  public let date: CivilDate
  /// How much.
  public let amount: Amount
  /// Whether it was special work (特例業務, 人事院規則15―14 第16条の2の2第2項).
  public let isSpecial: Bool
  /// What the work was.
  public let reason: String
  /// When it was declared.
  public let recordedAt: Instant
  /// The account that declared it; nil for a file.
  public let recordedBy: Int64?

  /// A declaration.
  public init(
    id: RecordID<OvertimeDeclaration>,
    date: CivilDate,
    amount: Amount,
    isSpecial: Bool,
    reason: String,
    recordedAt: Instant,
    recordedBy: Int64? = nil
  ) {
    self.id = id
    self.date = date
    self.amount = amount
    self.isSpecial = isSpecial
    self.reason = reason
    self.recordedAt = recordedAt
    self.recordedBy = recordedBy
  }

  /// The overtime that counts for limits, health and pay.
  public var length: Minutes {
    switch amount {
    case .length(let length), .stretches(_, let length): length
    }
  }

  /// When the work was done; empty where only its length is known.
  public var stretches: [Range<ClockTime>] {
    switch amount {
    case .length: []
    case .stretches(let stretches, _): stretches.all
    }
  }

  /// The last day for which overtime may be declared: the end of next month, for what was ordered ahead.
  public static func lastDay(asOf today: CivilDate) -> CivilDate {
    today.yearMonth.adding(months: 1).lastDay
  }
}

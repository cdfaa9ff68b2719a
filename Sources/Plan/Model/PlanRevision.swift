public import CivilTime

/// 改定: why an edition replaces the one before it, from when, and what became of its measures.
public struct PlanRevision: Hashable, Sendable {
  /// Why the plan was revised, in Japanese.
  public let reason: String
  /// The first fiscal year of this edition; earlier years keep the edition that they had.
  public let firstYear: FiscalYear
  /// What became of measures that do not keep their id; a measure that keeps it needs no entry.
  public let mapping: [MeasureMapping]

  /// Makes a revision.
  public init(reason: String, firstYear: FiscalYear, mapping: [MeasureMapping]) {
    self.reason = reason
    self.firstYear = firstYear
    self.mapping = mapping
  }
}

/// 取組の対応: what became of a measure of the edition before.
public struct MeasureMapping: Hashable, Sendable {
  /// What became of it.
  public enum Fate: Hashable, Sendable {
    /// It goes on under these ids; at least one.
    case continued([MeasureID])
    /// It ended, and why, in Japanese.
    case ended(String)
  }

  /// Its id in the edition before.
  public let from: MeasureID
  /// What became of it.
  public let fate: Fate

  /// Makes an entry.
  public init(from: MeasureID, fate: Fate) {
    self.from = from
    self.fate = fate
  }
}

/// 計画のリンク: where the public finds the plan and the employer's recruiting page.
public struct PlanLinks: Hashable, Sendable {
  /// The page of the plan, beginning with `https://`.
  public let plan: String?
  /// The recruiting page, beginning with `https://`.
  public let recruiting: String?

  /// No link.
  public static let none = PlanLinks(plan: nil, recruiting: nil)

  /// Makes the links.
  public init(plan: String?, recruiting: String?) {
    self.plan = plan
    self.recruiting = recruiting
  }
}

public import CivilTime
public import People
public import Store

/// 一覧の一行 – a duty as a list tells of it: with its measure, its task, and whom it lies with, in words.
public struct DutyLine: Sendable, Hashable {
  /// The duty.
  public let duty: Duty
  /// The title of the measure.
  public let title: String
  /// What is to be done.
  public let task: String
  /// About whom or what, by name.
  public let about: String
  /// Who owes it, by name of the seat.
  public let owner: String
}

/// 一覧の絞り込み – which duties are listed for those who watch over all of them.
public struct DutyListFilter: Sendable, Hashable {
  /// Whether duties are done.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// Not yet done.
    case open
    /// Not yet done, and past the due day.
    case overdue
    /// Shown to be done.
    case fulfilled
    /// Not asked for any more.
    case excused
  }

  /// The fiscal year in whose report they stand; nil for all.
  public let year: FiscalYear?
  /// The measure; nil for all.
  public let measure: String?
  /// The units whose heads or people owe them, or which they are about; nil for all.
  public let units: Set<RecordID<OrganizationUnit>>?
  /// The state; nil for all.
  public let state: State?
  /// Those due before this day; nil for all.
  public let dueBefore: CivilDate?

  /// A filter.
  public init(
    year: FiscalYear? = nil,
    measure: String? = nil,
    units: Set<RecordID<OrganizationUnit>>? = nil,
    state: State? = nil,
    dueBefore: CivilDate? = nil
  ) {
    self.year = year
    self.measure = measure
    self.units = units
    self.state = state
    self.dueBefore = dueBefore
  }
}

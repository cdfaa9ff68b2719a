public import CivilTime
public import People
public import Store

/// 義務の集計 – how many duties of a measure a bureau owes in a fiscal year, and how many are done.
///
/// `overdue` is as of the last sweep, less what was settled since.
public struct DutyTally: Sendable, Hashable {
  /// The fiscal year.
  public let year: FiscalYear
  /// The code of the plan.
  public let plan: String
  /// The measure.
  public let measure: String
  /// The employer.
  public let employer: RecordID<Employer>
  /// The top unit when the duties arose; nil where they belong to none.
  public let bureau: RecordID<OrganizationUnit>?
  /// All duties, also those excused.
  public let owed: Int
  /// Those shown to be done.
  public let fulfilled: Int
  /// Those excused.
  public let excused: Int
  /// Open ones past their due day.
  public let overdue: Int
  /// Different persons whom the duties are about; 0 for duties of units and offices, whoever has them in hand.
  public let people: Int
  /// The newest day on which one was fulfilled.
  public let lastFulfilledOn: CivilDate?
  /// The earliest due day of an open one.
  public let nextDueOn: CivilDate?

  /// Those that wait.
  public var open: Int { owed - fulfilled - excused }
}

/// What a unit's duties of one measure come to.
public struct UnitDuties: Sendable, Hashable {
  /// The unit whose head owes them, or where the person who owes them works.
  public let unit: RecordID<OrganizationUnit>
  /// All duties, also those excused.
  public let owed: Int
  /// Those shown to be done.
  public let fulfilled: Int
  /// Those excused.
  public let excused: Int
  /// Open ones past their due day.
  public let overdue: Int
}

/// 未報告 – who has not yet done what a measure asks for.
public struct Outstanding: Sendable, Hashable {
  /// The plan.
  public let plan: String
  /// The measure.
  public let measure: String
  /// The employer.
  public let employer: RecordID<Employer>
  /// Who owes.
  public let owner: DutyOwner
  /// How many are open.
  public let open: Int
  /// How many of them are past their due day.
  public let overdue: Int
  /// The earliest due day among them.
  public let nextDueOn: CivilDate
  /// The open duties, by due day.
  public let duties: [RecordID<Duty>]
}

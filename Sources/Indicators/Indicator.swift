public import CivilTime
public import People
public import Store

/// 指標: a figure that is computed from records, declared by the capability that has them.
///
/// The plan asks by identifier and never reads another capability's tables.
public struct Indicator: Sendable {
  /// What the figure is.
  public let definition: Definition
  /// Computes the figure of each unit's own members for a fiscal year, as far as `today`.
  public let values:
    @Sendable (_ year: FiscalYear, _ today: CivilDate, any SQLConnection) throws -> [IndicatorValue]
  /// How the rows behind the figure are listed; nil for a figure of which only sums are kept.
  public let listing: RowListing?

  /// An indicator with its computation, and with its rows where those can be listed.
  public init(
    _ definition: Definition,
    listing: RowListing? = nil,
    values: @escaping @Sendable (FiscalYear, CivilDate, any SQLConnection) throws -> [IndicatorValue]
  ) {
    self.definition = definition
    self.listing = listing
    self.values = values
  }

  /// An indicator that is counted row by row: its values are the sums of its rows, so that the two cannot differ.
  public init(_ definition: Definition, listing: RowListing) {
    self.definition = definition
    self.listing = listing
    values = { year, today, connection in
      listing.values(try listing.rows(year, today, connection))
    }
  }
}

/// 組織の値: the figure of one unit's own members.
public struct IndicatorValue: Sendable, Hashable {
  /// The employer.
  public let employer: RecordID<Employer>
  /// The unit of the members' primary posts; nil for people without one.
  public let unit: RecordID<OrganizationUnit>?
  /// What is counted above the line, and below it.
  public let ratio: Ratio
  /// How many people the figure tells of, such as the directors of whom some are women; nil when it tells of all
  /// who are in service.
  public let people: Int?

  /// A figure.
  public init(
    employer: RecordID<Employer>,
    unit: RecordID<OrganizationUnit>?,
    ratio: Ratio,
    people: Int? = nil
  ) {
    self.employer = employer
    self.unit = unit
    self.ratio = ratio
    self.people = people
  }
}

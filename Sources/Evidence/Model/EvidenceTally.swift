public import CivilTime
public import People
public import Store

/// 証跡の集計 – what was reported of a measure in a fiscal year, summed up by employer and bureau.
///
/// Of each chain of corrections the newest counts, unless it was withdrawn; 該当なし does not count.
public struct EvidenceTally: Sendable, Hashable {
  /// The fiscal year.
  public let year: FiscalYear
  /// The code of the plan.
  public let plan: String
  /// The measure.
  public let measure: String
  /// The employer.
  public let employer: RecordID<Employer>
  /// The unit at the top; nil where there is none.
  public let bureau: RecordID<OrganizationUnit>?
  /// How many reports count.
  public let cases: Int
  /// The sum of what was counted; nil where nothing was.
  public let quantity: Int?
  /// The sum of what it was counted of; nil where nothing was.
  public let quantityOf: Int?
  /// The newest day on which something was done.
  public let lastHeldOn: CivilDate?

  /// A sum of reports.
  public init(
    year: FiscalYear,
    plan: String,
    measure: String,
    employer: RecordID<Employer>,
    bureau: RecordID<OrganizationUnit>?,
    cases: Int,
    quantity: Int?,
    quantityOf: Int?,
    lastHeldOn: CivilDate?
  ) {
    self.year = year
    self.plan = plan
    self.measure = measure
    self.employer = employer
    self.bureau = bureau
    self.cases = cases
    self.quantity = quantity
    self.quantityOf = quantityOf
    self.lastHeldOn = lastHeldOn
  }
}

public import CivilTime
public import People
public import Store

/// 保存した数値: what an indicator came to in a fiscal year when it was last computed.
///
/// It is raw: nothing of it may be shown before small groups have been left out.
public struct StoredFigure: Sendable, Hashable {
  /// The identifier of the indicator.
  public let indicator: String
  /// The fiscal year.
  public let year: FiscalYear
  /// The day that it tells of.
  public let asOf: CivilDate
  /// Whether it will go on changing.
  public let isProvisional: Bool
  /// When it was computed.
  public let computedAt: Instant
  /// By which version of the method.
  public let methodVersion: Int
  /// What was counted at each place: by employer, then in 建制順, people without a bureau first.
  public let places: [FigurePlace]

  /// A figure.
  public init(
    indicator: String,
    year: FiscalYear,
    asOf: CivilDate,
    isProvisional: Bool,
    computedAt: Instant,
    methodVersion: Int,
    places: [FigurePlace]
  ) {
    self.indicator = indicator
    self.year = year
    self.asOf = asOf
    self.isProvisional = isProvisional
    self.computedAt = computedAt
    self.methodVersion = methodVersion
    self.places = places
  }
}

/// 数値の場所: what was counted of a bureau, or of the people of an employer who belong to none.
public struct FigurePlace: Sendable, Hashable {
  /// The employer.
  public let employer: RecordID<Employer>
  /// The unit at the top of the employer's tree; nil for people without one.
  public let bureau: FigureBureau?
  /// What was counted above the line, and below it.
  public let ratio: Ratio
  /// How many people the figure tells of.
  public let people: Int

  /// A place.
  public init(employer: RecordID<Employer>, bureau: FigureBureau?, ratio: Ratio, people: Int) {
    self.employer = employer
    self.bureau = bureau
    self.ratio = ratio
    self.people = people
  }
}

/// 部局: a unit at the top of an employer's tree as it was called on the day of a figure.
public struct FigureBureau: Sendable, Hashable {
  /// The unit.
  public let id: RecordID<OrganizationUnit>
  /// Its name on that day.
  public let name: String
  /// Its place in 建制順, lower first.
  public let order: Int

  /// A bureau.
  public init(id: RecordID<OrganizationUnit>, name: String, order: Int) {
    self.id = id
    self.name = name
    self.order = order
  }
}

/// 推移の点: what a figure came to on one day, for lines over time; raw like ``StoredFigure``.
public struct TrendPoint: Sendable, Hashable {
  /// The fiscal year that the figure belongs to.
  public let year: FiscalYear
  /// The day that it tells of.
  public let asOf: CivilDate
  /// The employer, or nil for all together.
  public let employer: RecordID<Employer>?
  /// What was counted.
  public let ratio: Ratio
  /// How many people it tells of.
  public let people: Int
  /// By which version of the method.
  public let methodVersion: Int

  /// A point.
  public init(
    year: FiscalYear,
    asOf: CivilDate,
    employer: RecordID<Employer>?,
    ratio: Ratio,
    people: Int,
    methodVersion: Int
  ) {
    self.year = year
    self.asOf = asOf
    self.employer = employer
    self.ratio = ratio
    self.people = people
    self.methodVersion = methodVersion
  }
}

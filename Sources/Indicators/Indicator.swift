public import CivilTime
public import People
public import Store

/// A figure that is computed from records (指標), declared by the capability that has them.
///
/// The plan asks by identifier and never reads another capability's tables.
public struct Indicator: Sendable {
  /// What the figure is, so that every shown number can say where it comes from.
  public struct Definition: Sendable, Hashable {
    /// The identifier, `capability.name`.
    public let id: String
    /// The name on screens and in reports.
    public let title: String
    /// What is counted above the line.
    public let numerator: String
    /// What is counted below the line.
    public let denominator: String
    /// How the figure is written.
    public let form: Form
    /// Which records it is computed from.
    public let source: String
    /// The version of the method; it changes when the way of counting does.
    public let methodVersion: Int

    /// A definition.
    public init(
      id: String,
      title: String,
      numerator: String,
      denominator: String,
      form: Form,
      source: String,
      methodVersion: Int
    ) {
      self.id = id
      self.title = title
      self.numerator = numerator
      self.denominator = denominator
      self.form = form
      self.source = source
      self.methodVersion = methodVersion
    }
  }

  /// How a figure is written.
  public enum Form: Sendable, Hashable {
    /// Numerator over denominator, in percent.
    case share
    /// The numerator alone, of so many in the denominator.
    case count
  }

  /// What the figure is.
  public let definition: Definition
  /// Computes the figure of each unit's own members for a fiscal year, as far as `today`.
  public let values:
    @Sendable (_ year: FiscalYear, _ today: CivilDate, any SQLConnection) throws -> [IndicatorValue]

  /// An indicator with its computation.
  public init(
    _ definition: Definition,
    values: @escaping @Sendable (FiscalYear, CivilDate, any SQLConnection) throws -> [IndicatorValue]
  ) {
    self.definition = definition
    self.values = values
  }
}

/// The figure of one unit's own members.
public struct IndicatorValue: Sendable, Hashable {
  /// The employer.
  public let employer: RecordID<Employer>
  /// The unit of the members' primary posts; nil for people without one.
  public let unit: RecordID<OrganizationUnit>?
  /// What is counted above the line, and below it.
  public let ratio: Ratio

  /// A figure.
  public init(employer: RecordID<Employer>, unit: RecordID<OrganizationUnit>?, ratio: Ratio) {
    self.employer = employer
    self.unit = unit
    self.ratio = ratio
  }
}

/// Numerator and denominator of a figure; kept apart so that sums stay right.
public struct Ratio: Sendable, Hashable, AdditiveArithmetic {
  /// What is counted above the line.
  public let numerator: Int
  /// What is counted below the line.
  public let denominator: Int

  /// A ratio.
  public init(_ numerator: Int, of denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Nothing of nothing.
  public static let zero = Ratio(0, of: 0)

  /// Adds both parts.
  public static func + (left: Ratio, right: Ratio) -> Ratio {
    Ratio(left.numerator + right.numerator, of: left.denominator + right.denominator)
  }

  /// Subtracts both parts.
  public static func - (left: Ratio, right: Ratio) -> Ratio {
    Ratio(left.numerator - right.numerator, of: left.denominator - right.denominator)
  }

  /// The share in tenths of a percent, rounded half up; nil of nothing, which is not nought.
  ///
  /// It may pass 100 %.
  public var perMille: Int? {
    guard denominator > 0 else { return nil }
    return (numerator * 2000 + denominator) / (2 * denominator)
  }

  /// The share as `87.5`; nil of nothing.
  public var percentText: String? {
    perMille.map { "\($0 / 10).\($0 % 10)" }
  }
}

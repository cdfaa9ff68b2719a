public import CivilTime
internal import DisclosureRules
public import People
public import Store

/// 月の指標: a figure of single months, by which months can be compared with each other.
///
/// It is computed when it is asked for, from sums that a capability keeps by month.
public struct MonthlyIndicator: Sendable {
  /// What the figure is.
  public let definition: Indicator.Definition
  private let values: @Sendable (_ months: ClosedRange<YearMonth>, any SQLConnection) throws -> [MonthValue]

  /// An indicator with its computation, which leaves out months of which nothing is recorded.
  public init(
    _ definition: Indicator.Definition,
    values: @escaping @Sendable (ClosedRange<YearMonth>, any SQLConnection) throws -> [MonthValue]
  ) {
    self.definition = definition
    self.values = values
  }

  /// The figures of some months by employer; a month of which nothing is recorded has none, which is not nought.
  ///
  /// A month that is not over has none either: what it comes to today less what it came to yesterday would tell of
  /// single people.
  public func figures(
    _ months: ClosedRange<YearMonth>,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employer>: [YearMonth: MonthFigure]] {
    var figures: [RecordID<Employer>: [YearMonth: MonthFigure]] = [:]
    for value in try values(months, connection) where value.month.lastDay < today {
      let isOfFew = value.people < Disclosure.fewestPeople
      figures[value.employer, default: [:]][value.month] = isOfFew ? .withheld : .shown(value.ratio)
    }
    return figures
  }
}

/// 月の値: what was counted of an employer in a month; raw.
public struct MonthValue: Sendable, Hashable {
  /// The employer.
  public let employer: RecordID<Employer>
  /// The month.
  public let month: YearMonth
  /// What is counted above the line, and below it.
  public let ratio: Ratio
  /// How many people it tells of.
  public let people: Int

  /// A value.
  public init(employer: RecordID<Employer>, month: YearMonth, ratio: Ratio, people: Int) {
    self.employer = employer
    self.month = month
    self.ratio = ratio
    self.people = people
  }
}

/// 月の数値: what a month came to, or that it is of too few people; what may not be shown is nowhere in it.
public enum MonthFigure: Sendable, Hashable {
  /// What was counted.
  case shown(Ratio)
  /// It tells of fewer than ten people.
  case withheld
}

public import CivilTime
internal import DisclosureRules
public import Indicators

/// 実施割合: how much of what a measure asked for in a fiscal year has been settled.
public struct Coverage: Hashable, Sendable {
  /// How many duties arose.
  public let owed: Int
  /// How many were fulfilled.
  public let fulfilled: Int
  /// How many were excused with a reason; they leave the denominator and are shown beside it.
  public let excused: Int
  /// How many are open beyond their day.
  public let overdue: Int
  /// How many persons owe them, are their subject or gave cause to them, at least; 0 where only units and offices do.
  public let people: Int
  /// The last day taken in.
  public let asOf: CivilDate

  /// Makes a coverage.
  public init(owed: Int, fulfilled: Int, excused: Int, overdue: Int, people: Int, asOf: CivilDate) {
    self.owed = owed
    self.fulfilled = fulfilled
    self.excused = excused
    self.overdue = overdue
    self.people = people
    self.asOf = asOf
  }

  /// Fulfilled of those owed and not excused.
  public var ratio: Ratio { Ratio(fulfilled, of: owed - excused) }

  /// How many are still open, overdue or not.
  public var open: Int { owed - fulfilled - excused }

  /// Whether something was owed and all of it is settled.
  public var isSettled: Bool { owed > 0 && open == 0 }

  /// The same with the people counted so.
  func counting(_ headCount: DutyHeadCount) -> Coverage {
    Coverage(
      owed: owed,
      fulfilled: fulfilled,
      excused: excused,
      overdue: overdue,
      people: headCount.people(named: people, owed: owed),
      asOf: asOf
    )
  }

  /// Whether these are duties of so few people that their numbers would tell of somebody; 0 are duties of units.
  var isOfFew: Bool { Disclosure.few.contains(people) }
}

public import CivilTime
public import People
public import Store

/// What a person's month adds up to, and what kind of post it was (月次集計).
public struct MonthTotal: Sendable, Hashable {
  /// Whose month.
  public let employee: RecordID<Employee>
  /// The month.
  public let month: YearMonth
  /// The overtime.
  public let overtime: Minutes
  /// Whether the post was external (他律部署) on any day.
  public let isExternal: Bool
  /// Whether any of the overtime was special work (特例業務).
  public let isSpecial: Bool
  /// Duty days with an objective record.
  public let recordedDutyDays: Int
  /// Rests between two duties that both have records, by the month in which the rest ends.
  public let rests: RestCount

  /// A total.
  public init(
    employee: RecordID<Employee>,
    month: YearMonth,
    overtime: Minutes,
    isExternal: Bool,
    isSpecial: Bool,
    recordedDutyDays: Int,
    rests: RestCount
  ) {
    self.employee = employee
    self.month = month
    self.overtime = overtime
    self.isExternal = isExternal
    self.isSpecial = isSpecial
    self.recordedDutyDays = recordedDutyDays
    self.rests = rests
  }
}

/// What is kept of a person's month so that lists need not add up days.
struct KeptTotal: Sendable {
  let employee: RecordID<Employee>
  let month: YearMonth
  let overtime: Minutes
  let isSpecial: Bool
  let recordedDutyDays: Int
  let rests: RestCount
}

/// Rests between duties (勤務間インターバル), and how many reached the reference.
public struct RestCount: Sendable, Hashable {
  /// How many were measured.
  public var all: Int
  /// How many were as long as the reference of 11 hours or longer.
  public var sufficient: Int

  /// Counts.
  public init(all: Int = 0, sufficient: Int = 0) {
    self.all = all
    self.sufficient = sufficient
  }
}

/// 時間（分） – an amount of time in whole minutes; it may be negative.
public struct Minutes: AdditiveArithmetic, Comparable, Hashable, Sendable, CustomStringConvertible {
  /// The amount in minutes.
  public let count: Int

  /// An amount of so many minutes.
  public init(_ count: Int) {
    self.count = count
  }

  /// An amount of hours and minutes.
  public init(hours: Int, minutes: Int = 0) {
    count = hours * 60 + minutes
  }

  /// No time at all.
  public static let zero = Minutes(0)

  /// The sum of two amounts.
  public static func + (left: Minutes, right: Minutes) -> Minutes {
    Minutes(left.count + right.count)
  }

  /// The difference of two amounts.
  public static func - (left: Minutes, right: Minutes) -> Minutes {
    Minutes(left.count - right.count)
  }

  /// The amount so many times.
  public static func * (amount: Minutes, times: Int) -> Minutes {
    Minutes(amount.count * times)
  }

  /// The amount with the opposite sign.
  public static prefix func - (amount: Minutes) -> Minutes {
    Minutes(-amount.count)
  }

  /// Whether the left amount is the shorter one.
  public static func < (left: Minutes, right: Minutes) -> Bool {
    left.count < right.count
  }
}

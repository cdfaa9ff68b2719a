public import CivilTime

/// 支給区分ごとの時間 – how many minutes fall into each pay class.
public struct PayMinutes: Hashable, Sendable, AdditiveArithmetic {
  private var counts: [PayClass: Int] = [:]

  /// No minutes in any class.
  public static let zero = PayMinutes()

  /// No minutes in any class.
  public init() {}

  /// The minutes in a class.
  public subscript(payClass: PayClass) -> Minutes {
    Minutes(counts[payClass, default: 0])
  }

  /// The overtime of all classes, which counts toward the month.
  public var overtime: Minutes {
    PayClass.allCases.filter(\.isOvertime).reduce(.zero) { $0 + self[$1] }
  }

  /// The classes that have minutes, in the order of `PayClass`.
  public var nonZero: [(payClass: PayClass, minutes: Minutes)] {
    PayClass.allCases.map { ($0, self[$0]) }.filter { $0.1 != .zero }
  }

  /// Adds minutes to a class.
  mutating func add(_ minutes: Int, to payClass: PayClass) {
    guard minutes != 0 else { return }
    let sum = counts[payClass, default: 0] + minutes
    counts[payClass] = sum == 0 ? nil : sum
  }

  /// The sum, class by class.
  public static func + (left: PayMinutes, right: PayMinutes) -> PayMinutes {
    var sum = left
    for (payClass, count) in right.counts { sum.add(count, to: payClass) }
    return sum
  }

  /// The difference, class by class.
  public static func - (left: PayMinutes, right: PayMinutes) -> PayMinutes {
    var difference = left
    for (payClass, count) in right.counts { difference.add(-count, to: payClass) }
    return difference
  }
}

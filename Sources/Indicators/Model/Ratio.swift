/// 分数: numerator and denominator of a figure; kept apart so that sums stay right.
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
  public var perMille: Int? { rounded(times: 1_000) }

  /// The share as `87.5`; nil of nothing.
  public var percentText: String? {
    perMille.map { "\($0 / 10).\($0 % 10)" }
  }

  /// The numerator times a factor over the denominator, rounded half up; nil of nothing or beyond what can be held.
  public func rounded(times factor: Int) -> Int? {
    guard denominator > 0, numerator >= 0 else { return nil }
    let (double, isTooLarge) = numerator.multipliedReportingOverflow(by: 2 * factor)
    let (sum, sumIsTooLarge) = double.addingReportingOverflow(denominator)
    guard !isTooLarge, !sumIsTooLarge, denominator <= Int.max / 2 else { return nil }
    return sum / (2 * denominator)
  }
}

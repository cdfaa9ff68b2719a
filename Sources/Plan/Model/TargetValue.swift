/// 目標値: the number to reach, whole in its unit, and from which side.
public struct TargetValue: Hashable, Sendable {
  /// The number, not negative, in ``unit``.
  public let amount: Int
  /// What the number counts.
  public let unit: TargetUnit
  /// From which side it is to be reached.
  public let direction: TargetDirection

  /// Makes a value, or nil when the amount is negative or beyond what its unit can hold.
  public init?(amount: Int, unit: TargetUnit, direction: TargetDirection) {
    guard unit.amounts.contains(amount) else { return nil }
    self.amount = amount
    self.unit = unit
    self.direction = direction
  }

  /// Whether a whole figure in the same unit reaches the target.
  ///
  /// A rate must not be rounded for this: use ``isReached(numerator:denominator:)``.
  public func isReached(by figure: Int) -> Bool {
    isReached((figure, 0), (amount, 0))
  }

  /// Whether numerator ÷ denominator reaches the target, without rounding; nil when the denominator is not positive.
  ///
  /// For percent and permille the quotient is a share of 1, so 7 of 20 is 35 percent; for other units it is an
  /// average in the unit. A rate above 100 percent counts as it is.
  public func isReached(numerator: Int, denominator: Int) -> Bool? {
    guard denominator > 0 else { return nil }
    let left = numerator.multipliedFullWidth(by: unit.partsOfOne)
    let right = denominator.multipliedFullWidth(by: amount)
    return isReached((left.high, left.low), (right.high, right.low))
  }

  private func isReached(_ figure: (Int, UInt), _ wanted: (Int, UInt)) -> Bool {
    switch direction {
    case .atLeast: figure >= wanted
    case .atMost: figure <= wanted
    case .exactly: figure == wanted
    }
  }

  /// The value for the pages, such as 35％以上, 37.5％以上, 0件 or 実施.
  public var japanese: String {
    if unit == .milestone { return amount == 1 ? "実施" : "未実施" }
    return number + unit.japanese + suffix
  }

  private var number: String {
    guard unit == .permille else { return String(amount) }
    return "\(amount / 10).\(amount % 10)"
  }

  private var suffix: String {
    switch direction {
    case .atLeast: "以上"
    case .atMost: amount == 0 ? "" : "以下"
    case .exactly: ""
    }
  }
}

/// 単位: what a target's number counts.
public enum TargetUnit: String, CaseIterable, Hashable, Sendable {
  /// Hundredths of the denominator; a rate may pass 100.
  case percent
  /// Thousandths of the denominator, for targets such as 37.5 percent.
  case permille
  /// 日
  case days
  /// 時間
  case hours
  /// 回
  case times
  /// 件
  case cases
  /// 課室
  case sections
  /// 人
  case people
  /// 1 when something is in place, 0 when it is not.
  case milestone

  /// The unit as it follows a number on the pages.
  public var japanese: String {
    switch self {
    case .percent, .permille: "％"
    case .days: "日"
    case .hours: "時間"
    case .times: "回"
    case .cases: "件"
    case .sections: "課室"
    case .people: "人"
    case .milestone: ""
    }
  }

  /// How many of the unit make the whole, for a rate; 1 for what is counted as it is.
  fileprivate var partsOfOne: Int {
    switch self {
    case .percent: 100
    case .permille: 1_000
    case .days, .hours, .times, .cases, .sections, .people, .milestone: 1
    }
  }

  /// The amounts that a target can name in this unit.
  public var amounts: ClosedRange<Int> {
    switch self {
    case .percent: 0...100
    case .permille: 0...1_000
    case .milestone: 0...1
    case .days, .hours, .times, .cases, .sections, .people: 0...1_000_000
    }
  }
}

/// 方向: from which side a target is reached.
public enum TargetDirection: String, CaseIterable, Hashable, Sendable {
  /// 以上
  case atLeast = "at-least"
  /// 以下
  case atMost = "at-most"
  /// ちょうど
  case exactly
}

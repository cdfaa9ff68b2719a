internal import Indicators

/// 目標との距離: how far a figure is from the value that a target wants.
package enum TargetDistance: Hashable, Sendable {
  /// 達成: the figure is on the right side of the value.
  case reached
  /// So many tenths of a percentage point, rounded away from the target.
  case points(tenths: Int, TargetDirection)
  /// So many thousandths of the unit.
  case units(milli: Int, TargetUnit, TargetDirection)
  /// 未実施: something that is to be in place is not.
  case notInPlace
  /// So few were counted that a rate would say nothing.
  case tooFew
  /// The figure may not be shown.
  case withheld
  /// There is no figure.
  case noFigure

  /// Whether the target is reached; nil when that cannot be said.
  package var isReached: Bool? {
    switch self {
    case .reached: true
    case .points, .units, .notInPlace: false
    case .tooFew, .withheld, .noFigure: nil
    }
  }

  /// The distance for pages and reports.
  package var japanese: String {
    switch self {
    case .reached: "達成"
    case .points(let tenths, let direction):
      Self.words("\(tenths / 10).\(tenths % 10)ポイント", direction)
    case .units(let milli, let unit, let direction):
      Self.words(MilliText.text(milli) + unit.japanese, direction)
    case .notInPlace: "未実施"
    case .tooFew: FigureWords.tooFewForRate
    case .withheld: FigureWords.withheld
    case .noFigure: "まだ数字がありません"
    }
  }

  private static func words(_ amount: String, _ direction: TargetDirection) -> String {
    switch direction {
    case .atLeast: "目標まであと\(amount)"
    case .atMost: "目標を\(amount)上回る"
    case .exactly: "目標との差\(amount)"
    }
  }
}

extension TargetDistance {
  /// The distance of an amount from what a target wants; judged before anything is rounded.
  package static func of(_ target: Target, _ amount: TargetAmount?) -> TargetDistance {
    switch amount {
    case nil: .noFigure
    case .withheld: .withheld
    case .ratio(let ratio): of(target, ratio)
    case .value(let milli, _): of(target.value, milli: milli)
    }
  }

  private static func of(_ target: Target, _ ratio: Ratio) -> TargetDistance {
    guard ratio.denominator > 0 else { return .noFigure }
    switch target.judged {
    case .complete:
      return ratio.numerator >= ratio.denominator ? .reached : share(ratio, tenths: 1_000, .atLeast)
    case .share(let percent): return share(ratio, tenths: percent * 10, .atLeast)
    case .value where target.value.unit.isRate:
      return share(ratio, tenths: target.value.tenths, target.value.direction)
    case .value:
      if target.value.isReached(numerator: ratio.numerator, denominator: ratio.denominator) == true {
        return .reached
      }
      return ratio.rounded(times: 1_000).map { of(target.value, milli: $0) } ?? .noFigure
    }
  }

  /// A share of 1 against tenths of a percent.
  private static func share(_ ratio: Ratio, tenths: Int, _ direction: TargetDirection) -> TargetDistance {
    guard ratio.denominator >= Tally.fewestForRate else { return .tooFew }
    let (scaled, isTooLarge) = ratio.numerator.multipliedReportingOverflow(by: 1_000)
    let (wanted, wantedIsTooLarge) = ratio.denominator.multipliedReportingOverflow(by: tenths)
    guard !isTooLarge, !wantedIsTooLarge else { return .noFigure }
    if direction.holds(scaled, wanted) { return .reached }
    // Away from the target, so that a figure that misses it is never said to be 0.0 points away.
    let gap = Int((wanted - scaled).magnitude)
    return .points(tenths: (gap + ratio.denominator - 1) / ratio.denominator, direction)
  }

  private static func of(_ value: TargetValue, milli: Int) -> TargetDistance {
    let wanted = value.milli
    if value.direction.holds(milli, wanted) { return .reached }
    if value.unit == .milestone { return .notInPlace }
    let gap = Int((wanted - milli).magnitude)
    return value.unit.isRate
      ? .points(tenths: (gap + 99) / 100, value.direction) : .units(milli: gap, value.unit, value.direction)
  }
}

extension TargetDirection {
  fileprivate func holds(_ figure: Int, _ wanted: Int) -> Bool {
    switch self {
    case .atLeast: figure >= wanted
    case .atMost: figure <= wanted
    case .exactly: figure == wanted
    }
  }
}

extension TargetUnit {
  /// Whether it counts parts of a whole.
  var isRate: Bool {
    switch self {
    case .percent, .permille: true
    case .days, .hours, .times, .cases, .sections, .people, .milestone: false
    }
  }
}

extension TargetUnit {
  /// Whether a figure in it is a plain number of something, not a rate or an average.
  var isCount: Bool {
    switch self {
    case .times, .cases, .sections, .people, .milestone: true
    case .percent, .permille, .days, .hours: false
    }
  }
}

extension TargetValue {
  /// The number in tenths of a percent, for a rate.
  var tenths: Int { unit == .permille ? amount : amount * 10 }

  /// The number in thousandths of what stands after it on pages: percent for rates, the unit for others.
  var milli: Int { unit == .permille ? amount * 100 : amount * 1_000 }
}

/// Thousandths as a decimal number.
enum MilliText {
  /// The number without needless zeros: 16.2, 5, 102.5, -0.5.
  static func text(_ milli: Int) -> String {
    let (whole, rest) = Int(milli.magnitude).quotientAndRemainder(dividingBy: 1_000)
    let sign = milli < 0 ? "-" : ""
    guard rest > 0 else { return sign + FigureWords.grouped(whole) }
    var digits = Array("\(1_000 + rest)".utf8.dropFirst())
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return "\(sign)\(FigureWords.grouped(whole)).\(String(decoding: digits, as: UTF8.self))"
  }
}

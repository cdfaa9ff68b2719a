package import CivilTime
package import Indicators

/// 公表する数値 – what stands in one cell, or why nothing does.
package struct PublishedNumber: Sendable, Hashable {
  /// What it came to.
  package enum Amount: Sendable, Hashable {
    /// A share in tenths of a percent.
    case percent(permille: Int)
    /// A value in thousandths of its unit.
    case value(milli: Int)
    /// A number of people or cases.
    case count(Int)
    /// 非表示: it could be traced to single people.
    case withheld
    /// A rate of fewer than ten, which would say more of chance than of the group.
    case tooFew
    /// Nobody was there to be counted, which is not nought.
    case nobody
  }

  /// What it came to.
  package let amount: Amount
  /// The last day that it takes in.
  package let asOf: CivilDate
  /// Whether it will go on changing.
  package let isProvisional: Bool
  /// Where an imported figure comes from; nil for one computed from records.
  package let source: String?

  /// The number alone, without a unit; nil where nothing may stand there.
  package var text: String? {
    switch amount {
    case .percent(let permille): FileNumber.text(permille, decimals: 1)
    case .value(let milli): FileNumber.milli(milli)
    case .count(let count): "\(count)"
    case .withheld, .tooFew, .nobody: nil
    }
  }

  /// The share of a ratio; of fewer than ten there is none.
  static func share(_ ratio: Ratio) -> Amount {
    guard ratio.denominator >= fewestForRate, let permille = ratio.perMille else { return .tooFew }
    return .percent(permille: permille)
  }

  /// The average of a ratio whose numerator holds so many parts of the unit, with one decimal.
  static func average(_ ratio: Ratio, parts: Int) -> Amount {
    let inUnit = Ratio(ratio.numerator, of: ratio.denominator * parts)
    guard ratio.denominator >= fewestForRate, let tenths = inUnit.rounded(times: 10) else { return .tooFew }
    return .value(milli: tenths * 100)
  }

  /// Below this denominator nothing public shows a rate.
  static let fewestForRate = 10
}

/// 記録からの数値 – the figure of one employer as computed from records, guarded already.
package struct RecordedFigure: Sendable, Hashable {
  /// What was counted; nil where it may not be shown.
  package let ratio: Ratio?
  /// How it is written.
  package let form: Indicator.Form
  /// The last day that it takes in.
  package let asOf: CivilDate
  /// Whether it will go on changing.
  package let isProvisional: Bool

  /// A figure.
  package init(ratio: Ratio?, form: Indicator.Form, asOf: CivilDate, isProvisional: Bool) {
    self.ratio = ratio
    self.form = form
    self.asOf = asOf
    self.isProvisional = isProvisional
  }

  var number: PublishedNumber {
    number { ratio in
      switch form {
      case .share: PublishedNumber.share(ratio)
      case .count: .count(ratio.numerator)
      case .average(let unit): PublishedNumber.average(ratio, parts: unit.parts)
      }
    }
  }

  func number(_ amount: (Ratio) -> PublishedNumber.Amount) -> PublishedNumber {
    let shown = ratio.map { $0.denominator == 0 ? .nobody : amount($0) }
    return PublishedNumber(
      amount: shown ?? .withheld,
      asOf: asOf,
      isProvisional: isProvisional,
      source: nil
    )
  }
}

/// 取り込んだ数値 – a figure of one employer from a file, for what no capability computes.
package struct SuppliedFigure: Sendable, Hashable {
  /// Thousandths of the unit; nil where only a ratio is given.
  package let milli: Int?
  /// Numerator and denominator; nil where only a value is given.
  package let ratio: Ratio?
  /// The last day that it takes in.
  package let asOf: CivilDate
  /// Where it comes from, and by which method.
  package let source: String

  /// A figure.
  package init(milli: Int?, ratio: Ratio?, asOf: CivilDate, source: String) {
    self.milli = milli
    self.ratio = ratio
    self.asOf = asOf
    self.source = source
  }

  /// The number of a cell; a share is never shown of fewer than ten.
  func number(isShare: Bool) -> PublishedNumber {
    PublishedNumber(amount: amount(isShare), asOf: asOf, isProvisional: false, source: source)
  }

  private func amount(_ isShare: Bool) -> PublishedNumber.Amount {
    if ratio?.denominator == 0 { return .nobody }
    if isShare, let ratio { return PublishedNumber.share(ratio) }
    if let milli { return .value(milli: milli) }
    guard let ratio else { return .tooFew }
    return PublishedNumber.average(ratio, parts: 1)
  }
}

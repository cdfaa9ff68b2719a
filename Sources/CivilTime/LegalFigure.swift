/// 法令の数値 – a figure of law with the days on which it is in force and its article.
public struct LegalFigure<Amount: Hashable & Sendable>: Hashable, Sendable {
  /// The figure.
  public let amount: Amount

  /// The first day on which it is in force.
  public let from: CivilDate

  /// The last day on which it is in force, or nil while it stands.
  public let to: CivilDate?

  /// The article in Japanese, such as 人事院規則15―14第16条の2の2第1項第2号イ.
  public let citation: String

  /// A figure in force from one day to another, both included.
  public init(_ amount: Amount, from: CivilDate, to: CivilDate? = nil, citation: String) {
    self.amount = amount
    self.from = from
    self.to = to
    self.citation = citation
  }

  /// Whether the figure is in force on a day.
  public func isInForce(on date: CivilDate) -> Bool {
    guard let to else { return from <= date }
    return from <= date && date <= to
  }
}

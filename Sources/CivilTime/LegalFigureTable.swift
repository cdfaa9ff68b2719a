/// 法令の数値の変遷 – a figure of law through time: its versions, one after the other.
public struct LegalFigureTable<Amount: Hashable & Sendable>: Hashable, Sendable {
  /// What the figure is in Japanese, such as 1箇月の上限（自律部署）.
  public let name: String

  /// The present version; it may have come into force already or not.
  public let newest: LegalFigure<Amount>

  /// The versions before it, newest first.
  public let earlier: [LegalFigure<Amount>]

  /// A table with its newest version and, newest first, the earlier ones.
  public init(_ name: String, newest: LegalFigure<Amount>, earlier: [LegalFigure<Amount>] = []) {
    self.name = name
    self.newest = newest
    self.earlier = earlier
  }

  /// All versions, newest first.
  public var versions: [LegalFigure<Amount>] { [newest] + earlier }

  /// The version in force on a day, or nil where there was no such rule.
  public func figure(on date: CivilDate) -> LegalFigure<Amount>? {
    versions.first { $0.isInForce(on: date) }
  }
}

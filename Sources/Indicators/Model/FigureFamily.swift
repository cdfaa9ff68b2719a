extension Indicator {
  /// 系統: which parts of the same people the group of a figure is made of.
  ///
  /// Parts of one family never overlap. So readers can add and subtract the figures of a family, and where that would
  /// tell of few people one of the figures is withheld. Parts that are thought never to hold anybody are best left
  /// out: the fewer parts there are, the more is guarded.
  public struct Family: Sendable, Hashable {
    /// The family; figures of other families are of other people, or of other days.
    public let name: String
    /// Which figure stays where two cannot be shown together: the one of the lower rank.
    public let rank: Int
    /// The parts of the group.
    public let parts: Set<String>

    /// A place in a family.
    public init(_ name: String, rank: Int, parts: Set<String>) {
      self.name = name
      self.rank = rank
      self.parts = parts
    }
  }
}

/// 章: a chapter of the plan.
public struct Chapter: Hashable, Sendable {
  /// The lasting id, such as `II`.
  public let id: String
  /// The title in Japanese.
  public let title: String
  /// The items in the plan's order.
  public let items: [PlanItem]
}

/// 項目: an item of a chapter, holding measures.
public struct PlanItem: Hashable, Sendable {
  /// The lasting id, such as `II-1-3ii`.
  public let id: String
  /// The title in Japanese.
  public let title: String
  /// The id of the theme that the item serves, if any; it is always a theme of the same plan.
  public let theme: String?
  /// The measures in the plan's order, aliases included.
  public let measures: [Measure]
}

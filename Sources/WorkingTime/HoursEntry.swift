public import Access
internal import Site

/// 勤務時間の入口 – a page of the family of working time to which the pages of a day and of units lead.
///
/// The roof hands them in, for working time knows nothing of what stands above it.
public struct HoursEntry: Sendable, Hashable {
  /// What the link says.
  public let title: String
  /// Where it leads.
  public let path: String
  /// One line about it.
  public let text: String
  /// Who sees it; the same rule as the route's.
  public let allow: AccessRule

  /// An entry for those whom the rule admits.
  public init(_ title: String, _ path: String, text: String, allow: AccessRule) {
    self.title = title
    self.path = path
    self.text = text
    self.allow = allow
  }
}

extension [HoursEntry] {
  /// Those that somebody may use.
  func shown(to actor: Actor) -> [Panels.Entry] {
    filter { $0.allow.admits(actor) }.map { .init($0.title, to: $0.path, text: $0.text) }
  }
}

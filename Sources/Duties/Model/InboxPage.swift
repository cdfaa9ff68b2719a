public import CivilTime

/// 担当の取組の絞り込み – which duties of an inbox are listed.
public struct InboxFilter: Sendable, Hashable {
  /// Which part of the inbox.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    /// Open, past the due day.
    case overdue
    /// Open, due until Sunday.
    case week
    /// Open, due until the end of the month.
    case month
    /// All that are open.
    case open
    /// Done or excused.
    case settled
  }

  /// The part.
  public let part: Part
  /// The measure; nil for all.
  public let measure: String?

  /// A filter.
  public init(_ part: Part = .open, measure: String? = nil) {
    self.part = part
    self.measure = measure
  }
}

/// One line of an inbox.
public struct InboxItem: Sendable, Hashable {
  /// The duty.
  public let duty: Duty
  /// The title of the measure.
  public let title: String
  /// What is to be done.
  public let task: String
  /// About whom or what, by name.
  public let about: String
  /// When the secretariat last reminded of it.
  public let remindedAt: Instant?
}

/// How many open duties an inbox holds.
public struct InboxCounts: Sendable, Hashable {
  /// All that are open.
  public let open: Int
  /// Those past the due day.
  public let overdue: Int
  /// Those due from today until Sunday.
  public let week: Int
  /// Those due from today until the end of the month.
  public let month: Int
}

/// One page of an inbox: overdue first, then by due day, then in the order of the plan.
public struct InboxPage: Sendable, Hashable {
  /// How many lines a page has.
  public static let length = 50

  /// The lines.
  public let items: [InboxItem]
  /// How many lines the filter leaves.
  public let total: Int
  /// What the whole inbox holds.
  public let counts: InboxCounts
  /// The measures with open duties, for the filter, in the order of the plan.
  public let measures: [InboxMeasure]
}

/// A measure with open duties in an inbox.
public struct InboxMeasure: Sendable, Hashable {
  /// The measure.
  public let measure: String
  /// Its title.
  public let title: String
  /// How many are open.
  public let open: Int
}

/// One duty with all that its page and its form show.
public struct DutySheet: Sendable, Hashable {
  /// The duty.
  public let duty: Duty
  /// The title of the measure.
  public let title: String
  /// What is to be done.
  public let task: String
  /// About whom or what, by name.
  public let about: String
  /// Who owes it, by name of the seat.
  public let ownerName: String
  /// Whether the visitor is the owner now.
  public let isOwner: Bool
  /// Whether the visitor watches over it: secretariat or personnel authority.
  public let isWatched: Bool
}

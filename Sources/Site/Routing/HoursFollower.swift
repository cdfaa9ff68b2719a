public import CivilTime
public import People
public import Store

/// 割振りの変更の知らせ – what is done, in the same transaction, when regular hours of people have changed.
///
/// Who changes hours does not know who counts them; the roof introduces them.
public struct HoursFollower: Sendable {
  /// Whose hours changed, and by whom.
  public struct Change: Sendable {
    /// Whose hours may have changed.
    public enum Reach: Sendable, Hashable {
      /// One person's, on any day.
      case person(RecordID<Employee>)
      /// Anybody's, from a day on.
      case everybody(from: CivilDate)
    }

    /// Whose.
    public let reach: Reach
    /// When.
    public let at: Instant
    /// The account that changed them.
    public let account: Int64
    /// Makes identifiers for what is written.
    public let ids: RecordIDSource

    /// A change.
    public init(of reach: Reach, at: Instant, account: Int64, ids: RecordIDSource) {
      self.reach = reach
      self.at = at
      self.account = account
      self.ids = ids
    }
  }

  /// Called after the change was written.
  public let follow: @Sendable (Change, any SQLConnection) throws -> Void

  /// A follower.
  public init(_ follow: @escaping @Sendable (Change, any SQLConnection) throws -> Void) {
    self.follow = follow
  }

  /// Where nobody counts hours.
  public static let none = HoursFollower { _, _ in }
}

public import CivilTime
public import Store

/// 発令 – that somebody holds a post during a period.
public struct Assignment: Sendable, Hashable {
  /// Its identifier.
  public let id: RecordID<Assignment>
  /// Who holds the post.
  public let employee: RecordID<Employee>
  /// The post.
  public let post: RecordID<Post>
  /// As what they hold it.
  public let kind: AssignmentKind
  /// The first day.
  public let from: CivilDate
  /// The last day; nil while it lasts.
  public let to: CivilDate?

  /// An assignment.
  public init(
    id: RecordID<Assignment>,
    employee: RecordID<Employee>,
    post: RecordID<Post>,
    kind: AssignmentKind,
    from: CivilDate,
    to: CivilDate? = nil
  ) {
    self.id = id
    self.employee = employee
    self.post = post
    self.kind = kind
    self.from = from
    self.to = to
  }
}

/// 発令区分 – as what somebody holds a post.
public enum AssignmentKind: String, SQLStorable, Hashable, CaseIterable {
  /// 本務: the one main post.
  case primary
  /// 併任: one more post beside the main one.
  case concurrent
  /// 事務取扱: acting in a vacant post.
  case acting

  /// The name shown to people.
  public var japanese: String {
    switch self {
    case .primary: "本務"
    case .concurrent: "併任"
    case .acting: "事務取扱"
    }
  }
}

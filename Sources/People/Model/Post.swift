public import Store

/// 官職 – a title in a unit with its rank; several people may hold posts of the same title.
public struct Post: Sendable, Hashable {
  /// Its identifier.
  public let id: RecordID<Post>
  /// The unit it belongs to.
  public let unit: RecordID<OrganizationUnit>
  /// The title, such as 課長補佐.
  public let title: String
  /// The band in which it is counted.
  public let rankBand: RankBand
  /// 管理職: whether it is a managerial post.
  public let isManagerial: Bool
  /// 幹部職: whether it is an executive post.
  public let isExecutive: Bool
  /// 組織の長: whether its holder heads the unit.
  public let isHead: Bool

  /// A post.
  public init(
    id: RecordID<Post>,
    unit: RecordID<OrganizationUnit>,
    title: String,
    rankBand: RankBand,
    isManagerial: Bool = false,
    isExecutive: Bool = false,
    isHead: Bool = false
  ) {
    self.id = id
    self.unit = unit
    self.title = title
    self.rankBand = rankBand
    self.isManagerial = isManagerial
    self.isExecutive = isExecutive
    self.isHead = isHead
  }
}

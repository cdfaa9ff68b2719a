public import CivilTime

/// 公表の内容 – what an employer publishes of one item, as far as the duty to publish looks at it.
public struct DisclosureEntry: Sendable, Hashable {
  /// What stands there.
  public enum Content: Sendable, Hashable {
    /// A value, nought included.
    case value
    /// Nothing, and why.
    case blank(reason: String)
    /// Nothing, and nobody says why.
    case nothing
  }

  /// Why an entry does not count as published.
  public enum Fault: Sendable, Hashable {
    /// Neither a value nor a reason.
    case noValue
    /// A value without the day that it tells of.
    case noDay
    /// The value lies ahead of the day of publication.
    case ahead(CivilDate)
    /// The value is older than about two years.
    case tooOld(CivilDate)
    /// The month of publication is missing.
    case noMonth

    /// What to do, as a sentence for pages.
    public var japanese: String {
      switch self {
      case .noValue: "値がありません。値を入れるか、空欄の理由を書いてください。"
      case .noDay: "数値の時点がありません。"
      case .ahead(let day): "数値の時点（\(day.japaneseWithoutWeekday)）が公表の日より後です。"
      case .tooOld(let day): "数値の時点（\(day.japaneseWithoutWeekday)）が、おおむね2年より前です。"
      case .noMonth: "公表年月がありません。"
      }
    }
  }

  /// The item.
  public let item: DisclosureItem
  /// What stands there.
  public let content: Content
  /// The last day that the value takes in.
  public let asOf: CivilDate?
  /// The month of publication.
  public let publishedIn: YearMonth?

  /// An entry.
  public init(item: DisclosureItem, content: Content, asOf: CivilDate?, publishedIn: YearMonth?) {
    self.item = item
    self.content = content
    self.asOf = asOf
    self.publishedIn = publishedIn
  }

  /// Why the entry does not count as published on a day; nil where it does.
  public func fault(on day: CivilDate) -> Fault? {
    switch content {
    case .nothing: return .noValue
    case .blank(let reason):
      if reason.utf8.isEmpty { return .noValue }
    case .value:
      guard let asOf else { return .noDay }
      if asOf > day { return .ahead(asOf) }
      let months = PublicationDuty.oldestMonths.figure(on: day)?.amount ?? 0
      if asOf < day.adding(months: -months) { return .tooOld(asOf) }
    }
    return publishedIn == nil ? .noMonth : nil
  }
}

public import CivilTime

/// 公表の確認 – whether what an employer publishes is what the law asks for at least.
public enum PublicationRule: Sendable {
  /// What is missing on a day; nothing where the duty is met.
  ///
  /// - Parameters:
  ///   - entries: what is published of each item; an item without an entry is not published.
  ///   - day: the day on which the information stands in public.
  public static func verdict(_ entries: [DisclosureEntry], on day: CivilDate) -> [PublicationFinding] {
    verdict(published: Set(entries.filter { $0.fault(on: day) == nil }.map(\.item)), on: day)
  }

  /// What is missing on a day when these items are published in full.
  public static func verdict(published: Set<DisclosureItem>, on day: CivilDate) -> [PublicationFinding] {
    guard let duty = PublicationDuty.law.figure(on: day) else {
      return [
        PublicationFinding(kind: .noRule, citation: PublicationDuty.law.newest.citation, isConfirmed: false)
      ]
    }
    var kinds: [PublicationFinding.Kind] = []
    for item in DisclosureItem.allCases where duty.amount.always.contains(item) && !published.contains(item) {
      kinds.append(.missing(item))
    }
    for group in DisclosureItem.Group.allCases {
      let choices = choices(of: group, duty.amount)
      let least = group == .opportunity ? duty.amount.leastOfOpportunity : duty.amount.leastOfBalance
      if choices.filter(published.contains).count < least {
        kinds.append(.tooFew(group, least: least, choices: choices))
      }
    }
    return kinds.map { kind in
      PublicationFinding(kind: kind, citation: duty.citation, isConfirmed: duty.amount.isConfirmed)
    }
  }

  /// The items among which an employer may choose: those that are not asked for anyway.
  private static func choices(of group: DisclosureItem.Group, _ duty: PublicationDuty) -> [DisclosureItem] {
    DisclosureItem.items(of: group).filter { item in !duty.always.contains(item) }
  }
}

/// 公表の確認結果 – one thing that is missing in what an employer publishes.
public struct PublicationFinding: Sendable, Hashable {
  /// What is missing.
  public enum Kind: Sendable, Hashable {
    /// An item that everyone must publish.
    case missing(DisclosureItem)
    /// Fewer items of a list than must be chosen; any of `choices` would do.
    case tooFew(DisclosureItem.Group, least: Int, choices: [DisclosureItem])
    /// No rule is known for the day.
    case noRule
  }

  /// What is missing.
  public let kind: Kind
  /// The article.
  public let citation: String
  /// Whether the article was read in its own text.
  public let isConfirmed: Bool

  /// The finding with its remedy and its article, as sentences for pages.
  public var japanese: String {
    let doubt = isConfirmed ? "" : "この規定は条文での確認が済んでいません。"
    return "\(sentence)（\(citation)）\(doubt)"
  }

  private var sentence: String {
    switch kind {
    case .missing(let item):
      return "「\(item.code) \(item.japanese)」は必ず公表する項目です。値を入れるか、空欄の理由を書いてください。"
    case .tooFew(let group, let least, let choices):
      let codes = choices.map(\.code).joined(separator: "・")
      return "「\(group.japanese)」から\(least)項目以上が要ります。\(codes)のどれかを公表してください。"
    case .noRule:
      return "令和5年4月1日より前の規定は収録していません。"
    }
  }
}

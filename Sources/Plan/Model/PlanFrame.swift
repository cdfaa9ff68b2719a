public import CivilTime

/// 根拠法令: an article that the plan is made under.
public struct LegalBasis: Hashable, Sendable {
  /// The Act's name in Japanese.
  public let act: String
  /// The Act's number, such as 平成27年法律第64号.
  public let number: String?
  /// The article, such as 第19条.
  public let article: String
}

/// 出典: where the plan itself can be read; its text is the authority, not this data.
public struct PlanSource: Hashable, Sendable {
  /// What stands at the address.
  public let title: String
  /// The address, beginning with `https://` or `http://`.
  public let address: String
}

/// 上位の方針: a document that the plan follows or builds on.
public struct ParentDocument: Hashable, Sendable {
  /// The document's title in Japanese.
  public let title: String
  /// The day it was decided.
  public let decided: CivilDate
  /// The day of the revision in force, if it was revised.
  public let revised: CivilDate?
}

/// 重点項目: a theme of the plan, why it was chosen, and what staff should come to feel.
public struct PlanTheme: Hashable, Sendable {
  /// The lasting id, such as `motivation`.
  public let id: String
  /// The title in Japanese.
  public let title: String
  /// What was found that made this a theme, in one Japanese sentence.
  public let diagnosis: String
  /// The answers to the staff survey that show whether the theme succeeds; they carry no numeric target.
  public let outcomes: [String]
}

public import Duties
internal import Journal

/// The kinds of evidence and of journal entries that the follow-up leaves.
public enum FollowUpKinds: Sendable {
  /// 年次フォローアップの公表: fulfils the duty to follow the plan up each year.
  public static let published = EvidenceKind(
    EvidenceKindID(rawValue: "plan.follow-up"),
    title: "年次フォローアップの公表"
  )

  /// All kinds of evidence that this capability declares.
  public static let evidence = [published]

  static let opened: JournalKind = "follow-up.opened"
  static let written: JournalKind = "follow-up.text-written"
  static let stepped: JournalKind = "follow-up.stepped"
  static let listed: JournalKind = "follow-up.outstanding-exported"
}

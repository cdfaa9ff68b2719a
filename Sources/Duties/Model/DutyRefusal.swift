/// なぜできないか – why an act on a duty was not done; nothing was changed.
public enum DutyRefusal: Error, Sendable, Hashable {
  /// There is no such duty that this person may know of.
  case notFound
  /// Somebody changed it after the page was drawn.
  case changedMeanwhile
  /// It is done or excused already.
  case alreadySettled
  /// It is still open.
  case stillOpen
  /// A reason must be given.
  case reasonMissing
  /// The new owner is not in service, not in force, or of another employer.
  case ownerNotThere
  /// Not all of them may be settled with one date.
  case notBulkSafe
  /// The day has not come yet.
  case dayAhead
  /// Fewer identifiers than rules were given.
  case identifiersMissing

  /// What to do, in words of the user interface.
  public var japanese: String {
    switch self {
    case .notFound: "この担当の取組は見つかりません。一覧を開き直してください。"
    case .changedMeanwhile: "表示したあとに、ほかの人が変更しました。画面を開き直して、内容を確かめてください。"
    case .alreadySettled: "すでに済みになっています。何も変更していません。"
    case .stillOpen: "まだ済みになっていないため、戻すことはできません。"
    case .reasonMissing: "理由を入力してください。"
    case .ownerNotThere: "引き継ぐ先が、今日の組織や在職者の中に見つかりません。選び直してください。"
    case .notBulkSafe: "まとめて記録できない取組が含まれています。一つずつ報告してください。"
    case .dayAhead: "まだ来ていない日は記録できません。日付を確かめてください。"
    case .identifiersMissing: "義務のきまりの番号が足りません。"
    }
  }
}

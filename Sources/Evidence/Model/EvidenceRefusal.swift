/// なぜできないか – why a report was not taken, corrected or withdrawn; nothing was changed.
public enum EvidenceRefusal: Error, Sendable, Hashable {
  /// There is no such report, or no such duty.
  case notFound
  /// The duty lies with somebody else, perhaps since a moment ago.
  case movedOn
  /// Somebody corrected it meanwhile.
  case corrected
  /// It was withdrawn.
  case withdrawn
  /// It was dated on a day to come.
  case dayAhead
  /// A withdrawal needs a reason.
  case reasonMissing

  /// What to do, in words of the user interface.
  public var japanese: String {
    switch self {
    case .notFound: "この報告は見つかりません。一覧を開き直してください。"
    case .movedOn: "この取組は、ほかの担当に移っています。報告は保存していません。担当を確かめてください。"
    case .corrected: "この報告は、すでに訂正されています。新しい報告を開いて確かめてください。"
    case .withdrawn: "この報告は、すでに取り下げられています。必要なときは新しく報告してください。"
    case .dayAhead: "まだ来ていない日は報告できません。日付を確かめてください。"
    case .reasonMissing: "理由を入力してください。"
    }
  }
}

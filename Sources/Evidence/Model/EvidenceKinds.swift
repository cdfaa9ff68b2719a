public import Duties
internal import Journal

/// 手で報告する証跡の種類 – the kinds of evidence that this capability leaves.
public enum EvidenceKinds: Sendable {
  /// 実施報告: what was done, with a link or files where there are some.
  public static let report = EvidenceKind(
    EvidenceKindID(rawValue: "hand.report"),
    title: "実施報告",
    asks: [.text, .link, .file]
  )
  /// 実施日: the day alone.
  public static let date = EvidenceKind(EvidenceKindID(rawValue: "hand.date"), title: "実施日")
  /// 件数: how many.
  public static let count = EvidenceKind(
    EvidenceKindID(rawValue: "hand.count"),
    title: "件数",
    asks: [.quantity, .text]
  )
  /// 割合: how many of how many.
  public static let share = EvidenceKind(
    EvidenceKindID(rawValue: "hand.share"),
    title: "割合",
    asks: [.quantity, .quantityOf, .text]
  )
  /// 資料: words and a link or a file.
  public static let document = EvidenceKind(
    EvidenceKindID(rawValue: "hand.document"),
    title: "資料",
    asks: [.text, .link, .file]
  )
  /// 研修・会議など: what was held, and how many took part.
  public static let session = EvidenceKind(
    EvidenceKindID(rawValue: "hand.session"),
    title: "研修・会議など",
    asks: [.text, .quantity]
  )
  /// All that a plan may ask for.
  public static let all = [report, date, count, share, document, session]

  /// 該当なし: the answer of a unit that had nothing to do; it fulfils any duty by hand and counts for nothing.
  public static let none = EvidenceKind(EvidenceKindID(rawValue: "hand.none"), title: "該当なし")

  /// A kind by its name; nil for one that is not reported by hand.
  public static func kind(_ id: EvidenceKindID) -> EvidenceKind? {
    (all + [none]).first { $0.id.rawValue.utf8.elementsEqual(id.rawValue.utf8) }
  }
}

/// The kinds of journal entries about evidence.
enum EvidenceJournal {
  static let reported: JournalKind = "evidence.reported"
  static let corrected: JournalKind = "evidence.corrected"
  static let withdrawn: JournalKind = "evidence.withdrawn"
}

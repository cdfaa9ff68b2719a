/// Why the follow-up could not be moved, written or read; the text says what to do.
public enum FollowUpError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is no snapshot of that number, or none at all.
  case noSnapshot
  /// The stored text of a snapshot is not what was frozen.
  case damaged(line: Int)
  /// The stage does not allow the move.
  case noSuchMove(ReportMove, from: ReportStage)
  /// The texts are closed while a body deals with the report.
  case locked(ReportStage)
  /// Somebody else moved the report in the meantime.
  case movedMeanwhile
  /// A move needs a reason.
  case noteMissing
  /// The day of a step lies before the step before it, or ahead.
  case impossibleDay
  /// The plan has no such measure or target.
  case noSuchSubject

  /// What is wrong and what helps, for commands.
  public var description: String {
    switch self {
    case .noSnapshot: "there is no such snapshot; a report is frozen when it leaves the draft"
    case .damaged(let line): "line \(line) of the snapshot is not as it was frozen; restore the database"
    case .noSuchMove(let move, let stage): "'\(move.rawValue)' is not possible from '\(stage.rawValue)'"
    case .locked(let stage): "the texts are closed while the report is at '\(stage.rawValue)'"
    case .movedMeanwhile: "somebody else moved the report; read it again"
    case .noteMissing: "a way back or a correction needs a reason"
    case .impossibleDay: "the day lies ahead or before the step before"
    case .noSuchSubject: "the plan has no such measure or target"
    }
  }

  /// The same for pages.
  var japanese: String {
    switch self {
    case .noSnapshot: "凍結した報告がありません。報告は、下書きから事務局確認へ進めたときに凍結します。"
    case .damaged(let line): "凍結した報告の\(line)行目が、凍結したときの内容と違います。管理者に知らせてください。"
    case .noSuchMove(_, let stage): "報告はいま「\(stage.japanese)」です。この操作はできません。"
    case .locked(let stage): "報告は「\(stage.japanese)」に出ているため、記入を閉じています。直すときは下書きに戻してください。"
    case .movedMeanwhile: "ほかの人が先に段階を進めました。最新の内容を確かめてください。"
    case .noteMissing: "戻す理由、または訂正の理由を入力してください。"
    case .impossibleDay: "日付は、前の段階の日から今日までの間で入力してください。"
    case .noSuchSubject: "この取組・目標は計画にありません。"
    }
  }
}

/// Why the committee's desk refuses something.
enum CommitteeRefusal: Error, Sendable, Hashable {
  /// There is no such meeting, item or voice, or not in this plan.
  case notFound
  /// Somebody else changed it meanwhile.
  case changedMeanwhile
  /// The meeting is over or cancelled.
  case closed(MeetingState)
  /// A meeting cannot be held before its day.
  case stillAhead
  /// The owner of a decision is not there.
  case ownerNotThere
  /// An item with papers does not leave the agenda.
  case hasPapers
  /// A paper leaves a meeting that was held only with a reason.
  case reasonMissing
  /// The plan has no measure that decisions can stand under.
  case noMeasure

  var japanese: String {
    switch self {
    case .notFound: "この会議・議題・声はありません。"
    case .changedMeanwhile: "ほかの人が先に変更しました。最新の内容を確かめて、もう一度操作してください。"
    case .closed(let state): "この会議は「\(state.japanese)」のため、変更できません。"
    case .stillAhead: "会議の日がまだ来ていません。開催した後に記録してください。"
    case .ownerNotThere: "担当の組織は、いまはありません。別の組織か担当を選んでください。"
    case .hasPapers: "この議題には資料が付いています。先に資料を外してから、議題を外してください。"
    case .reasonMissing: "開催した会議の資料を外すときは、理由を入力してください。"
    case .noMeasure: "計画に、推進委員会の取組がありません。担当を選ばずに記録してください。"
    }
  }
}

internal import CivilTime

/// Why a desk refuses something about overtime.
enum OrderRefusal: Error, Sendable, Hashable {
  /// There is no such record, or none within reach.
  case notFound
  /// The visitor does not answer for this person.
  case notAnswering
  /// Somebody decided before: who, when and what.
  case decidedBefore(String)
  /// The claim was made anew meanwhile.
  case claimChanged
  /// By the hours that the day has now, what was proposed as no less would lower the owner's claim.
  case hoursChanged
  /// The thread about the claim went on meanwhile.
  case threadWentOn
  /// A change was answered before.
  case answeredBefore
  /// The times overlap what stands for the day before or after.
  case overlapping(CivilDate, String)

  var japanese: String {
    switch self {
    case .notFound, .notAnswering: "この記録はありません。"
    case .decidedBefore(let words): "\(words)今回の決定は記録していません。"
    case .claimChanged: "本人がその後に申告し直しました。最新の申告を確かめて、もう一度操作してください。今回の入力は記録していません。"
    case .hoursChanged:
      """
      申出の後にこの日の勤務時間が変わり、申出のとおりにすると申告より短くなります。申告のままにするときは異議を選び、直すときは申出をした人に\
      もう一度申し出てもらってください。今回の入力は記録していません。
      """
    case .threadWentOn: "ほかの人が先に確認か照会をしました。最新の内容を確かめて、もう一度操作してください。今回の入力は記録していません。"
    case .answeredBefore: "この申出にはすでに回答しています。今回の入力は記録していません。"
    case .overlapping(let date, let times):
      "\(date.japaneseShort)の申告\(times)と重なっています。同じ時間は一度だけ数えます。時間帯を直してください。"
    }
  }
}

internal import Site

/// Why the desk of schedules refuses something; nothing was written.
enum ScheduleRefusal: Error, Sendable, Hashable {
  /// There is no such person or record, or none within reach.
  case notFound
  /// Nobody decides one's own schedule.
  case ownMatter
  /// Somebody has decided already.
  case decidedBefore
  /// What was entered must be mended.
  case faults([FormFault])

  /// What to do, in words of the user interface.
  var japanese: String {
    switch self {
    case .notFound: "この記録はありません。"
    case .ownMatter: "自分の勤務時間の割振りを、自分で決めることはできません。申出をしてください。"
    case .decidedBefore: "ほかの人が先に決めました。最新の内容を確かめてください。今回の入力は保存していません。"
    case .faults(let faults): faults.map(\.message).joined()
    }
  }

  /// One fault at one control.
  static func fault(_ field: String, _ message: String) -> ScheduleRefusal {
    .faults([FormFault(field, message)])
  }
}

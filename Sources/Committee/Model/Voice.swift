internal import CivilTime
internal import People
internal import Store

/// 届いた声 – what staff said, without anybody's name.
struct Voice: Sendable, Hashable {
  let id: RecordID<Voice>
  let receivedOn: CivilDate
  let employer: RecordID<Employer>
  let unit: RecordID<OrganizationUnit>?
  let origin: VoiceOrigin
  let theme: String
  let text: String
  /// The newest answer.
  let answer: VoiceAnswer?
}

/// 声の届き方 – by which way a voice came.
enum VoiceOrigin: String, SQLStorable, Hashable, CaseIterable {
  /// 面談
  case interview
  /// 書面
  case paper
  /// 会議
  case meeting
  /// そのほか
  case other

  var japanese: String {
    switch self {
    case .interview: "面談"
    case .paper: "書面"
    case .meeting: "会議"
    case .other: "そのほか"
    }
  }
}

/// 声への回答 – what is done about a voice, and why.
struct VoiceAnswer: Sendable, Hashable {
  let revision: Int
  let text: String
  let outcome: VoiceOutcome
  let answeredOn: CivilDate
}

/// 声の扱い – what comes of a voice.
enum VoiceOutcome: String, SQLStorable, Hashable, CaseIterable {
  /// 取り入れる
  case adopted
  /// 検討する
  case studied
  /// 取り入れない
  case declined
  /// すでに行っている
  case standing

  var japanese: String {
    switch self {
    case .adopted: "取り入れる"
    case .studied: "検討する"
    case .declined: "取り入れない（理由を示す）"
    case .standing: "すでに行っている"
    }
  }
}

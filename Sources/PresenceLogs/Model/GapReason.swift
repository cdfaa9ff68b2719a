internal import CivilTime
internal import People
internal import Store

/// 差の理由 – why presence went beyond the claim; the newest of a day counts, all stay.
package struct GapReason: Sendable, Hashable {
  /// The reasons that one tap gives.
  package enum Code: String, SQLStorable, Hashable, CaseIterable {
    /// 業務: a claim has to follow.
    case work
    /// 自己研鑽
    case study
    /// 休憩・食事
    case rest
    /// 交通機関の待ち合わせ
    case transport
    /// 私用
    case errand = "private"
    /// 電源の切り忘れ
    case leftOn = "left-on"
    /// その他, in words
    case other

    var japanese: String {
      switch self {
      case .study: "自己研鑽"
      case .rest: "休憩・食事"
      case .transport: "交通機関の待ち合わせ"
      case .errand: "私用"
      case .leftOn: "電源の切り忘れ"
      case .work: "業務（申告する）"
      case .other: "その他"
      }
    }
  }

  let id: RecordID<GapReason>
  let date: CivilDate
  let code: Code
  /// Own words; always there with `other`.
  let words: String?
  /// How large the gap was that it explains: a gap that has grown since asks again.
  let gap: Minutes
  let at: Instant
}

/// 確認の依頼 – a question of a superior, time-keeper or personnel officer about a day.
struct GapQuestion: Sendable, Hashable {
  let id: RecordID<GapQuestion>
  let date: CivilDate
  let words: String
  /// The name of who asks.
  let asker: String
  let at: Instant
}

/// 差の基準 – from which gap on an employer asks for a reason, from a day on.
struct GapThreshold: Sendable, Hashable {
  /// A convention of this system; no law names a figure.
  static let usual = Minutes(30)

  let employer: RecordID<Employer>
  let from: CivilDate
  let minutes: Minutes
}

/// 差の基準の一覧 – which threshold counts on a day; of several from one day the newest.
struct GapThresholds: Sendable, Hashable {
  /// By day and in the order in which they were set.
  let all: [GapThreshold]

  func threshold(of employer: RecordID<Employer>, on date: CivilDate) -> Minutes {
    all.last { $0.employer == employer && $0.from <= date }?.minutes ?? GapThreshold.usual
  }
}

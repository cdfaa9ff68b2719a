internal import CivilTime
internal import Duties
internal import People
internal import Store

/// 推進委員会の会議 – a meeting of the committee that steers the plan.
struct Meeting: Sendable, Hashable {
  let id: RecordID<Meeting>
  let plan: String
  let heldOn: CivilDate
  let title: String
  let place: String
  let state: MeetingState
  /// How often it was changed; a form carries it along.
  let revision: Int
}

/// 議題 – one item of a meeting's agenda.
struct AgendaItem: Sendable, Hashable {
  let id: RecordID<AgendaItem>
  let position: Int
  let origin: AgendaOrigin
  /// The id of the measure, target or voice that it came from; of its own where it came from none.
  let key: String
  let title: String
  let note: String
}

/// 議題の出どころ – why something is put before the committee.
enum AgendaOrigin: String, SQLStorable, Hashable, CaseIterable {
  /// 上限超過の要因分析
  case analyses
  /// 目標の遅れ
  case target
  /// 取組の遅れ
  case measure
  /// 届いた声
  case voice
  /// 年次フォローアップ
  case report
  /// 計画の改定
  case revision
  /// 集中取組期間の結果
  case intensive
  /// そのほか
  case other

  var japanese: String {
    switch self {
    case .analyses: "上限超過の要因分析"
    case .target: "目標の遅れ"
    case .measure: "取組の遅れ"
    case .voice: "届いた声"
    case .report: "年次フォローアップ"
    case .revision: "計画の改定"
    case .intensive: "集中取組期間の結果"
    case .other: "そのほか"
    }
  }
}

/// 議題の候補 – something that asks to be dealt with; it is put on an agenda only by hand.
struct AgendaProposal: Sendable, Hashable {
  let origin: AgendaOrigin
  let key: String
  let title: String

  /// The proposal as the value of a check box.
  var code: String { "\(origin.rawValue):\(key)" }
}

/// 議事録 – the minutes of a meeting as they were written; a later text stands beside it.
struct Minutes: Sendable, Hashable {
  let revision: Int
  let text: String
  let at: Instant
  let by: String
}

/// 決定 – what the committee decided under an item; with an owner and a day it is a duty.
struct Decision: Sendable, Hashable {
  let id: RecordID<Decision>
  let item: RecordID<AgendaItem>
  let text: String
  let order: DecisionOrder?
  let duty: RecordID<Duty>?
  let at: Instant
}

/// 決定による義務 – who does what was decided, and by when.
struct DecisionOrder: Sendable, Hashable {
  let owner: DutyOwner
  let employer: RecordID<Employer>
  let dueOn: CivilDate
}

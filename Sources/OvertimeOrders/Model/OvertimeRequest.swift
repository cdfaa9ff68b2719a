internal import CivilTime
internal import People
internal import Store
internal import WorkingTime

/// 事前申告 – overtime that somebody expects and declares before doing it, so that it can be ordered.
struct OvertimeRequest: Sendable, Hashable {
  let id: RecordID<OvertimeRequest>
  let employee: RecordID<Employee>
  let date: CivilDate
  let amount: OvertimeDeclaration.Amount
  let work: String
  let reason: String
  /// 特例業務に当たるか (人事院規則15―14 第16条の2の2第2項).
  let isSpecial: Bool
  let sentAt: Instant
  /// Nil while it waits.
  let decision: OvertimeDecision?

  /// What was ordered; nil where nothing was.
  var ordered: OvertimeDeclaration.Amount? { decision?.amount }

  /// The same with another amount.
  func asking(_ amount: OvertimeDeclaration.Amount) -> OvertimeRequest {
    OvertimeRequest(
      id: id,
      employee: employee,
      date: date,
      amount: amount,
      work: work,
      reason: reason,
      isSpecial: isSpecial,
      sentAt: sentAt,
      decision: decision
    )
  }
}

/// 命令 – what came of a declaration made beforehand (勤務時間法 第13条第2項).
struct OvertimeDecision: Sendable, Hashable {
  let outcome: OrderOutcome
  /// What was ordered; nil where nothing was.
  let amount: OvertimeDeclaration.Amount?
  /// Why it was changed or not ordered.
  let reason: String?
  let capacity: DecisionCapacity
  let at: Instant
  let deciderName: String

  /// Who decided, with 代決 where it was a deputy.
  var by: String { capacity == .deputy ? "\(deciderName)（代決）" : deciderName }
}

/// 命令の結果 – what comes of a declaration.
enum OrderOutcome: String, SQLStorable, Hashable, CaseIterable {
  /// 申告のとおり命令
  case ordered
  /// 変更して命令
  case changed
  /// 命令しない
  case notOrdered = "not-ordered"
  /// 取下げ: by the employee, before a decision
  case withdrawn

  var japanese: String {
    switch self {
    case .ordered: "申告のとおり命令"
    case .changed: "変更して命令"
    case .notOrdered: "命令しない"
    case .withdrawn: "本人が取下げ"
    }
  }
}

/// 決定の資格 – as what somebody acts on another's overtime.
enum DecisionCapacity: String, SQLStorable, Hashable, CaseIterable {
  /// 組織の長
  case head
  /// 代理 (代決)
  case deputy
  /// 勤務時間管理員
  case timeKeeper = "time-keeper"
  /// 本人
  case owner

  var japanese: String {
    switch self {
    case .head: "上司"
    case .deputy: "上司の代理"
    case .timeKeeper: "勤務時間管理員"
    case .owner: "本人"
    }
  }
}

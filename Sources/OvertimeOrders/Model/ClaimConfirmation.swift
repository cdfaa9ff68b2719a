internal import CivilTime
internal import People
internal import Store
internal import WorkingTime

/// 事後の確認 – one step of the exchange about a claim that no order covers; it never lowers the claim.
struct ClaimConfirmation: Sendable, Hashable {
  let declaration: RecordID<OvertimeDeclaration>
  let employee: RecordID<Employee>
  let date: CivilDate
  /// Counted from 1 for each claim.
  let position: Int
  let step: ConfirmationStep
  /// The question or the answer.
  let words: String?
  let capacity: DecisionCapacity
  let at: Instant
  let name: String

  var by: String { capacity == .deputy ? "\(name)（代決）" : name }
}

/// 確認の段階 – what was done about a claim.
enum ConfirmationStep: String, SQLStorable, Hashable, CaseIterable {
  /// 確認: the superior has seen it and takes it as done on order.
  case confirmed
  /// 照会: the superior asks back.
  case asked
  /// 回答: the employee answers.
  case answered

  var japanese: String {
    switch self {
    case .confirmed: "確認"
    case .asked: "照会"
    case .answered: "回答"
    }
  }
}

/// 差の理由 – why the work took longer or shorter than was ordered.
struct DifferenceReason: Sendable, Hashable {
  let employee: RecordID<Employee>
  let date: CivilDate
  let reason: String
  let at: Instant
}

internal import CivilTime
internal import People
internal import Store
internal import WorkingTime

/// 他者による修正の申出 – other minutes that somebody else proposes for a claim.
///
/// The owner's value counts until the owner confirms; both stay visible.
struct ClaimChange: Sendable, Hashable {
  let id: RecordID<ClaimChange>
  let employee: RecordID<Employee>
  let date: CivilDate
  /// The claim that stood; nil where there was none.
  let declaration: RecordID<OvertimeDeclaration>?
  /// What the owner had claimed.
  let claimed: Minutes
  let amount: OvertimeDeclaration.Amount
  /// Whether it would lower what was claimed in overtime or in pay (下方の修正), as it was when it was proposed.
  let isDownward: Bool
  let reason: String
  let capacity: DecisionCapacity
  let proposedAt: Instant
  let proposerName: String
  /// Nil while it waits for the owner.
  let answer: ChangeAnswer?

  var by: String { "\(proposerName)（\(capacity.japanese)）" }
}

/// 申出への回答 – what the owner says of a change.
struct ChangeAnswer: Sendable, Hashable {
  /// 確認 or 異議, the two ways to answer.
  enum Kind: String, SQLStorable, Hashable, CaseIterable {
    /// 確認: the owner claims the proposed minutes.
    case confirmed
    /// 異議: the owner's value stays.
    case objected

    var japanese: String {
      switch self {
      case .confirmed: "本人が確認"
      case .objected: "本人が異議"
      }
    }
  }

  let kind: Kind
  let words: String?
  let at: Instant
}

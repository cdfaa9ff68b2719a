internal import CivilTime
internal import People
internal import Schedules
internal import Store
internal import WorkingTime
internal import WorkingTimeRules

/// 1日の命令と実績 – everything about the overtime of a person's day: declared beforehand, ordered, claimed,
/// confirmed and changed.
struct DayOrders: Sendable {
  let date: CivilDate
  let allotment: DayAllotment
  /// In the order in which they were sent.
  var requests: [OvertimeRequest] = []
  /// In the order in which they were made; the newest counts.
  var claims: [OvertimeDeclaration] = []
  /// The exchange about every claim of the day, in order.
  var confirmations: [ClaimConfirmation] = []
  /// What others proposed, in order.
  var changes: [ClaimChange] = []
  /// Why actual and order differ; the newest counts.
  var differences: [DifferenceReason] = []

  /// What becomes of a claim that was made.
  enum ClaimState: Sendable, Hashable {
    /// It came by a file, from where it was ordered and confirmed.
    case imported
    /// An order covers it.
    case covered
    /// It waits for the superior.
    case waiting
    /// The superior asked, the employee has not answered yet.
    case asked
    /// The superior has confirmed it.
    case confirmed

    var japanese: String {
      switch self {
      case .imported: "取込み"
      case .covered: "命令の範囲内"
      case .waiting: "事後の確認待ち"
      case .asked: "照会中"
      case .confirmed: "事後に確認済み"
      }
    }
  }

  var isEmpty: Bool { requests.isEmpty && claims.isEmpty && changes.isEmpty }

  /// The claim that counts; nil where none was made or it was taken back.
  var claim: OvertimeDeclaration? {
    claims.last.flatMap { $0.length > .zero || !$0.stretches.isEmpty ? $0 : nil }
  }

  /// What was ordered, all orders together; nil where there is none.
  var ordered: Minutes? {
    let amounts = Self.counting(requests.compactMap(\.ordered))
    return amounts.isEmpty ? nil : amounts.reduce(.zero) { $0 + compared($1) }
  }

  /// How long the work of an amount was where order and claim are compared: on a holiday its regular hours too, for they
  /// are ordered work though no overtime (給与法 第17条).
  func compared(_ amount: OvertimeDeclaration.Amount) -> Minutes {
    allotment.isDuty ? amount.length : amount.worked?.length ?? amount.length
  }

  /// Those that count: of two whose times overlap the later one.
  private static func counting(_ amounts: [OvertimeDeclaration.Amount]) -> [OvertimeDeclaration.Amount] {
    amounts.enumerated().filter { place, amount in
      !amounts[(place + 1)...].contains { later in
        guard let mine = amount.worked, let theirs = later.worked else { return false }
        return mine.overlaps(theirs, laterBy: 0)
      }
    }.map(\.element)
  }

  /// What is expected where nothing is claimed yet: what was ordered, and what still waits for a decision.
  var expected: Minutes { Self.length(requests.compactMap { $0.decision == nil ? $0.amount : $0.ordered }) }

  /// What would be expected if an amount were asked for: in place of one of the requests, or besides all of them.
  func expected(
    asking amount: OvertimeDeclaration.Amount,
    as request: RecordID<OvertimeRequest>?
  ) -> Minutes {
    let amounts = requests.compactMap { one in
      one.id == request ? amount : one.decision == nil ? one.amount : one.ordered
    }
    return Self.length(request == nil ? amounts + [amount] : amounts)
  }

  private static func length(_ amounts: [OvertimeDeclaration.Amount]) -> Minutes {
    counting(amounts).reduce(.zero) { $0 + $1.length }
  }

  /// Actual minus ordered; nil while either is missing.
  var difference: Minutes? {
    guard let ordered, let claim else { return nil }
    return compared(claim.amount) - ordered
  }

  /// The exchange about the claim that counts.
  var thread: [ClaimConfirmation] { confirmations.filter { $0.declaration == claim?.id } }

  /// Where the claim stands; nil without one.
  var claimState: ClaimState? {
    guard let claim else { return nil }
    switch thread.last?.step {
    case .confirmed: return .confirmed
    case .asked: return .asked
    case .answered: return .waiting
    case nil:
      if claim.recordedBy == nil { return .imported }
      return isCovered(claim.amount) ? .covered : .waiting
    }
  }

  /// Whether the orders cover work: no longer than they are, and, where all times are known, at night no longer.
  private func isCovered(_ claimed: OvertimeDeclaration.Amount) -> Bool {
    guard let ordered, compared(claimed) <= ordered else { return false }
    let orders = Self.counting(requests.compactMap(\.ordered))
    let times = orders.compactMap(\.worked)
    guard let worked = claimed.worked, times.count == orders.count else { return true }
    return NightWork.minutes(of: worked.all) <= times.reduce(.zero) { $0 + NightWork.minutes(of: $1.all) }
  }

  /// Whether the owner is to say why actual and order differ.
  var asksReason: Bool { differences.isEmpty && difference.map { $0 != .zero } ?? false }

  /// Whether anything of the day waits for the owner.
  var asksOwner: Bool { !openChanges.isEmpty || claimState == .asked || asksReason }

  /// What waits for the owner's word: changes to the claim that still counts.
  var openChanges: [ClaimChange] { changes.filter { $0.answer == nil && $0.declaration == claims.last?.id } }
}

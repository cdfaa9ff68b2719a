/// What was declared beforehand, ordered, asked and proposed for one person's day, as the book has it.
struct DayOfOrders: Sendable {
  struct Request: Sendable {
    let amount: Claims.Amount
    /// The overtime when it was sent.
    let minutes: Int
    var isDecided = false
    /// Nil where nothing was ordered.
    var order: Order?
  }

  struct Order: Sendable {
    let amount: Claims.Amount
    /// The overtime when it was ordered.
    let overtime: Int
  }

  enum Step: Sendable {
    case confirmed, asked, answered
  }

  struct Change: Sendable {
    /// How many claims there were.
    let seen: Int
    let claim: Claims.Claim
    var isAnswered = false
  }

  var requests: [Request] = []
  /// The exchange about each claim, by its place among the claims of the day.
  var threads: [Int: [Step]] = [:]
  var changes: [Change] = []

  /// What was ordered, nil where nothing was; on a day without duty the regular hours count as well.
  func ordered(isDuty: Bool) -> Int? {
    let orders = requests.compactMap(\.order)
    return orders.isEmpty ? nil : orders.reduce(0) { $0 + (isDuty ? $1.overtime : $1.amount.whole) }
  }

  /// Ordered, or still waiting.
  var expected: Int { requests.reduce(0) { $0 + ($1.isDecided ? $1.order?.overtime ?? 0 : $1.minutes) } }

  func openChanges(_ claims: [Claims.Claim]) -> Int {
    changes.count { !$0.isAnswered && $0.seen == claims.count }
  }

  /// Where the newest claim stands; nil without one.
  func state(_ claims: [Claims.Claim], isDuty: Bool) -> String? {
    guard let claim = claims.last, claim.stands else { return nil }
    switch threads[claims.count - 1]?.last {
    case .confirmed: return "confirmed"
    case .asked: return "asked"
    case .answered: return "waiting"
    case nil:
      let done = isDuty ? claim.overtime : claim.amount.whole
      let isLongEnough = ordered(isDuty: isDuty).map { done <= $0 } ?? false
      return isLongEnough && !isMoreNightWork(claim) ? "covered" : "waiting"
    }
  }

  /// Whether more night work was done than ordered, as far as the times of both are known.
  private func isMoreNightWork(_ claim: Claims.Claim) -> Bool {
    let orders = requests.compactMap(\.order?.amount)
    guard let done = claim.amount.night, orders.allSatisfy({ $0.night != nil }) else { return false }
    return done > orders.reduce(0) { $0 + ($1.night ?? 0) }
  }
}

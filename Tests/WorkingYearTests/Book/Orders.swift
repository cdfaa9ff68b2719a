/// What was declared beforehand, ordered, asked and proposed for one person's day, as the book has it.
struct DayOfOrders: Sendable {
  struct Request: Sendable {
    /// The overtime.
    let minutes: Int
    /// All of the work, in regular hours too.
    let whole: Int
    var isDecided = false
    /// Nil where nothing was ordered.
    var ordered: Int?
    /// What was ordered of all the work.
    var orderedWhole: Int?
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
    let orders = requests.compactMap { isDuty ? $0.ordered : $0.orderedWhole }
    return orders.isEmpty ? nil : orders.reduce(0, +)
  }

  /// Ordered, or still waiting.
  var expected: Int { requests.reduce(0) { $0 + ($1.isDecided ? $1.ordered ?? 0 : $1.minutes) } }

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
      return ordered(isDuty: isDuty).map { done <= $0 } ?? false ? "covered" : "waiting"
    }
  }
}

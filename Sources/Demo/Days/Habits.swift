internal import CivilTime

/// What is lasting in how somebody works.
struct Habits: Sendable {
  /// The usual minute of arrival.
  let arrival: Int
  /// Overtime against the middle of the section, in thousandths.
  let overtimePermille: Int
  /// How often leave is taken against the others, in thousandths.
  let leavePermille: Int
  let isForgetful: Bool
  /// Whether called in when a disaster strikes.
  let isOnCall: Bool
  /// Months back without any work, for a long leave.
  let longLeave: ClosedRange<Int>?

  init(seed: UInt64, person: Int) {
    var chance = Chance(seed: seed, .habits, person)
    let isEarly = chance.permille(90)
    arrival = isEarly ? chance.within(505...540) : chance.within(554...567)
    overtimePermille = chance.pick(Self.overtimeSteps) ?? 1000
    leavePermille = chance.within(500...1500)
    isForgetful = chance.permille(80)
    isOnCall = chance.permille(600)
    let lastMonth = chance.within(0...12)
    longLeave = chance.permille(8) ? lastMonth...(lastMonth + chance.within(1...4)) : nil
  }

  private static let overtimeSteps = [
    300, 420, 540, 630, 710, 780, 850, 920, 990, 1060, 1140, 1230, 1340, 1480, 1680, 2000,
  ]
}

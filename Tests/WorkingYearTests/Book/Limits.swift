/// What is beyond a limit of overtime, by 人事院規則15―14第16条の2の2, looked at month by month.
struct Excess: Sendable, Hashable, Comparable {
  let month: Int
  /// As the program names the test, with the length of an average's window.
  let test: String
  let value: Int
  let limit: Int
  /// Special work in the time that the limit measures.
  let isSpecial: Bool

  static func < (left: Excess, right: Excess) -> Bool {
    (left.month, left.test) < (right.month, right.test)
  }
}

/// One month of one person; nil in a list stands for a month of which nothing is known.
struct MonthOfLimits: Sendable {
  let overtime: Int
  let isExternal: Bool
  let isSpecial: Bool
}

extension Excess {
  /// Everything beyond a limit in the months of the fiscal year.
  static func all(in months: [MonthOfLimits?]) -> [Excess] {
    months.indices.flatMap { excesses(at: $0, months) }.sorted()
  }

  private static func excesses(at month: Int, _ months: [MonthOfLimits?]) -> [Excess] {
    guard let now = months[month], now.overtime > 0 else { return [] }
    let past = months[...month].compactMap(\.self)
    var found: [Excess] = []
    func test(_ name: String, _ part: [MonthOfLimits], _ value: Int, _ limit: Int, isBeyond: Bool? = nil) {
      guard isBeyond ?? (value > limit) else { return }
      let isSpecial = part.contains(where: \.isSpecial)
      found.append(Excess(month: month, test: name, value: value, limit: limit, isSpecial: isSpecial))
    }
    let sum = { (part: [MonthOfLimits]) in part.reduce(0) { $0 + $1.overtime } }
    let wasExternal = past.contains(where: \.isExternal)
    test("year", past, sum(past), (wasExternal ? 720 : 360) * 60)
    if now.isExternal {
      // Less than 100 hours: 100 hours are too much.
      test("month", [now], now.overtime, 100 * 60, isBeyond: now.overtime >= 100 * 60)
      for window in 2...6 where month + 1 >= window {
        let part = months[(month + 1 - window)...month].compactMap(\.self)
        if part.count == window { test("average \(window)", part, sum(part), 80 * 60 * window) }
      }
      let long = past.count { $0.overtime > 45 * 60 }
      if now.overtime > 45 * 60 { test("months-over-45", past, long, 6) }
    } else {
      test("month", [now], now.overtime, 45 * 60)
      if let last = months[...month].lastIndex(where: { $0?.isExternal ?? false }) {
        let since = months[(last + 1)...month].compactMap(\.self)
        test("after-move", since, sum(since), 30 * 60 * (11 - last))
      }
    }
    return found
  }
}

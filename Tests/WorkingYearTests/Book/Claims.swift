/// What one person claimed as overtime, as the book has it; of each day the newest counts.
struct Claims: Sendable {
  enum Amount: Sendable, Equatable {
    case length(Int)
    /// From the day's midnight, in order and apart.
    case stretches([Range<Int>])

    /// All of it, in regular hours too.
    var whole: Int {
      switch self {
      case .length(let length): length
      case .stretches(let stretches): stretches.reduce(0) { $0 + $1.count }
      }
    }

    /// The minutes from 22:00 to 5:00; nil where the times are not known.
    var night: Int? {
      guard case .stretches(let stretches) = self else { return nil }
      return stretches.joined().count { minute in
        let ofDay = minute % YearDays.minutesOfDay
        return ofDay < 300 || ofDay >= 1320
      }
    }
  }

  struct Claim: Sendable {
    let amount: Amount
    /// What was outside the regular hours when it was claimed.
    let overtime: Int
    let isSpecial: Bool

    /// Every minute of the day on which the work was done; none where its length alone is known.
    var worked: Set<Int> {
      if case .stretches(let stretches) = amount { Set(stretches.joined()) } else { [] }
    }

    /// Whether it takes nothing back.
    var stands: Bool {
      if case .stretches = amount { true } else { overtime > 0 }
    }
  }

  /// By day, in the order in which they were made.
  private(set) var made: [Int: [Claim]] = [:]

  func newest(_ day: Int) -> Claim? { made[day]?.last }

  /// How much of an amount is overtime, counted minute by minute.
  static func overtime(_ amount: Amount, on day: Int, _ asked: Asked) -> Int {
    switch amount {
    case .length(let length): return length
    case .stretches(let stretches):
      var count = 0
      for stretch in stretches {
        for minute in stretch where asked.minutes[day * YearDays.minutesOfDay + minute] == .free {
          count += 1
        }
      }
      return count
    }
  }

  /// Answers what counts from now on.
  mutating func add(_ amount: Amount, on day: Int, isSpecial: Bool, _ asked: Asked) -> Int {
    let overtime = Self.overtime(amount, on: day, asked)
    made[day, default: []].append(Claim(amount: amount, overtime: overtime, isSpecial: isSpecial))
    return overtime
  }

  /// Whether an amount would have somebody work twice at the same time on neighbouring days.
  func overlaps(_ amount: Amount, on day: Int) -> Bool {
    guard case .stretches(let own) = amount else { return false }
    let taken = Set(own.flatMap { $0.map { day * YearDays.minutesOfDay + $0 } })
    return [day - 1, day + 1].contains { other in
      guard case .stretches(let theirs)? = newest(other)?.amount else { return false }
      return theirs.contains { $0.contains { taken.contains(other * YearDays.minutesOfDay + $0) } }
    }
  }

  func overtime(_ month: Int) -> Int {
    YearDays.days(of: month).reduce(0) { $0 + (newest($1)?.overtime ?? 0) }
  }

  func isSpecial(_ month: Int) -> Bool {
    YearDays.days(of: month).contains { day in newest(day).map { $0.isSpecial && $0.overtime > 0 } ?? false }
  }

  /// To which day's claim each minute of some days belongs, -1 for none; a length lies after the hours of its day, or
  /// from the arrival on a day without any.
  func painted(_ days: Range<Int>, _ asked: Asked, _ punches: Punches) -> [Int16] {
    let first = days.lowerBound * YearDays.minutesOfDay
    var owners = [Int16](repeating: -1, count: days.count * YearDays.minutesOfDay)
    for day in days.lowerBound - 1..<days.upperBound {
      guard let claim = newest(day) else { continue }
      let stretches: [Range<Int>]
      switch claim.amount {
      case .stretches(let all): stretches = all
      case .length(let length):
        let start = asked.hours(day)?.span.upperBound ?? punches.arrival(day) ?? 570
        stretches = [start..<start + length]
      }
      for minute in stretches.joined() {
        let place = day * YearDays.minutesOfDay + minute - first
        if owners.indices.contains(place) { owners[place] = Int16(day) }
      }
    }
    return owners
  }
}

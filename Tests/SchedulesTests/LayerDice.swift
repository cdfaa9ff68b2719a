import CivilTime
import Store
import TestSupport
import WorkingTimeRules

@testable import Schedules

/// Throws random records of one person over some weeks.
struct LayerDice {
  static let days = day("2026-04-20")...day("2026-06-28")

  private var random: Randomness
  private var nextID: Int64 = 100

  init(seed: UInt64) {
    random = Randomness(seed: seed)
  }

  mutating func layers() -> ScheduleLayers {
    let patterns = (0..<3).map { _ in pattern() }
    return ScheduleLayers(
      moves: moves(),
      periods: many(2) { $0.period() },
      choices: many(4) { $0.choice(of: patterns) },
      standards: many(3) { $0.standard() },
      holidays: [holiday(), holiday()].compactMap(\.self)
    )
  }

  /// So many records or fewer, the newest first.
  private mutating func many<Record>(_ most: Int, _ make: (inout LayerDice) -> Record) -> [Record] {
    let count = Int.random(in: 0...most, using: &random)
    return (0..<count).map { _ in make(&self) }.reversed()
  }

  private mutating func id<Entity>() -> RecordID<Entity> {
    nextID += 1
    return RecordID(nextID)
  }

  private mutating func date() -> CivilDate {
    Self.days.lowerBound.adding(days: Int.random(in: 0..<Self.days.count, using: &random))
  }

  private mutating func dayHours() -> DayHours {
    hours(Int.random(in: 7...10, using: &random), span: Int.random(in: 400...560, using: &random))
  }

  private mutating func standard() -> StandardDay {
    StandardDay(id: id(), employer: RecordID(1), from: date(), hours: dayHours())
  }

  private mutating func pattern() -> WorkPattern {
    var days: [Weekday: DayHours] = [:]
    for weekday in WorkPattern.weekdays where Int.random(in: 0..<6, using: &random) > 0 {
      days[weekday] = dayHours()
    }
    let id: RecordID<WorkPattern> = id()
    let kind: WorkPattern.Kind = Bool.random(using: &random) ? .earlyLate : .shortTime
    return WorkPattern(id: id, employer: RecordID(1), kind: kind, name: "型\(id)", days: days)
  }

  private mutating func choice(of patterns: [WorkPattern]) -> PatternChoice {
    let from = date()
    let length = Int.random(in: 0...30, using: &random)
    return PatternChoice(
      id: id(),
      pattern: Int.random(in: 0..<4, using: &random) == 0 ? nil : patterns.randomElement(using: &random),
      from: from,
      to: Bool.random(using: &random) ? from.adding(days: length) : nil,
      reason: "育児",
      recordedAt: Instant(milliseconds: 0)
    )
  }

  private mutating func period() -> FlextimeAllotment {
    let weeks = Int.random(in: 1...4, using: &random)
    let some = date()
    let monday = some.adding(days: -((some.weekday.rawValue + 6) % 7))
    let days = monday...monday.adding(days: weeks * 7 - 1)
    var plans: [CivilDate: FlextimeDay.Plan] = [:]
    for date in days where !date.weekday.isWeekend {
      switch Int.random(in: 0..<6, using: &random) {
      case 0: plans[date] = .off
      case 1: plans[date] = .exempt(dayHours())
      default: plans[date] = .duty(dayHours())
      }
    }
    return FlextimeAllotment(id: id(), days: days, plans: plans)
  }

  /// Moves of days that no other move touches, as the desk takes care of.
  private mutating func moves() -> [MovedDay] {
    var taken: Set<CivilDate> = []
    return many(6) { dice -> MovedDay? in
      let (worked, freed) = (dice.date(), dice.date())
      guard worked != freed, taken.isDisjoint(with: [worked, freed]) else { return nil }
      taken.formUnion([worked, freed])
      let moves: [MovedDay.Move] = [
        .wholeDay(dice.dayHours()), .fourHours(hours(9, span: 240, pause: 0), staying: dice.dayHours()),
        .compensatoryDay,
      ]
      let move = moves.randomElement(using: &dice.random) ?? .compensatoryDay
      return MovedDay(id: dice.id(), employee: RecordID(1), move: move, worked: worked, freed: freed)
    }.compactMap(\.self)
  }

  private mutating func holiday() -> HolidayAddition? {
    guard Bool.random(using: &random) else { return nil }
    return HolidayAddition(
      date: date(),
      name: "臨時の休日\(nextID)",
      law: "令和8年法律第1号",
      recordedOn: date()
    )
  }
}

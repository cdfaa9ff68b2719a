import CivilTime
import People
import Store
import Testing
import WorkingTimeRules

@testable import LimitWatch
@testable import Schedules

/// Patterns that people work by, and which units are external.
extension Player {
  private static let early = Asked.Hours(510..<1035)
  private static let late = Asked.Hours(630..<1155)
  private static let short = Asked.Hours(570..<975)

  /// What stands before the year begins.
  mutating func begin() async throws {
    try await designate(Section.section, from: 0, to: nil, seen: nil)
    try await designate(Section.office, from: 0, to: nil, seen: nil)
    // Mondays, Tuesdays, Thursdays and Fridays are shorter; Wednesdays are free.
    let shortID = try await offer("短時間", .shortTime, Self.short, weekdays: [0, 1, 3, 4])
    try await choose(shortID, Section.shortHours, 0..<YearDays.index("2027-01-01")) { day in
      YearDays.weekday(day) == 2 ? nil : Self.short
    }
    let earlyID = try await offer("早出", .earlyLate, Self.early, weekdays: [0, 1, 2, 3, 4])
    let lateID = try await offer("遅出", .earlyLate, Self.late, weekdays: [0, 1, 2, 3, 4])
    let first = YearDays.index("2026-05-18") + dice.number(0...40)
    on(first - 1, 600...900) { player in
      try await player.choose(earlyID, Section.earlyBird, first..<YearDays.all.upperBound) { _ in Self.early }
    }
    let second = YearDays.index("2026-11-02") + dice.number(0...40)
    on(second - 1, 600...900) { player in
      try await player.choose(lateID, Section.earlyBird, second..<YearDays.all.upperBound) { _ in Self.late }
    }
    planDesignations()
    try await planRules()
  }

  /// The section's designation ends in June, which is recorded in July, and begins anew in January.
  private mutating func planDesignations() {
    on(YearDays.index("2026-07-06"), 600...900) { player in
      let rows = try await player.office.database.read { connection in
        try DesignationRegister.rows(
          of: RecordID(Section.section),
          .unit,
          from: YearDays.firstDay,
          on: connection
        )
      }
      let seen = try #require(rows.first?.designation.id)
      try await player.designate(Section.section, from: 0, to: YearDays.index("2026-06-30"), seen: seen)
    }
    on(YearDays.index("2026-12-21"), 600...900) { player in
      try await player.designate(Section.section, from: YearDays.index("2027-01-04"), to: nil, seen: nil)
    }
  }

  private mutating func designate(
    _ unit: Int64,
    from: Int,
    to: Int?,
    seen: RecordID<Designation>?
  ) async throws {
    let entry = DesignationDesk.Entry(
      unit: RecordID(unit),
      extent: .unit,
      from: YearDays.date(from),
      to: to.map(YearDays.date),
      reason: "国会対応",
      madeKnownOn: nil,
      changeReason: seen == nil ? "" : "会期の終了"
    )
    let desk = DesignationDesk(desk: try await office.register(Section.personnel))
    try await desk.record(entry, seen: seen, once: nil)
    external[unit, default: []].removeAll { $0.lowerBound == from }
    external[unit, default: []].append(from...(to ?? 100_000))
  }

  private mutating func offer(
    _ name: String,
    _ kind: WorkPattern.Kind,
    _ hours: Asked.Hours,
    weekdays: [Int]
  ) async throws -> RecordID<WorkPattern> {
    let days = try weekdays.map { (WorkPattern.weekdays[$0], try Self.program(hours)) }
    let pattern = WorkPattern(
      id: office.ids.next(),
      employer: RecordID(1),
      kind: kind,
      name: name,
      days: Dictionary(uniqueKeysWithValues: days)
    )
    try await office.schedules(Section.personnel).offer(pattern, once: nil)
    return pattern.id
  }

  static func program(_ hours: Asked.Hours) throws -> DayHours {
    let clock = { (minute: Int) in ClockTime(minutesFromMidnight: minute) ?? .midnight }
    let range = { (range: Range<Int>) in clock(range.lowerBound)..<clock(range.upperBound) }
    return try #require(DayHours(range(hours.span), breaks: hours.pause.map { [range($0)] } ?? []))
  }

  private mutating func choose(
    _ pattern: RecordID<WorkPattern>,
    _ person: Int64,
    _ days: Range<Int>,
    _ hours: @escaping (Int) -> Asked.Hours?
  ) async throws {
    let isOpen = days.upperBound == YearDays.all.upperBound
    let wish = PatternWish(
      pattern: pattern,
      from: YearDays.date(days.lowerBound),
      to: isOpen ? nil : YearDays.date(days.upperBound - 1),
      reason: "育児"
    )
    try await office.schedules(Section.head).choose(wish, for: RecordID(person), once: nil)
    let isShort = person == Section.shortHours
    write(person) { $0.asked.set(days, as: .pattern, isShort: isShort, hours) }
    happened(.pattern)
  }
}

import CivilTime
import Store
import WorkingTimeRules

@testable import Schedules

/// What personnel fixes for everybody: the standard day, flextime's terms, holidays that a law adds.
extension Player {
  private static let newStandard = Asked.Hours(540..<1065)
  static let newStandardFrom = YearDays.index("2026-11-01")
  /// Fridays of an ordinary week.
  static let newHoliday = YearDays.index("2026-12-18")
  private static let belatedHoliday = YearDays.index("2026-10-30")

  mutating func planRules() async throws {
    let clock = { (hour: Int) in ClockTime(hour: hour, minute: 0) ?? .midnight }
    let terms = FlextimeTerms(
      core: clock(10)..<clock(15),
      standardBreak: clock(12)..<clock(13),
      dailyMinimum: Minutes(hours: 4)
    )
    try await office.schedules(Section.personnel)
      .fixTerms(terms, of: RecordID(1), nil, from: YearDays.date(0), reason: "実施", once: nil)
    on(YearDays.index("2026-10-19"), 600...900) {
      try await $0.fixStandard(from: Self.newStandardFrom)
    }
    on(YearDays.index("2026-11-09"), 600...900) { player in
      try await player.addHoliday(Self.newHoliday, isFollowed: true)
      try await player.addHoliday(Self.belatedHoliday, isFollowed: false)
    }
  }

  /// Nine o'clock for everybody who has chosen nothing else.
  private mutating func fixStandard(from day: Int) async throws {
    let hours = try Self.program(Self.newStandard)
    try await office.schedules(Section.personnel)
      .fixStandard(of: RecordID(1), hours, from: YearDays.date(day), reason: "始業の変更", once: nil)
    for person in Section.people {
      write(person) { pages in
        pages.asked.set(day..<YearDays.all.upperBound, as: .standard, isShort: false) { _ in Self.newStandard
        }
      }
    }
    happened(.standardDay)
  }

  /// A day that has passed stays what it was.
  private mutating func addHoliday(_ day: Int, isFollowed: Bool) async throws {
    try await office.schedules(Section.personnel)
      .add(YearDays.date(day), name: "特別の休日", law: "令和八年法律第一号", once: nil)
    guard isFollowed else { return }
    for person in Section.people { write(person) { $0.asked.addHoliday(day) } }
    happened(.newHoliday)
  }
}

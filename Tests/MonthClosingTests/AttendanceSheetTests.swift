import CivilTime
import Store
import Testing

@testable import MonthClosing

@Suite struct AttendanceSheetTests {
  static let date = day("2026-10-20")
  static let base = changed()
  static let firstVersion = "26ac5e7ffbde412a0bebdbf058011060b060f0b850e33b365df6941aeb872607"

  static func changed(
    kind: AttendanceDay.Kind = .duty,
    label: String = "勤務日",
    from: Int = 9,
    arrival: ClockTime? = time(9, 30),
    departure: ClockTime? = time(18, 15),
    pause: Int = 60,
    overtime: Int? = nil,
    times: [Range<Int>]? = [],
    isSpecial: Bool = false
  ) -> AttendanceDay {
    AttendanceDay(
      date: date,
      kind: kind,
      label: label,
      hours: .init(from: time(from, 30), to: time(from + 9, 15), pause: Minutes(60)),
      arrival: arrival,
      departure: departure,
      pause: Minutes(pause),
      overtime: overtime.map { Minutes($0) },
      stretches: times?.map { clock($0.lowerBound)..<clock($0.upperBound) },
      isSpecial: isSpecial
    )
  }

  private static func clock(_ minute: Int) -> ClockTime {
    ClockTime(minutesFromMidnight: minute) ?? .midnight
  }

  static func sheet(_ days: AttendanceDay...) -> AttendanceSheet {
    AttendanceSheet(employee: RecordID(1), month: ClosingOffice.october, days: days)
  }

  @Test(arguments: [
    changed(kind: .holiday), changed(from: 8), changed(arrival: nil), changed(departure: time(18, 16)),
    changed(pause: 0), changed(overtime: 0), changed(overtime: 30), changed(overtime: 30, isSpecial: true),
    changed(times: [1095..<1125]), changed(times: [1095..<1125, 1140..<1200]),
  ])
  func everyChangeOfADayIsSeenAndHasAnotherDigest(_ day: AttendanceDay) {
    let (before, after) = (Self.sheet(Self.base), Self.sheet(day))
    let corrections = after.corrections(since: before)
    #expect(corrections == [Correction(before: Self.base, after: day)])
    #expect(!CorrectionTable.changes(Correction(before: Self.base, after: day)).isEmpty || day.kind != .duty)
    #expect(before.applying(corrections) == after)
    #expect(before.digest != after.digest)
  }

  @Test func anotherWordForTheSameDayIsNoCorrection() {
    let after = Self.sheet(Self.changed(label: "通常の勤務日"))
    #expect(after.corrections(since: Self.sheet(Self.base)).isEmpty)
  }

  @Test func otherTimesOfTheSameLengthAreACorrection() {
    let before = Self.changed(overtime: 60, times: [1095..<1155])
    let after = Self.changed(overtime: 60, times: [1320..<1380])
    #expect(Self.sheet(after).corrections(since: Self.sheet(before)).count == 1)
    #expect(
      CorrectionTable.changes(Correction(before: before, after: after)) == ["時間帯 18:15–19:15 → 22:00–23:00"]
    )
  }

  @Test func whatWasClosedBeforeTimesWereKeptDiffersByLengthAlone() {
    let before = Self.changed(overtime: 60, times: nil)
    let after = Self.changed(overtime: 60, times: [1095..<1155])
    #expect(Self.sheet(after).corrections(since: Self.sheet(before)).isEmpty)
    let longer = Self.changed(overtime: 90, times: [1095..<1185])
    #expect(
      CorrectionTable.changes(Correction(before: before, after: longer)) == ["超過勤務 1:00 → 1:30"]
    )
  }

  @Test func aDigestOfTheFirstVersionIsStillKnown() {
    let sheet = Self.sheet(Self.changed(overtime: 60, times: [1095..<1155]))
    // Computed when digests covered lengths alone.
    #expect(sheet.digest(.lengths) == Self.firstVersion)
    #expect(sheet.digest != Self.firstVersion)
    #expect(sheet.isSame(as: Self.firstVersion) && sheet.isSame(as: sheet.digest))
    #expect(!Self.sheet(Self.changed(overtime: 61)).isSame(as: Self.firstVersion))
  }

  @Test func theDigestIsThatOfThePersonToo() {
    let sheet = Self.sheet(Self.base)
    let other = AttendanceSheet(employee: RecordID(2), month: sheet.month, days: sheet.days)
    #expect(sheet.digest != other.digest)
    #expect(sheet.digest.utf8.count == 64)
    #expect(sheet.digest == Self.sheet(Self.base).digest)
  }

  @Test func theTotalsAreThoseOfTheDays() {
    let sheet = Self.sheet(
      Self.changed(overtime: 30),
      Self.changed(arrival: nil, departure: nil, overtime: 45, isSpecial: true)
    )
    #expect(sheet.overtime == Minutes(75))
    #expect(sheet.special == Minutes(45))
    #expect(sheet.attendedDays == 1)
  }
}

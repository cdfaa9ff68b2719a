import CivilTime
import Store
import Testing

@testable import MonthClosing

@Suite struct AttendanceSheetTests {
  static let date = day("2026-10-20")
  static let base = changed()

  static func changed(
    kind: AttendanceDay.Kind = .duty,
    label: String = "勤務日",
    from: Int = 9,
    arrival: ClockTime? = time(9, 30),
    departure: ClockTime? = time(18, 15),
    pause: Int = 60,
    overtime: Int? = nil,
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
      isSpecial: isSpecial
    )
  }

  static func sheet(_ days: AttendanceDay...) -> AttendanceSheet {
    AttendanceSheet(employee: RecordID(1), month: ClosingOffice.october, days: days)
  }

  @Test(arguments: [
    changed(kind: .holiday), changed(from: 8), changed(arrival: nil), changed(departure: time(18, 16)),
    changed(pause: 0), changed(overtime: 0), changed(overtime: 30), changed(overtime: 30, isSpecial: true),
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

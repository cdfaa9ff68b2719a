import CivilTime
import Testing

struct TimeTests {
  struct Reading: Sendable {
    let text: String
    let minutes: Int?
  }

  static let clockTimes = [
    Reading(text: "0930", minutes: 570), Reading(text: "930", minutes: 570),
    Reading(text: "9:30", minutes: 570), Reading(text: " ９：３０　", minutes: 570),
    Reading(text: "25:31", minutes: 1531), Reading(text: "47:59", minutes: 2879),
    Reading(text: "0:00", minutes: 0), Reading(text: "48:00", minutes: nil),
    Reading(text: "9:60", minutes: nil), Reading(text: "9:3", minutes: nil),
    Reading(text: "30", minutes: nil), Reading(text: "9:30:00", minutes: nil),
    Reading(text: "-9:30", minutes: nil), Reading(text: "", minutes: nil),
  ]

  @Test(arguments: clockTimes)
  func clockTimesAreReadAsPeopleTypeThem(_ reading: Reading) {
    #expect(ClockTime(reading: reading.text)?.minutesFromMidnight == reading.minutes, "\(reading.text)")
  }

  static let amounts = [
    Reading(text: "7:45", minutes: 465), Reading(text: "１５５：００", minutes: 9300),
    Reading(text: "-0:30", minutes: -30), Reading(text: "465", minutes: nil),
    Reading(text: "7:60", minutes: nil), Reading(text: "99999999:00", minutes: nil),
  ]

  @Test(arguments: amounts)
  func amountsAreReadAsHoursAndMinutes(_ reading: Reading) {
    #expect(Minutes(reading: reading.text)?.count == reading.minutes, "\(reading.text)")
  }

  @Test func amountsAreShown() {
    #expect(Minutes(465).description == "7:45")
    #expect(Minutes(-30).description == "-0:30")
    #expect(Minutes(465).japanese == "7時間45分")
    #expect(Minutes(420).japanese == "7時間")
    #expect(Minutes(0).japanese == "0分")
    #expect(Minutes(-90).japanese == "-1時間30分")
  }

  @Test func theOfficeIsNineHoursAhead() throws {
    let date = try #require(CivilDate(iso: "2026-11-23"))
    let time = try #require(ClockTime(hour: 9, minute: 28))
    let instant = OfficeZone.instant(on: date, at: time)
    #expect(instant.utcText == "2026-11-23T00:28:00.000Z")
    #expect(OfficeZone.isoText(instant) == "2026-11-23T09:28:00+09:00")
    #expect(OfficeZone.dateTimeText(instant) == "令和8年11月23日（月）9:28")
    let night = try #require(ClockTime(hour: 25, minute: 31))
    #expect(OfficeZone.date(of: OfficeZone.instant(on: date, at: night)).iso == "2026-11-24")
    #expect(FixedClock(Instant(milliseconds: -1)).today().iso == "1970-01-01")
    #expect(Instant(milliseconds: -1).utcText == "1969-12-31T23:59:59.999Z")
  }

  @Test func foldingLeavesNamesAndOtherTextAlone() {
    #expect(DigitFolding.folded("　１２：３０〜－ ") == "12:30~-")
    let name = "\u{FA19}\u{845B}\u{E0100}"
    #expect(Array(DigitFolding.folded(name).unicodeScalars) == Array(name.unicodeScalars))
  }
}

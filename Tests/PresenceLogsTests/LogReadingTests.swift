import CivilTime
import Store
import Testing
import WorkingTimeRules

@testable import PresenceLogs

@Suite struct LogReadingTests {
  static let stamps: [(text: String, moment: String?)] = [
    ("2026-04-01 9:21", "2026-04-01T09:21"), ("2026/4/1 09:21:59", "2026-04-01T09:21"),
    ("2026-04-01T09:21:33.123", "2026-04-01T09:21"), ("2026-03-31T15:21:00Z", "2026-04-01T00:21"),
    ("2026-04-01T09:21:00+09:00", "2026-04-01T09:21"), ("2026-04-01T00:21:00-0500", "2026-04-01T14:21"),
    ("2026-02-29 9:00", nil), ("2026-04-01", nil), ("2026-04-01 9:60", nil), ("2026-04-01 48:00", nil),
    ("2026-04-01 25:31", "2026-04-02T01:31"), ("2026-04-01 9:21x", nil), ("", nil), ("きのう 9:00", nil),
    ("1601-01-01 0:00", "1601-01-01T00:00"),
  ]

  @Test(arguments: stamps)
  func momentsAreReadInTheOfficesZone(_ one: (text: String, moment: String?)) {
    var clock = LogClock()
    let read = clock.stamp(Array(one.text.utf8)[...]).map { WorkMoment(minuteNumber: $0).description }
    #expect(read == one.moment)
  }

  @Test func namesAreFoundWithoutDomainAndFromTheirDay() {
    var names = LogNames()
    names.add(login: "Yamada", of: RecordID(1))
    names.add("PC-7", LogNames.Entry(from: day("2026-04-01"), employee: RecordID(2)))
    names.add("PC-7", LogNames.Entry(from: day("2026-10-01"), employee: nil))
    let find = { (name: String, date: String) in names.find(Array(name.utf8)[...], on: day(date))?.number }
    #expect(find("SOUMU\\yamada", "2026-05-01") == 1)
    #expect(find("YAMADA@soumu.example", "2026-05-01") == 1)
    #expect(find("pc-7", "2026-03-31") == nil)
    #expect(find("pc-7", "2026-09-30") == 2)
    #expect(find("pc-7", "2026-10-01") == nil)
    #expect(find("suzuki", "2026-05-01") == nil)
  }

  static let lists: [(text: String, words: [String])] = [
    ("ログオン、ロック解除", ["ログオン", "ロック解除"]), ("4624, 4801 ,", ["4624", "4801"]), ("，", []), (" 日　時 ", ["日　時"]),
  ]

  @Test(arguments: lists)
  func wordsStandBetweenCommas(_ one: (text: String, words: [String])) {
    #expect(MappingForm.words(one.text) == one.words)
  }
}

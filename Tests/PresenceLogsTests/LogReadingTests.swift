import CivilTime
import Store
import Testing
import WorkingTime
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
    let whose = [
      ("SOUMU\\yamada", "2026-05-01", "1"), ("YAMADA@soumu.example", "2026-05-01", "1"),
      ("pc-7", "2026-03-31", "unknown"), ("pc-7", "2026-09-30", "2"), ("pc-7", "2026-10-01", "unknown"),
      ("suzuki", "2026-05-01", "unknown"),
    ]
    for (name, date, person) in whose { #expect(Self.whose(name, names, date) == person, "\(name) \(date)") }
  }

  private static func whose(_ name: String, _ names: LogNames, _ date: String) -> String {
    switch names.find(Array(name.utf8)[...], on: day(date)) {
    case .found(let employee): "\(employee)"
    case .unknown: "unknown"
    case .ambiguous: "ambiguous"
    }
  }

  struct Found: Sendable, CustomTestStringConvertible {
    let name: String
    let whose: String
    var testDescription: String { name }
  }

  static let found = [
    Found(name: "SOUMU\\Yamada", whose: "1"), Found(name: "yamada@soumu.go.jp", whose: "1"),
    Found(name: "FDMA\\yamada", whose: "2"), Found(name: "yamada", whose: "ambiguous"),
    Found(name: "STAT\\yamada", whose: "ambiguous"), Found(name: "SOUMU\\sato", whose: "3"),
    Found(name: "sato", whose: "3"), Found(name: "ito", whose: "4"),
    Found(name: "FDMA\\ito", whose: "ambiguous"),
    Found(name: "SOUMU\\login", whose: "5"), Found(name: "gone", whose: "unknown"),
    Found(name: "nobody", whose: "unknown"),
  ]

  @Test(arguments: found)
  func aNameIsOnePersonsInItsDomain(_ one: Found) {
    var names = LogNames()
    let start = day("2026-04-01")
    let registered: [(String, Int64)] = [
      ("SOUMU\\yamada", 1), ("FDMA\\YAMADA", 2), ("sato", 3), ("soumu\\ito", 4),
    ]
    for (name, person) in registered {
      names.add(name, LogNames.Entry(from: start, employee: RecordID(person)))
    }
    names.add("gone", LogNames.Entry(from: start, employee: nil))
    let logins: [(String, Int64)] = [("login", 5), ("gone", 6), ("yamada", 1)]
    for (login, person) in logins { names.add(login: login, of: RecordID(person)) }
    #expect(Self.whose(one.name, names, "2026-11-10") == one.whose)
  }

  /// 消防庁 has registered its own yamada; 総務省's has a sign-in name alone.
  @Test(arguments: [
    ("yamada", "ambiguous"), ("SOUMU\\yamada", "1"), ("FDMA\\yamada", "2"), ("yamada@fdma.go.jp", "2"),
  ])
  func aNameOfAnotherEmployerTakesNobodysSignInName(_ one: (name: String, whose: String)) {
    var names = LogNames()
    names.add("FDMA\\yamada", LogNames.Entry(from: day("2026-04-01"), employee: RecordID(2)))
    names.add(login: "yamada", of: RecordID(1))
    #expect(Self.whose(one.name, names, "2026-11-10") == one.whose)
  }

  static let lists: [(text: String, words: [String])] = [
    ("ログオン、ロック解除", ["ログオン", "ロック解除"]), ("4624, 4801 ,", ["4624", "4801"]), ("，", []), (" 日　時 ", ["日　時"]),
  ]

  @Test(arguments: lists)
  func wordsStandBetweenCommas(_ one: (text: String, words: [String])) {
    #expect(MappingForm.words(one.text) == one.words)
  }
}

import CivilTime
import People
import Schedules
import Store
import Testing
import WorkingTime
import WorkingTimeRules

@testable import PresenceLogs

@Suite struct TimelineTests {
  /// A day of a device: marks as `9:00 on`.
  typealias Log = (day: String, marks: [(LogMark.Kind, Int, Int)])

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let logs: [[Log]]
    let punches: [(day: String, from: ClockTime, to: ClockTime)]
    let presence: [String]

    init(
      _ name: String,
      logs: [[Log]] = [],
      punches: [(day: String, from: ClockTime, to: ClockTime)] = [],
      _ presence: [String]
    ) {
      testDescription = name
      self.logs = logs
      self.punches = punches
      self.presence = presence
    }
  }

  static let cases = [
    Case(
      "a day from switching on to switching off",
      logs: [[("2026-11-10", [(.on, 9, 0), (.off, 20, 10)])]],
      ["2026-11-10 9:00-20:10"]
    ),
    Case(
      "lunch belongs to presence, an evening at home does not",
      logs: [
        [
          (
            "2026-11-10",
            [(.on, 9, 0), (.off, 12, 0), (.on, 12, 59), (.off, 18, 30), (.on, 21, 0), (.off, 22, 0)]
          )
        ]
      ],
      ["2026-11-10 9:00-18:30", "2026-11-10 21:00-22:00"]
    ),
    Case(
      "an absence of an hour is an absence",
      logs: [[("2026-11-10", [(.on, 9, 0), (.off, 12, 0), (.on, 13, 0), (.off, 18, 0)])]],
      ["2026-11-10 9:00-12:00", "2026-11-10 13:00-18:00"]
    ),
    Case(
      "past midnight and month end",
      logs: [[("2026-10-30", [(.on, 9, 0)]), ("2026-10-31", [(.off, 1, 31)])]],
      ["2026-10-30 9:00-25:31"]
    ),
    Case(
      "locked over midnight for a while",
      logs: [
        [
          ("2026-10-31", [(.on, 9, 0), (.off, 23, 50)]),
          ("2026-11-01", [(.on, 0, 20), (.off, 3, 0)]),
        ]
      ],
      ["2026-10-31 9:00-27:00"]
    ),
    Case(
      "back at night after a short rest",
      logs: [[("2026-11-10", [(.on, 9, 0), (.off, 23, 0)]), ("2026-11-11", [(.on, 0, 30), (.off, 1, 0)])]],
      ["2026-11-10 9:00-23:00", "2026-11-10 24:30-25:00"]
    ),
    Case(
      "very early the next day",
      logs: [[("2026-11-10", [(.on, 9, 0), (.off, 18, 0)]), ("2026-11-11", [(.on, 4, 0), (.off, 12, 0)])]],
      ["2026-11-10 9:00-18:00", "2026-11-11 4:00-12:00"]
    ),
    Case(
      "through the night into the next day of duty",
      logs: [[("2026-11-10", [(.on, 20, 0)]), ("2026-11-11", [(.off, 12, 0)])]],
      ["2026-11-10 20:00-33:30", "2026-11-11 9:30-12:00"]
    ),
    Case(
      "left on from Friday to Monday",
      logs: [[("2026-11-06", [(.on, 9, 0)]), ("2026-11-09", [(.off, 9, 30)])]],
      ["2026-11-06 9:00-9:00", "2026-11-09 9:30-9:30"]
    ),
    Case(
      "an end that was never logged",
      logs: [[("2026-11-10", [(.on, 9, 0)]), ("2026-11-11", [(.on, 9, 10), (.off, 18, 0)])]],
      ["2026-11-10 9:00-9:00", "2026-11-11 9:10-18:00"]
    ),
    Case(
      "locked and unlocked within a minute",
      logs: [[("2026-11-10", [(.on, 9, 0), (.on, 12, 0), (.off, 12, 0), (.off, 18, 0)])]],
      ["2026-11-10 9:00-18:00"]
    ),
    Case(
      "gone by the clock, still at the PC",
      logs: [[("2026-11-10", [(.on, 9, 20), (.sign, 18, 40), (.off, 22, 0)])]],
      punches: [("2026-11-10", time(9, 10), time(18, 15))],
      ["2026-11-10 9:10-22:00"]
    ),
    Case(
      "two devices",
      logs: [
        [("2026-11-10", [(.on, 9, 0), (.off, 14, 0)])], [("2026-11-10", [(.on, 13, 30), (.off, 19, 0)])],
      ],
      ["2026-11-10 9:00-19:00"]
    ),
    Case(
      "the clock alone, past midnight",
      punches: [("2026-11-30", time(9, 30), time(25, 31))],
      ["2026-11-30 9:30-25:31"]
    ),
    Case(
      "a leap day",
      logs: [[("2028-02-29", [(.on, 9, 0)]), ("2028-03-01", [(.off, 0, 10)])]],
      ["2028-02-29 9:00-24:10"]
    ),
  ]

  @Test(arguments: cases)
  func presenceIsFoundByWorkDate(_ one: Case) {
    let logged = one.logs.flatMap { device in
      PresenceTimeline.stretches(
        of: device.map { log in
          (day(log.day), DayMarks(log.marks.map { LogMark($0, minuteOfDay: $1 * 60 + $2) }))
        }
      )
    }
    let punches = one.punches.enumerated().flatMap { index, pair in
      [
        punch(Int64(index * 2 + 1), pair.day, pair.from, .arrival),
        punch(Int64(index * 2 + 2), pair.day, pair.to, .departure),
      ]
    }
    let blocks = PresenceTimeline.joined(logged + PresenceTimeline.stretches(of: punches))
    let days = PresenceTimeline.days(blocks, Allotments())
    let found = days.keys.sorted().flatMap { date in
      (days[date] ?? []).map { "\(date.iso) \($0.lowerBound)-\($0.upperBound)" }
    }
    #expect(found == one.presence)
  }

  private func punch(_ id: Int64, _ date: String, _ time: ClockTime, _ kind: Punch.Kind) -> Punch {
    Punch(
      id: RecordID(id),
      employee: RecordID(1),
      workDate: day(date),
      time: time,
      kind: kind,
      source: .card,
      recordedAt: PresenceOffice.now
    )
  }

  @Test func marksAreASetWhateverTheOrder() {
    var random = Int64(7)
    let all = (0..<300).map { _ -> LogMark in
      random = (random * 1_103_515_245 + 12345) & 0x7fff_ffff
      return LogMark(LogMark.Kind.allCases[Int(random >> 8) % 3], minuteOfDay: Int(random >> 10) % 1440)
    }
    let whole = DayMarks(all)
    var parts = DayMarks(Array(all[150...]))
    parts.formUnion(DayMarks(Array(all[..<200])))
    parts.formUnion(DayMarks(Array(all[100...])))
    #expect(parts == whole)
    #expect(DayMarks(sqlValue: whole.sqlValue) == whole)
    #expect(whole.marks == whole.marks.sorted())
    #expect(DayMarks(sqlValue: .bytes([1])) == nil)
    #expect(DayMarks(sqlValue: .bytes([0xFF, 0xFF])) == nil)
  }
}

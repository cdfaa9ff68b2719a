package import CivilTime
internal import Crypto
package import People
internal import Schedules
package import Store
package import WorkingTime
internal import WorkingTimeRules

/// 出勤簿の一日 – what a day asked of a person and what was recorded.
package struct AttendanceDay: Sendable, Hashable {
  /// The regular hours (正規の勤務時間) of a day.
  package struct Hours: Sendable, Hashable {
    package let from: ClockTime
    package let to: ClockTime
    package let pause: Minutes
  }

  /// What a day was for the person.
  package enum Kind: String, SQLStorable, Hashable, CaseIterable {
    case duty, holiday, compensatory, weekend
    case swappedOff = "swapped-off"
    case unallotted
    /// Before the first day in service, or after the last.
    case notInService = "not-in-service"
  }

  package let date: CivilDate
  package let kind: Kind
  /// The word for the day in a sheet: 勤務日, 週休日, 休日 with its name.
  package let label: String
  /// Nil on a day without regular hours.
  package let hours: Hours?
  package let arrival: ClockTime?
  package let departure: ClockTime?
  /// The break within the presence.
  package let pause: Minutes
  /// Nil where nothing was declared.
  package let overtime: Minutes?
  /// When the declared work was done, empty where its length alone is known; nil in what was closed before times were kept.
  package let stretches: [Range<ClockTime>]?
  /// Whether the overtime was special work (特例業務).
  package let isSpecial: Bool

  /// Whether anything was recorded.
  package var isRecorded: Bool { arrival != nil || departure != nil || overtime != nil }

  /// Whether more than the word for the day is another; words may change with the years.
  package func differs(from other: AttendanceDay) -> Bool {
    (kind, hours, arrival, departure) != (other.kind, other.hours, other.arrival, other.departure)
      || (pause, overtime, isSpecial) != (other.pause, other.overtime, other.isSpecial)
      || hasOtherTimes(than: other)
  }

  /// Times that were not kept differ from none.
  private func hasOtherTimes(than other: AttendanceDay) -> Bool {
    guard let stretches, let theirs = other.stretches else { return false }
    return stretches != theirs
  }

  /// The times as people read them: 18:15–21:00、21:30–25:30; empty where none are known.
  package var times: String {
    (stretches ?? []).map { "\($0.lowerBound)–\($0.upperBound)" }.joined(separator: "、")
  }

  fileprivate func line(_ version: AttendanceSheet.Version) -> String {
    switch version {
    case .lengths: line
    case .times:
      line + " "
        + (stretches ?? []).map {
          "\($0.lowerBound.minutesFromMidnight)-\($0.upperBound.minutesFromMidnight)"
        }.joined(separator: ",")
    }
  }

  private var line: String {
    let time = { (time: ClockTime?) in time.map { "\($0.minutesFromMidnight)" } ?? "-" }
    let asked = hours.map { "\(time($0.from)) \(time($0.to)) \($0.pause.count)" } ?? "-"
    let recorded = "\(time(arrival)) \(time(departure)) \(pause.count)"
    return
      "\(date.iso) \(kind.rawValue) \(asked) \(recorded) \(overtime.map { "\($0.count)" } ?? "-") \(isSpecial) \(label)"
  }
}

extension AttendanceDay.Kind {
  fileprivate init(_ kind: DayAllotment.Kind) {
    self =
      switch kind {
      case .duty: .duty
      case .holiday: .holiday
      case .compensatory: .compensatory
      case .weekend: .weekend
      case .swappedOff: .swappedOff
      case .unallotted: .unallotted
      }
  }
}

/// 出勤簿 – the days of a person's month.
package struct AttendanceSheet: Sendable, Hashable {
  package let employee: RecordID<Employee>
  package let month: YearMonth
  package let days: [AttendanceDay]

  package init(employee: RecordID<Employee>, month: YearMonth, days: [AttendanceDay]) {
    self.employee = employee
    self.month = month
    self.days = days
  }

  /// The sheet of what is recorded at present.
  ///
  /// - Parameter declared: the declarations of the month, those of a day in the order in which they were made.
  package init(
    _ shown: WorkingMonth,
    declared: [OvertimeDeclaration],
    of employee: RecordID<Employee>,
    service: ClosedRange<CivilDate>
  ) {
    let stretches = Dictionary(declared.map { ($0.date, $0.stretches) }, uniquingKeysWith: { $1 })
    self.init(
      employee: employee,
      month: shown.month,
      days: shown.days.map { day in
        let isServed = service.contains(day.date)
        let asked = isServed ? day.allotment.hours : nil
        return AttendanceDay(
          date: day.date,
          kind: isServed ? AttendanceDay.Kind(day.allotment.kind) : .notInService,
          label: isServed ? day.allotment.japanese : "在職期間外",
          hours: asked.map {
            .init(from: $0.span.lowerBound, to: $0.span.upperBound, pause: $0.breakTime)
          },
          arrival: day.arrival,
          departure: day.departure,
          pause: day.breakLength,
          overtime: day.overtime,
          stretches: stretches[day.date] ?? [],
          isSpecial: day.isSpecial
        )
      }
    )
  }

  package var overtime: Minutes { days.reduce(.zero) { $0 + ($1.overtime ?? .zero) } }
  package var special: Minutes {
    days.reduce(.zero) { $0 + ($1.isSpecial ? $1.overtime ?? .zero : .zero) }
  }
  /// How many days carry a record of coming or going.
  package var attendedDays: Int { days.count { $0.arrival != nil || $0.departure != nil } }

  /// 照合値の版 – what of a day a digest covers; what was closed keeps the version of its time.
  package enum Version: Int, Sendable, Hashable, CaseIterable {
    /// How long the overtime was.
    case lengths = 1
    /// When the work was done as well.
    case times = 2

    package static let newest = Version.times
  }

  /// The SHA-256 over every day, as 64 hexadecimal digits: the same sheet always has the same.
  package var digest: String { digest(.newest) }

  package func digest(_ version: Version) -> String {
    ClosingDigest.text(
      ["attendance \(version.rawValue)", "\(employee)", month.iso] + days.map { $0.line(version) }
    )
  }

  /// Whether a digest that was noted once, of whichever version, is that of this sheet.
  package func isSame(as noted: String) -> Bool {
    Version.allCases.reversed().contains { digest($0).utf8.elementsEqual(noted.utf8) }
  }
}

/// 訂正 – what a day was when the month was approved, and what it is now.
package struct Correction: Sendable, Hashable {
  package let before: AttendanceDay
  package let after: AttendanceDay

  package var date: CivilDate { after.date }
}

extension AttendanceSheet {
  /// What differs from an earlier sheet of the same month, day by day (確定後の訂正).
  package func corrections(since earlier: AttendanceSheet) -> [Correction] {
    zip(earlier.days, days).filter { $1.differs(from: $0) }.map { Correction(before: $0, after: $1) }
  }

  /// The sheet with corrections put in their places.
  package func applying(_ corrections: [Correction]) -> AttendanceSheet {
    let changed = Dictionary(corrections.map { ($0.date, $0.after) }, uniquingKeysWith: { $1 })
    return AttendanceSheet(employee: employee, month: month, days: days.map { changed[$0.date] ?? $0 })
  }
}

/// SHA-256 of texts as hexadecimal digits.
enum ClosingDigest {
  /// Each text with its length before it, so that two never read as one.
  static func text(_ parts: [String]) -> String {
    var hash = SHA256()
    for part in parts { hash.update(data: Array("\(part.utf8.count):\(part)".utf8)) }
    let digits = Array("0123456789abcdef".utf8)
    let bytes = hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// What a day asks of somebody, as the book has it: hours painted minute by minute, and marks for the kind of day.
struct Asked: Sendable {
  /// Regular hours as minutes from midnight; nil for a day without any.
  struct Hours: Sendable, Equatable {
    let span: Range<Int>
    let pause: Range<Int>?

    init(_ span: Range<Int>, pause: Range<Int>? = 720..<780) {
      self.span = span
      self.pause = pause
    }

    static let usual = Hours(570..<1095)

    /// Without the break.
    var work: Int { span.count - (pause?.count ?? 0) }
  }

  /// Which record stands over which.
  enum Strength: Int, Sendable {
    case standard, pattern, flextime, moved
  }

  /// What a minute is.
  enum Minute: UInt8, Sendable {
    case free, regular, pause
  }

  /// What a day is for the sheet and for pay.
  enum Kind: String, Sendable {
    case duty, holiday, compensatory, weekend, unallotted
    case swappedOff = "swapped-off"
    case notInService = "not-in-service"
  }

  private struct Day {
    var hours: Hours?
    var strength = Strength.standard
    var isShort = false
    var isSwappedOff = false
    /// A holiday that is worked, or the day that is free for it.
    var isCompensated = false
    var isFreeInstead = false
    var isMoved = false
  }

  private var days: [Day]
  /// Holidays that a law made while the year went on.
  private var newHolidays: Set<Int> = []
  /// Every minute of the year and some after it.
  private(set) var minutes: [Minute]

  init() {
    days = YearDays.all.map { Day(hours: YearDays.isWeekend($0) ? nil : .usual) }
    minutes = Array(repeating: .free, count: YearDays.all.count * YearDays.minutesOfDay)
    for day in YearDays.all { paint(day) }
  }

  private mutating func paint(_ day: Int) {
    let midnight = day * YearDays.minutesOfDay
    for minute in 0..<YearDays.minutesOfDay { minutes[midnight + minute] = .free }
    guard let hours = days[day].hours else { return }
    for minute in hours.span { minutes[midnight + minute] = .regular }
    for minute in hours.pause ?? 0..<0 { minutes[midnight + minute] = .pause }
  }

  // MARK: What is recorded

  /// Gives days other hours, unless something stronger holds there; a pattern leaves weekends free.
  mutating func set(_ range: Range<Int>, as strength: Strength, isShort: Bool, _ hours: (Int) -> Hours?) {
    for day in range {
      if strength == .pattern { days[day].isShort = isShort }
      guard strength.rawValue >= days[day].strength.rawValue, !YearDays.isWeekend(day) else { continue }
      days[day].hours = hours(day)
      days[day].strength = strength
      paint(day)
    }
  }

  /// 週休日の振替: the hours of one day go to the other.
  mutating func swap(worked: Int, freed: Int) {
    move(worked, days[freed].hours)
    move(freed, nil)
    days[freed].isSwappedOff = true
  }

  /// 4時間の割振り変更: the first four hours of work are taken from one day and done from a time on on the other.
  mutating func moveFourHours(worked: Int, from: Int, freed: Int) {
    guard let hours = days[freed].hours else { return }
    var (left, start) = (240, hours.span.lowerBound)
    while left > 0 || hours.pause?.contains(start) ?? false {
      if !(hours.pause?.contains(start) ?? false) { left -= 1 }
      start += 1
    }
    let pause = hours.pause.flatMap { start < $0.lowerBound ? $0 : nil }
    move(worked, Hours(from..<from + 240, pause: nil))
    move(freed, Hours(start..<hours.span.upperBound, pause: pause))
  }

  /// 代休日: both days keep their hours.
  mutating func compensate(worked: Int, freed: Int) {
    days[worked].isCompensated = true
    days[freed].isFreeInstead = true
    for day in [worked, freed] { days[day].isMoved = true }
  }

  mutating func addHoliday(_ day: Int) { newHolidays.insert(day) }

  private mutating func move(_ day: Int, _ hours: Hours?) {
    days[day].hours = hours
    days[day].strength = .moved
    days[day].isMoved = true
    paint(day)
  }

  // MARK: What a day is

  func hours(_ day: Int) -> Hours? { days[day].hours }

  func isMoved(_ day: Int) -> Bool { days[day].isMoved }

  func isShort(_ day: Int) -> Bool { days[day].isShort }

  func isCompensated(_ day: Int) -> Bool { days[day].isCompensated }

  func kind(_ day: Int) -> Kind {
    let day = (index: day, record: days[day])
    if day.record.isSwappedOff { return .swappedOff }
    if day.record.hours == nil { return YearDays.isWeekend(day.index) ? .weekend : .unallotted }
    if day.record.isFreeInstead { return .compensatory }
    return YearDays.isHoliday(day.index) || newHolidays.contains(day.index) ? .holiday : .duty
  }

  /// Whether somebody is expected.
  func isExpected(_ day: Int) -> Bool { kind(day) == .duty }
}

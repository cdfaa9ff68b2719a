/// The clock records of one person, as the book has them.
struct Punches: Sendable {
  struct Mark: Sendable {
    let day: Int
    /// From the day's midnight.
    let minute: Int
    let isArrival: Bool
    let isObjective: Bool
    /// In the order in which they were written.
    let number: Int
    var counts = true
  }

  /// By day of work, also those that were taken back.
  private var marks: [Int: [Mark]] = [:]
  private var newest: (day: Int, place: Int)?
  private var count = 0

  /// A record by the clock; answers the day of work.
  ///
  /// Who leaves before half past nine and has been there since the day before has ended that day.
  mutating func press(isArrival: Bool, day: Int, minute: Int) -> Int {
    let lastDay = (day - 14...day).last { !marks(of: $0).isEmpty }
    let last = lastDay.flatMap { marks(of: $0).last }
    let endsYesterday = !isArrival && minute < 570 && last.map { $0.isArrival && $0.day == day - 1 } ?? false
    let (day, minute) = endsYesterday ? (day - 1, minute + 1440) : (day, minute)
    add(isArrival, day, minute, isObjective: true)
    return day
  }

  /// A record that was forgotten, entered by hand.
  mutating func enter(isArrival: Bool, day: Int, minute: Int) {
    add(isArrival, day, minute, isObjective: false)
  }

  private mutating func add(_ isArrival: Bool, _ day: Int, _ minute: Int, isObjective: Bool) {
    count += 1
    let mark = Mark(day: day, minute: minute, isArrival: isArrival, isObjective: isObjective, number: count)
    marks[day, default: []].append(mark)
    newest = (day, (marks[day]?.count ?? 1) - 1)
  }

  mutating func takeBackNewest() {
    guard let newest else { return }
    marks[newest.day]?[newest.place].counts = false
  }

  /// Whether anything was ever recorded of some days.
  func isKnown(_ days: Range<Int>) -> Bool { days.contains { marks[$0] != nil } }

  /// What counts of a day, in order of time.
  private func marks(of day: Int) -> [Mark] {
    (marks[day] ?? []).filter(\.counts).sorted { ($0.minute, $0.number) < ($1.minute, $1.number) }
  }

  func arrival(_ day: Int) -> Int? { marks(of: day).first(where: \.isArrival)?.minute }

  func departure(_ day: Int) -> Int? { marks(of: day).last { !$0.isArrival }?.minute }

  /// Duty days by the calendar with a record of a machine.
  func recordedDutyDays(_ month: Int) -> Int {
    YearDays.days(of: month).count { YearDays.isWorkday($0) && marks(of: $0).contains(where: \.isObjective) }
  }

  /// Rests that end in the month between two days that follow upon each other in the records; and how many are of
  /// eleven hours.
  func rests(_ month: Int) -> (all: Int, sufficient: Int) {
    var (all, sufficient) = (0, 0)
    for after in YearDays.days(of: month) where !marks(of: after).isEmpty {
      let before = (after - 14..<after).last { !marks(of: $0).isEmpty }
      guard let before, let end = departure(before), let start = arrival(after) else { continue }
      let length = (after - before) * YearDays.minutesOfDay + start - end
      if length >= 0 { all += 1 }
      if length >= 660 { sufficient += 1 }
    }
    return (all, sufficient)
  }
}

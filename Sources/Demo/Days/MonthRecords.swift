internal import CivilTime
internal import People
internal import Store
internal import WorkingTime

/// The records of some people's month.
struct MonthRecords {
  private(set) var punches: [PunchRow] = []
  private(set) var overtime: [OvertimeRow] = []
  /// Every day as it was worked, with what the clock saw of it.
  private(set) var days: [RecordedDay] = []

  /// Writes down what the clock saw of a day, and what was forgotten.
  mutating func add(
    _ day: WorkedDay,
    of person: Int,
    _ employee: RecordID<Employee>,
    forgottenPermille: Int,
    words: [String],
    _ chance: inout Chance
  ) {
    let fate = chance.below(1000)
    let isTwice = chance.permille(1)
    let word = day.isSpecial ? WorkWords.special : chance.pick(words) ?? WorkWords.special
    let hasDeparture = fate >= forgottenPermille
    let hasArrival = hasDeparture ? fate >= forgottenPermille * 8 / 5 : fate >= forgottenPermille / 4
    if hasArrival {
      punch(day, day.arrival, .arrival, employee)
      if isTwice { punch(day, day.arrival + 1, .arrival, employee) }
    }
    if hasDeparture { punch(day, day.departure, .departure, employee) }
    days.append(
      RecordedDay(
        person: person,
        day: day,
        hasArrival: hasArrival,
        hasDeparture: hasDeparture,
        claim: day.declared > 0 ? overtime.count : nil
      )
    )
    guard day.declared > 0 else { return }
    overtime.append(
      OvertimeRow(
        employee: employee,
        workDate: day.date,
        length: Minutes(day.declared),
        stretches: day.stretches,
        isSpecial: day.isSpecial,
        work: word
      )
    )
  }

  private mutating func punch(
    _ day: WorkedDay,
    _ minute: Int,
    _ kind: Punch.Kind,
    _ employee: RecordID<Employee>
  ) {
    guard let time = ClockTime(minutesFromMidnight: minute) else { return }
    punches.append(PunchRow(employee: employee, workDate: day.date, time: time, kind: kind))
  }
}

/// A day that somebody worked, and what there is on record of it.
struct RecordedDay {
  /// The place of the person in the plan.
  let person: Int
  let day: WorkedDay
  let hasArrival: Bool
  let hasDeparture: Bool
  /// The place of the declared overtime among that of the month; nil where none was declared.
  let claim: Int?
}

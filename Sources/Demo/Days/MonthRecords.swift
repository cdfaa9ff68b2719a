internal import CivilTime
internal import People
internal import Store
internal import WorkingTime

/// The records of some people's month.
struct MonthRecords {
  private(set) var punches: [PunchRow] = []
  private(set) var overtime: [OvertimeRow] = []

  /// Writes down what the clock saw of a day, and what was forgotten.
  mutating func add(
    _ day: WorkedDay,
    of employee: RecordID<Employee>,
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

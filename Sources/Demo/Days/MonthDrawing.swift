internal import CivilTime
internal import People
internal import Store

/// Draws the records of people's months.
struct MonthDrawing: Sendable {
  let staff: StaffPlan
  let seed: UInt64
  let period: DemoPeriod

  /// Adds the records of one person's month.
  func draw(_ index: Int, _ month: DemoMonth, id: RecordID<Employee>, into records: inout MonthRecords) {
    let person = staff.people[index]
    // People move, come and leave with the first and last day of a month.
    guard let seat = person.seat(on: month.month.firstDay) else { return }
    let shape = staff.seats[seat].shape
    let unit = staff.ministry.units[staff.seats[seat].unit]
    let habits = Habits(seed: seed, person: index)
    let script = staff.scripts[index]
    if script == nil, let leave = habits.longLeave, leave.contains(month.back), !shape.isManagerial { return }
    let target = OvertimeTarget(seed: seed).minutes(
      person: index,
      person,
      habits: habits,
      unit: unit,
      shape: shape,
      script: script,
      in: month
    )
    let drawing = DayDrawing(
      month: month,
      habits: habits,
      hours: HoursDrawing(staff: staff, seed: seed, period: period).hours(of: index),
      section: script == nil ? unit.section : nil,
      isDeclaring: !shape.isManagerial,
      isPartTime: person.career.staffCategory == .partTime,
      isOnCall: unit.group.place == .disasterResponse && habits.isOnCall,
      isScripted: script != nil
    )
    var chance = Chance(seed: seed, .days, index, month.month.index)
    let forgotten = (unit.section?.forgottenPermille ?? 4) * (habits.isForgetful ? 4 : 1)
    let words = WorkWords.words(unit.group.season, unit.group.place)
    for day in drawing.days(target: target, &chance) {
      records.add(day, of: index, id, forgottenPermille: forgotten, words: words, &chance)
    }
  }
}

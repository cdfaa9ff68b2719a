internal import CivilTime

/// Draws the days of a person's month, so that the declared overtime adds up to what the month is to have.
struct DayDrawing {
  let month: DemoMonth
  let habits: Habits
  let hours: PersonHours
  let section: SectionProfile?
  /// Managers are there, but declare nothing.
  let isDeclaring: Bool
  let isPartTime: Bool
  /// Whether called in when a disaster strikes.
  let isOnCall: Bool
  /// Whether every month is to be worked through as told.
  let isScripted: Bool

  /// The most overtime of one day: until 27:15.
  private static let most = 540

  func days(target: Int, _ chance: inout Chance) -> [WorkedDay] {
    let share = isScripted ? 15 : Self.leavePermille(month.month.month) * habits.leavePermille / 1000
    var days: [WorkedDay] = []
    var weights: [Int] = []
    var left = target
    for day in month.days {
      if day.isDisaster && isOnCall {
        days.append(disasterDay(day, &chance))
        weights.append(0)
      } else if day.isDuty {
        let isAway = chance.permille(share)
        let weight = weight(of: day, target: target, &chance)
        guard !isAway else { continue }
        days.append(day.date.worked(hours.hours(on: day.date)))
        weights.append(weight)
      } else if let weekend = dayOff(day, target: target, &chance) {
        left -= weekend.declared
        days.append(weekend)
        weights.append(0)
      }
    }
    spread(left, weights, over: &days)
    finish(&days, &chance)
    return days
  }

  private static func leavePermille(_ month: Int) -> Int {
    switch month {
    case 8: 150
    case 12: 80
    case 1, 5, 7: 70
    default: 52
    }
  }

  /// Wednesdays are days to go home on time, mostly.
  private func weight(of day: DemoMonth.Day, target: Int, _ chance: inout Chance) -> Int {
    let isQuiet = chance.permille(target < 600 ? 600 : target < 2400 ? 250 : 60)
    let weight = chance.within(20...120)
    return isQuiet ? 0 : day.weekday == .wednesday ? weight / 3 : weight
  }

  private func dayOff(_ day: DemoMonth.Day, target: Int, _ chance: inout Chance) -> WorkedDay? {
    let isCalled = chance.permille(target > 4200 ? 260 : target > 2400 ? 90 : 8)
    let arrival = 600 + chance.within(-30...60)
    let length = chance.within(36...84) * 5
    // Hours on a holiday within the regular ones are no overtime: only weekends are worked here.
    guard isCalled, day.weekday.isWeekend, !isPartTime, length < max(target, 300) else { return nil }
    let isOverNoon = arrival < 720 && arrival + length > 720
    let departure = arrival + length + (isOverNoon ? 60 : 0) + chance.within(0...12)
    return WorkedDay(
      date: day.date,
      hours: hours.hours(on: day.date),
      arrival: arrival,
      departure: departure,
      declared: length,
      isSpecial: false
    )
  }

  private func disasterDay(_ day: DemoMonth.Day, _ chance: inout Chance) -> WorkedDay {
    let declared = (day.isDuty ? chance.within(60...108) : chance.within(96...120)) * 5
    let hours = hours.hours(on: day.date)
    let arrival = day.isDuty ? hours.start - chance.within(2...15) : 540
    let end = day.isDuty ? hours.end + declared : arrival + declared + 60
    return WorkedDay(
      date: day.date,
      hours: hours,
      arrival: arrival,
      departure: end + chance.within(0...15),
      declared: declared,
      isSpecial: true
    )
  }

  /// Gives each day its part, in steps of five minutes; what a day cannot bear goes to the later ones.
  private func spread(_ target: Int, _ weights: [Int], over days: inout [WorkedDay]) {
    var left = max(0, target)
    var weightLeft = weights.reduce(0, +)
    for index in days.indices where weights[index] > 0 {
      let due = (left * weights[index] / weightLeft + 2) / 5 * 5
      let part = min(due, Self.most)
      days[index].declared = part
      left = max(0, left - part)
      weightLeft -= weights[index]
    }
  }

  private func finish(_ days: inout [WorkedDay], _ chance: inout Chance) {
    var before: (date: CivilDate, departure: Int)?
    for index in days.indices {
      if days[index].departure == 0 { fill(&days[index], after: before, &chance) }
      before = (days[index].date, days[index].departure)
      if !isDeclaring { days[index].declared = 0 }
    }
  }

  private func fill(
    _ day: inout WorkedDay,
    after before: (date: CivilDate, departure: Int)?,
    _ chance: inout Chance
  ) {
    let shift = day.hours.start - DutyHours.standard.start
    day.arrival = habits.arrival + shift + chance.within(-6...3)
    let mayComeLate = chance.permille(550)
    let late = 600 + shift + chance.within(0...100)
    if let before, before.date.adding(days: 1) == day.date, before.departure > 1500, mayComeLate {
      day.arrival = late
    }
    let stay = presence(declared: day.declared, &chance)
    day.departure = min(day.hours.end + stay, WorkedDay.latest)
  }

  /// How long somebody stays after duty for what is declared.
  private func presence(declared: Int, _ chance: inout Chance) -> Int {
    let lingering = chance.within(0...14)
    let stretch = chance.within(1150...1900)
    let unsaid = chance.within(0...110)
    guard let section, section.declaring == .wide, !isPartTime else { return declared + lingering }
    return declared * stretch / 1000 + (declared == 0 ? unsaid : lingering)
  }
}

extension CivilDate {
  /// A duty day whose hours are still to be drawn.
  fileprivate func worked(_ hours: DutyHours) -> WorkedDay {
    WorkedDay(date: self, hours: hours, arrival: 0, departure: 0, declared: 0, isSpecial: false)
  }
}

/// What somebody really does on a day, in minutes from its midnight.
struct Shift: Sendable {
  let arrival: Int
  let departure: Int
  /// The work beyond what the day asks; on a holiday all work of the day.
  let extra: [Range<Int>]

  var isPastMidnight: Bool { departure >= YearDays.minutesOfDay }
  /// Whether somebody is still there when the next day begins.
  var isThroughTheNight: Bool { departure >= YearDays.minutesOfDay + 420 }
}

extension Shift {
  /// Draws somebody's day; nil for a day that is not worked.
  static func draw(_ person: Int64, _ day: Int, _ asked: Asked, _ dice: inout Dice) -> Shift? {
    let season = Season.on(day)
    let burden = Burden.of(person)
    switch asked.kind(day) {
    case .duty:
      guard let hours = asked.hours(day), !dice.happens(4) else { return nil }
      return onDuty(hours.span, dice.happens(season.evenings * burden / 100), season, burden, &dice)
    case .holiday:
      guard let hours = asked.hours(day) else { return nil }
      if asked.isCompensated(day) {
        return onDuty(hours.span, dice.happens(50), season, burden, &dice)
      }
      return dice.happens(season.daysOff * burden / 100) ? onHoliday(hours.span, &dice) : nil
    case .weekend, .unallotted:
      return dice.happens(season.daysOff * burden / 100) ? onDayOff(&dice) : nil
    case .compensatory, .swappedOff:
      return dice.happens(3) ? onDayOff(&dice) : nil
    case .notInService: return nil
    }
  }

  private static func onDuty(
    _ hours: Range<Int>,
    _ staysOn: Bool,
    _ season: Season,
    _ burden: Int,
    _ dice: inout Dice
  ) -> Shift {
    let isEarly = dice.happens(5)
    let early = isEarly ? hours.lowerBound - dice.number(20...70) : hours.lowerBound
    let arrival = early - dice.number(0...20)
    var extra = isEarly ? [early..<hours.lowerBound] : []
    guard staysOn else {
      return Shift(arrival: arrival, departure: hours.upperBound + dice.number(0...25), extra: extra)
    }
    let longest = min(season.longest * max(burden, 60) / 100, 700)
    var length = dice.number(15...max(30, longest))
    if season.isSpecial, dice.happens(12) { length = 2040 - hours.upperBound - dice.number(0...55) + 10 }
    let end = hours.upperBound + length
    if length > 180, dice.happens(45) {
      // A meal in between.
      let pause = hours.upperBound + dice.number(30...length - 90)
      extra += [hours.upperBound..<pause, pause + dice.number(15...45)..<end]
    } else {
      extra.append(hours.upperBound..<end)
    }
    if end < 1290, dice.happens(length < 120 ? 20 : 5) {
      // Once more from home, late in the evening.
      let again = dice.number(1300...1420)
      extra.append(again..<again + dice.number(20...120))
    }
    return Shift(arrival: arrival, departure: end + dice.number(0...20), extra: extra)
  }

  private static func onHoliday(_ hours: Range<Int>, _ dice: inout Dice) -> Shift {
    let start = hours.lowerBound + (dice.happens(50) ? 0 : dice.number(-60...120))
    let end = dice.number(start + 120...max(start + 200, hours.upperBound + 200))
    return Shift(
      arrival: start - dice.number(0...9),
      departure: end + dice.number(0...9),
      extra: [start..<end]
    )
  }

  private static func onDayOff(_ dice: inout Dice) -> Shift {
    let start = dice.number(480...840)
    let length = dice.number(60...600)
    let end = start + length
    guard length > 300 else {
      return Shift(
        arrival: start - dice.number(0...9),
        departure: end + dice.number(0...9),
        extra: [start..<end]
      )
    }
    let pause = start + dice.number(120...length - 120)
    let extra = [start..<pause, pause + dice.number(30...60)..<end]
    return Shift(arrival: start - dice.number(0...9), departure: end + dice.number(0...9), extra: extra)
  }
}

/// A person's month in pay classes, counted minute by minute.
struct Pay: Sendable, Equatable {
  /// By the name of the class, without those that have none.
  var minutes: [String: Int] = [:]
  /// Overtime beyond 60 hours: on duty days, on days off, and of short hours up to a full day.
  var excess = [0, 0, 0]
  var unpaid = 0
  /// Whole hours of overtime, each class rounded on its own.
  var hours = 0

  init(minutes: [String: Int], excess: [Int], unpaid: Int) {
    self.minutes = minutes
    self.excess = excess
    self.unpaid = unpaid
    hours = minutes.reduce(0) { sum, part in
      part.key == "holiday-135" ? sum : sum + part.value / 60 + (part.value % 60 >= 30 ? 1 : 0)
    }
  }

  /// Of what is regular, only holiday work is paid on top.
  var overtime: Int { minutes.reduce(0) { $0 + ($1.key == "holiday-135" ? 0 : $1.value) } }
}

extension Pay {
  init(_ month: Int, _ claims: Claims, _ asked: Asked, _ punches: Punches, isManagerial: (Int) -> Bool) {
    let days = YearDays.days(of: month)
    let owners = claims.painted(days, asked, punches)
    var (minutes, excess, running): ([String: Int], [Int], Int) = ([:], [0, 0, 0], 0)
    for day in days {
      let kind = asked.kind(day)
      let isOff = kind == .weekend || kind == .swappedOff || kind == .unallotted
      let isHoliday = kind == .compensatory || kind == .holiday && !asked.isCompensated(day)
      var missing = kind == .duty && asked.isShort(day) ? max(0, 465 - (asked.hours(day)?.work ?? 0)) : 0
      for minute in 0..<YearDays.minutesOfDay {
        let owner = Int(owners[(day - days.lowerBound) * YearDays.minutesOfDay + minute])
        guard owner != -1, !isManagerial(owner) else { continue }
        let isNight = minute < 300 || minute >= 1320
        switch asked.minutes[day * YearDays.minutesOfDay + minute] {
        case .pause: continue
        case .regular:
          if isHoliday { minutes["holiday-135", default: 0] += 1 }
          continue
        case .free: break
        }
        running += 1
        let column = isOff || isHoliday ? 1 : missing > 0 ? 2 : 0
        missing -= 1
        if running > 3600 {
          minutes[isNight ? "over-60h-175-night" : "over-60h-150", default: 0] += 1
          excess[column] += 1
        } else {
          minutes[names[column][isNight ? 1 : 0], default: 0] += 1
        }
      }
    }
    let unpaid = days.filter(isManagerial).reduce(0) { $0 + (claims.newest($1)?.overtime ?? 0) }
    self.init(minutes: minutes, excess: excess, unpaid: unpaid)
  }
}

private let names = [
  ["overtime-125", "overtime-150-night"], ["overtime-135", "overtime-160-night"],
  ["short-time-100", "short-time-125-night"],
]

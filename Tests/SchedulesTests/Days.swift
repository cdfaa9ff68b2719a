import CivilTime
import WorkingTimeRules

func day(_ text: String) -> CivilDate { CivilDate(iso: text) ?? CivilDate(dayNumber: 0) }

func clock(_ hour: Int, _ minute: Int = 0) -> ClockTime {
  ClockTime(hour: hour, minute: minute) ?? .midnight
}

/// Hours from a time on, with a break of `pause` minutes from noon on.
func hours(_ hour: Int, _ minute: Int = 0, span: Int, pause: Int = 60) -> DayHours {
  let start = clock(hour, minute)
  let end = start.advanced(by: Minutes(span)) ?? .midnight
  let noon = clock(12)..<(clock(12).advanced(by: Minutes(pause)) ?? .midnight)
  return DayHours(start..<end, breaks: pause == 0 ? [] : [noon]) ?? .headOffice
}

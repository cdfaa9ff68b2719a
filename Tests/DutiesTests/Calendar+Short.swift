import CivilTime
import Store
import TestSupport

func day(_ text: String) -> CivilDate {
  CivilDate(iso: text) ?? CivilDate(dayNumber: 0)
}

func days(_ first: String, _ last: String) -> ClosedRange<CivilDate> {
  day(first)...day(last)
}

func noon(_ date: CivilDate) -> Instant {
  OfficeZone.instant(on: date, at: ClockTime(hour: 12, minute: 0) ?? .midnight)
}

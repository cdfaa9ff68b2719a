internal import CivilTime
internal import Site
internal import WorkingTimeRules

/// The controls of a settlement period, four times and a kind for each day, and how they are read.
enum FlextimeFields {
  /// What a day is declared to be.
  enum Kind: String, Sendable, Hashable, CaseIterable {
    case duty
    case exempt
    case off

    var japanese: String {
      switch self {
      case .duty: "勤務"
      case .exempt: "特例対象日"
      case .off: "割り振らない"
      }
    }

    init(_ plan: FlextimeDay.Plan) {
      switch plan {
      case .duty: self = .duty
      case .exempt: self = .exempt
      case .off: self = .off
      }
    }
  }

  static func prefix(_ date: CivilDate) -> String { "day-\(date.iso)" }

  static func kind(_ date: CivilDate) -> String { "\(prefix(date))-kind" }

  static func start(_ date: CivilDate) -> String { "\(prefix(date))-start" }

  /// The control where a fault is mended: that of its day, or the total's.
  static func fault(_ fault: FlextimeFault) -> FormFault {
    FormFault(fault.date.map(start) ?? "total", fault.explanation)
  }

  /// All by which a day differs from others.
  static func mark(_ day: FlextimeDay) -> String {
    "\(day.date.iso) \(Kind(day.plan).rawValue) \(day.hours.map(ScheduleWords.short) ?? "")"
  }

  /// The weekdays of a period.
  static func weekdays(_ days: ClosedRange<CivilDate>) -> [CivilDate] {
    days.filter { !$0.weekday.isWeekend }
  }

  /// The days as they were entered; those that cannot be read are left out, with their faults in the reader.
  static func days(_ span: ClosedRange<CivilDate>, _ reader: inout FormReader) -> [FlextimeDay] {
    var days: [FlextimeDay] = []
    for date in weekdays(span) {
      let label = "\(date.japaneseShort)の"
      guard let kind = reader.choice(kind(date), label: "\(label)区分", as: Kind.self) else { continue }
      if kind == .off {
        days.append(FlextimeDay(date, .off))
        continue
      }
      let before = reader.faults.count
      guard let hours = RuleFields.hours(prefix(date), label: label, &reader) else {
        if reader.faults.count == before { reader.add(start(date), "\(label)始業と終業を入力してください。") }
        continue
      }
      days.append(FlextimeDay(date, kind == .exempt ? .exempt(hours) : .duty(hours)))
    }
    return days
  }

  /// The days as the controls show them at first.
  static func entered(_ days: [FlextimeDay]) -> FormFields {
    FormFields(
      days.flatMap { day -> [(name: String, value: String)] in
        let prefix = prefix(day.date)
        let pause = day.hours?.breaks.first
        let times = [
          day.hours?.span.lowerBound, day.hours?.span.upperBound, pause?.lowerBound, pause?.upperBound,
        ]
        return [(name: kind(day.date), value: Kind(day.plan).rawValue)]
          + zip(RuleFields.times, times).map { field, time in
            (name: "\(prefix)-\(field.name)", value: time.map { "\($0)" } ?? "")
          }
      }
    )
  }
}

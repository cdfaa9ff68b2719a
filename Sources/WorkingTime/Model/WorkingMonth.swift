public import CivilTime
public import Schedules

/// A person's month (勤務表): one day after the other, and the totals.
public struct WorkingMonth: Sendable, Hashable {
  /// The month.
  public let month: YearMonth
  /// Every day of it.
  public let days: [WorkingDay]

  /// The overtime of the month.
  public var overtime: Minutes { days.reduce(.zero) { $0 + ($1.overtime ?? .zero) } }
  /// How many days carry a record.
  public var recordedDays: Int { days.count { $0.arrival != nil || $0.departure != nil } }
  /// How many days ask for a reason.
  public var wideGaps: Int { days.count { $0.hasWideGap } }
  /// How many days look odd.
  public var oddDays: Int { days.count { !$0.oddities.isEmpty } }

  /// Makes the month from its records.
  ///
  /// - Parameters:
  ///   - punches: the records of the month in order of day, time and identifier.
  ///   - overtime: the declarations of the month, those of a day in the order in which they were made.
  ///   - today: days from here on are not missed yet.
  ///   - service: the days in service; records outside it are marked.
  ///   - allotments: what each day asks of the person.
  public init(
    month: YearMonth,
    punches: [Punch],
    overtime: [OvertimeDeclaration],
    service: ClosedRange<CivilDate>,
    today: CivilDate,
    allotments: Allotments
  ) {
    self.month = month
    let declared = Dictionary(overtime.map { ($0.date, $0) }, uniquingKeysWith: { _, newest in newest })
    var rest = punches[...]
    days = month.days.map { date in
      let ofDay = rest.prefix { $0.workDate == date }
      rest = rest.dropFirst(ofDay.count)
      let reading = DayReading(ofDay.filter(\.counts), date: date, today: today, service: service)
      return reading.day(allotments[date], declared: declared[date])
    }
  }
}

/// Reads the records of one day.
struct DayReading {
  let punches: [Punch]
  let date: CivilDate
  let today: CivilDate
  let service: ClosedRange<CivilDate>

  init(_ punches: [Punch], date: CivilDate, today: CivilDate, service: ClosedRange<CivilDate>) {
    self.punches = punches
    self.date = date
    self.today = today
    self.service = service
  }

  var arrival: ClockTime? { punches.first { $0.kind == .arrival }?.time }
  var departure: ClockTime? { punches.last { $0.kind == .departure }?.time }

  func day(_ allotment: DayAllotment, declared: OvertimeDeclaration?) -> WorkingDay {
    let pair = presence
    let outside = pair.map { allotment.outsideRegularHours($0) }
    return WorkingDay(
      date: date,
      allotment: allotment,
      arrival: arrival,
      departure: departure,
      breakLength: pair.map { allotment.breakWithin($0) } ?? .zero,
      overtime: declared?.length,
      isSpecial: declared?.isSpecial ?? false,
      oddities: outsideService(declared) + oddities(isDuty: allotment.isDuty),
      gap: outside.map { $0 - (declared?.length ?? .zero) }
    )
  }

  private var presence: Range<ClockTime>? {
    guard let arrival, let departure, departure > arrival else { return nil }
    return arrival..<departure
  }

  private func oddities(isDuty: Bool) -> [WorkingDay.Oddity] {
    let isOver = date < today
    guard !punches.isEmpty else {
      return isDuty && isOver && service.contains(date) ? [.noRecord] : []
    }
    var found: [WorkingDay.Oddity] = []
    if arrival == nil { found.append(.noArrival) }
    if departure == nil, isOver { found.append(.noDeparture) }
    if let arrival, let departure, departure < arrival { found.append(.departureBeforeArrival) }
    if hasTwoArrivals { found.append(.twoArrivals) }
    if presence != nil, punches.last?.kind == .arrival, isOver { found.append(.noLastDeparture) }
    return found
  }

  /// Declared overtime is a record as well, unless it was withdrawn.
  private func outsideService(_ declared: OvertimeDeclaration?) -> [WorkingDay.Oddity] {
    let hasOvertime = declared.map { $0.length > .zero } ?? false
    guard hasOvertime || !punches.isEmpty else { return [] }
    if date < service.lowerBound { return [.beforeHiring] }
    return date > service.upperBound ? [.afterLeaving] : []
  }

  private var hasTwoArrivals: Bool {
    zip(punches, punches.dropFirst()).contains { $0.kind == .arrival && $1.kind == .arrival }
  }
}

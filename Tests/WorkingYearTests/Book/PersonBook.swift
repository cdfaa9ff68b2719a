/// Everything about one person, in plain lists; what the program says is compared with what is counted here.
struct PersonBook: Sendable {
  let person: Int64
  /// The days in service.
  let service: ClosedRange<Int>
  var asked = Asked()
  var punches = Punches()
  var claims = Claims()
  var orders: [Int: DayOfOrders] = [:]
  var closings: [Closing]

  init(_ person: Int64, _ service: ClosedRange<Int>) {
    self.person = person
    self.service = service
    closings = (0..<12).map { Closing(month: $0) }
  }

  func isInService(_ day: Int) -> Bool { service.contains(day) }

  /// Whether the month is to be closed at all.
  func serves(_ month: Int) -> Bool { service.overlaps(ClosedRange(YearDays.days(of: month))) }

  /// The last day of the person in a month.
  func lastDay(_ month: Int) -> Int { min(YearDays.days(of: month).upperBound - 1, service.upperBound) }

  /// Whether the program knows anything of the month.
  func isKnown(_ month: Int) -> Bool {
    let days = YearDays.days(of: month)
    return punches.isKnown(days) || claims.made.keys.contains { days.contains($0) }
  }

  /// Where the newest claim of a day stands; nil without one.
  func claimState(_ day: Int) -> String? {
    (orders[day] ?? DayOfOrders()).state(claims.made[day] ?? [], isDuty: asked.kind(day) == .duty)
  }

  func sheet(_ month: Int) -> [SheetDay] {
    YearDays.days(of: month).map { day in
      let hours = isInService(day) ? asked.hours(day) : nil
      let (arrival, departure) = (punches.arrival(day), punches.departure(day))
      let claim = claims.newest(day)
      return SheetDay(
        kind: isInService(day) ? asked.kind(day).rawValue : "not-in-service",
        hours: hours.map { [$0.span.lowerBound, $0.span.upperBound, $0.pause?.count ?? 0] } ?? [],
        arrival: arrival,
        departure: departure,
        pause: pause(day, arrival, departure),
        overtime: claim?.overtime,
        worked: claim?.worked ?? [],
        isSpecial: claim?.isSpecial ?? false
      )
    }
  }

  /// The minutes of presence that are a break: that of the day, or the usual one of a day without hours.
  private func pause(_ day: Int, _ arrival: Int?, _ departure: Int?) -> Int {
    guard let arrival, let departure, arrival < departure else { return 0 }
    guard let pause = asked.hours(day).map(\.pause) ?? 720..<780 else { return 0 }
    return (arrival..<departure).count { pause.contains($0) }
  }

  /// The days of a month that differ from what was approved last.
  func corrections(_ month: Int) -> [Int] {
    guard let kept = closings[month].kept.last else { return [] }
    return zip(YearDays.days(of: month), zip(kept.days, sheet(month))).filter { $1.0 != $1.1 }.map(\.0)
  }
}

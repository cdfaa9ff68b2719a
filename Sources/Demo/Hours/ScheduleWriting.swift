internal import Access
internal import CivilTime
internal import People
internal import Schedules
internal import Store
internal import WorkingTimeRules

/// Writes standard days, patterns, flextime and telework.
struct ScheduleWriting: Sendable {
  let office: DemoOffice

  private static let batch = 1000

  func write(to database: any SQLDatabase) async throws {
    let patterns = patterns
    try await database.write { connection in
      try fix(patterns, on: connection)
      try insertChoices(patterns, on: connection)
      try insertFlextime(on: connection)
      try insertRequests(patterns, on: connection)
    }
    let count = office.staff.people.count
    for start in stride(from: 0, to: count, by: Self.batch) {
      let days = (start..<min(start + Self.batch, count)).flatMap(teleworkDays)
      try await database.write { try ScheduleBulk.insert(telework: days, ids: office.ids, on: $0) }
    }
  }

  // MARK: What employers offer

  private struct Offer: Hashable {
    let employer: EmployerPlan
    let pattern: PatternPlan
  }

  private var patterns: [Offer: WorkPattern] {
    var made: [Offer: WorkPattern] = [:]
    for employer in EmployerPlan.allCases {
      for plan in PatternPlan.allCases {
        let days = WorkPattern.weekdays.compactMap { weekday in plan.hours.day.map { (weekday, $0) } }
        made[Offer(employer: employer, pattern: plan)] = WorkPattern(
          id: office.ids.next(),
          employer: office.identities.employer(employer),
          kind: plan == .shortTime ? .shortTime : .earlyLate,
          name: plan.name,
          days: Dictionary(uniqueKeysWithValues: days)
        )
      }
    }
    return made
  }

  private func fix(_ patterns: [Offer: WorkPattern], on connection: any SQLConnection) throws {
    let stamp = ScheduleBulk.Stamp(at: office.now, by: office.account(of: office.officer(.hr)))
    let core = DutyHours.clock(600..<900)
    guard let hours = DutyHours.standard.day, let pause = hours.breaks.first else { return }
    for employer in EmployerPlan.allCases {
      try ScheduleBulk.fix(
        StandardDay(
          id: office.ids.next(),
          employer: office.identities.employer(employer),
          from: office.period.founded,
          hours: hours
        ),
        PatternPlan.allCases.compactMap { patterns[Offer(employer: employer, pattern: $0)] },
        FlextimeTerms(core: core, standardBreak: pause, dailyMinimum: Minutes(hours: 4)),
        from: FiscalYear(startYear: 2025).firstDay,
        ids: office.ids,
        stamp,
        on: connection
      )
    }
  }

  // MARK: What people chose

  private func insertChoices(_ patterns: [Offer: WorkPattern], on connection: any SQLConnection) throws {
    let drawing = HoursDrawing(staff: office.staff, seed: office.seed, period: office.period)
    let rows = office.staff.people.indices.compactMap { index -> ScheduleBulk.Of<PatternChoice>? in
      guard let choice = drawing.hours(of: index).choice else { return nil }
      let offer = Offer(employer: office.staff.people[index].employer, pattern: choice.pattern)
      var chance = Chance(seed: office.seed, .hours, index, 1)
      let at = office.moment(choice.from.adding(days: -10), 600)
      let superior = office.superiors.superior(of: index, on: choice.from) ?? office.officer(.hr)
      return ScheduleBulk.Of(
        PatternChoice(
          id: office.ids.next(),
          pattern: patterns[offer],
          from: choice.from,
          to: nil,
          reason: chance.pick(choice.pattern.reasons) ?? "",
          recordedAt: at
        ),
        of: office.identities.people[index],
        .init(at: at, by: office.account(of: superior))
      )
    }
    try ScheduleBulk.insert(choices: rows, on: connection)
  }

  private func insertFlextime(on connection: any SQLConnection) throws {
    let drawing = HoursDrawing(staff: office.staff, seed: office.seed, period: office.period)
    let next = FlextimePlan.periods(around: office.period.today).next
    for index in office.staff.people.indices {
      let plans = drawing.hours(of: index).flextime
      for plan in plans { try insert(plan, of: index, isAllotted: true, on: connection) }
      var chance = Chance(seed: office.seed, .hours, index, 2)
      if !plans.isEmpty, chance.permille(150) {
        try insert(next, of: index, isAllotted: false, on: connection)
      }
    }
    if let keen = usualOfShowcase.last { try insert(next, of: keen, isAllotted: false, on: connection) }
  }

  private func insert(
    _ plan: FlextimePlan,
    of index: Int,
    isAllotted: Bool,
    on connection: any SQLConnection
  ) throws {
    let employee = office.identities.people[index]
    let superior = office.superiors.superior(of: index, on: office.period.today) ?? office.officer(.hr)
    try ScheduleBulk.insert(
      .init(
        FlextimePeriod(
          id: office.ids.next(),
          employee: employee,
          start: plan.start,
          weeks: FlextimePlan.weeks,
          person: .general
        ),
        of: employee,
        .init(at: office.moment(plan.start.adding(days: -9), 660), by: office.account(of: index))
      ),
      plan.weekdays.compactMap { date in plan.hours(on: date).day.map { FlextimeDay(date, .duty($0)) } },
      allotted: isAllotted
        ? .init(at: office.moment(plan.start.adding(days: -5), 990), by: office.account(of: superior)) : nil,
      on: connection
    )
  }

  // MARK: What waits

  /// People of the showcase section who play no role and work by the usual hours.
  private var usualOfShowcase: [Int] {
    let drawing = HoursDrawing(staff: office.staff, seed: office.seed, period: office.period)
    let cast = Set(office.staff.casting.seats.values)
    return office.staff.casting.showcase.sorted().filter { index in
      let hours = drawing.hours(of: index)
      return !cast.contains(index) && hours.choice == nil && hours.flextime.isEmpty
        && !office.staff.seats[index].shape.isManagerial
        && office.staff.people[index].isInService(on: office.period.today)
    }
  }

  private func insertRequests(_ patterns: [Offer: WorkPattern], on connection: any SQLConnection) throws {
    var chance = Chance(seed: office.seed, .hours, -1)
    let others = office.declaringToday.filter { !office.staff.casting.showcase.contains($0) }
    let asking = usualOfShowcase.prefix(2) + chance.shuffled(others).prefix(others.count / 500)
    let at = office.moment(office.period.yesterday, 1020)
    let rows = asking.map { index -> ScheduleBulk.Of<PatternRequest> in
      let plan: PatternPlan = chance.permille(600) ? .earlyB : .late
      let employee = office.identities.people[index]
      return ScheduleBulk.Of(
        PatternRequest(
          id: office.ids.next(),
          employee: employee,
          pattern: patterns[Offer(employer: office.staff.people[index].employer, pattern: plan)],
          from: office.period.today.yearMonth.adding(months: 1).firstDay,
          to: nil,
          reason: chance.pick(plan.reasons) ?? "",
          at: at,
          decision: nil
        ),
        of: employee,
        .init(at: at, by: office.account(of: index))
      )
    }
    try ScheduleBulk.ask(rows, on: connection)
  }

  // MARK: Telework

  private typealias TeleworkDay = (wish: ScheduleBulk.Of<CivilDate>, order: ScheduleBulk.Stamp?)

  /// One or two weekdays of every week, ordered the week before; a few wish for one more.
  private func teleworkDays(_ index: Int) -> [TeleworkDay] {
    let person = office.staff.people[index]
    var chance = Chance(seed: office.seed, .telework, index)
    let isAtHome = chance.permille(250)
    let first = chance.within(1...5)
    let second = chance.permille(400) ? chance.within(1...5) : first
    let wishes = chance.permille(office.staff.casting.showcase.contains(index) ? 250 : 40)
    guard isAtHome, let start = office.recentMonths.first?.firstDay else { return [] }
    let calendar = DutyCalendar()
    let ordered = (start...office.period.today.adding(days: 4)).filter { date in
      [first, second].contains(date.weekday.rawValue) && calendar.isDutyDay(date)
        && person.isInService(on: date)
    }
    let wished = wishes ? calendar.nextDutyDay(after: office.period.today.adding(days: 6)) : nil
    let hopes = wished.map { person.isInService(on: $0) ? [$0] : [] } ?? []
    return ordered.map { day(index, $0, isOrdered: true) } + hopes.map { day(index, $0, isOrdered: false) }
  }

  private func day(_ index: Int, _ date: CivilDate, isOrdered: Bool) -> TeleworkDay {
    let monday = date.adding(days: 1 - date.weekday.rawValue)
    let superior = office.superiors.superior(of: index, on: date) ?? office.officer(.hr)
    return (
      .init(
        date,
        of: office.identities.people[index],
        .init(at: office.moment(monday.adding(days: -4), 960), by: office.account(of: index))
      ),
      isOrdered
        ? .init(at: office.moment(monday.adding(days: -3), 1000), by: office.account(of: superior)) : nil
    )
  }
}

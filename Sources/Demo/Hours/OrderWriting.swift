internal import Access
internal import CivilTime
internal import OvertimeOrders
internal import People
internal import Store
internal import WorkingTime

/// Writes claims with their orders, the changes that others proposed, what is declared for coming days, and budgets.
struct OrderWriting: Sendable {
  let office: DemoOffice

  private var drawing: OrderDrawing { OrderDrawing(office: office) }

  /// Writes the claims of some people's month.
  func write(_ records: MonthRecords, in month: YearMonth, on connection: any SQLConnection) throws {
    let draft = drawing.draw(records)
    try WorkingTimeBulk.insertClaims(draft.claims, on: connection)
    try OrderBulk.insert(requests: draft.requests, ids: office.ids, on: connection)
    try OrderBulk.insert(confirmations: draft.confirmations, on: connection)
    try OrderBulk.insert(differences: draft.differences, ids: office.ids, on: connection)
    guard month == office.recentMonths.first else { return }
    for (person, isConfirmed) in disputed {
      let days = records.days.filter { $0.person == person && $0.day.declared >= 60 }
      guard let day = days.first?.day,
        let claim = draft.claims.first(where: { claim in
          claim.row.employee == office.identities.people[person] && claim.row.workDate == day.date
        })
      else { continue }
      try change(claim, of: person, day, isConfirmed: isConfirmed, on: connection)
    }
  }

  /// Whose claim the time-keeper found too long: the busy clerk, who objects, and a colleague, who agrees.
  private var disputed: [(person: Int, isConfirmed: Bool)] {
    let cast = Set(office.staff.casting.seats.values)
    let colleague = office.staff.casting.showcase.sorted().first { index in
      !cast.contains(index) && !office.staff.seats[index].shape.isManagerial
    }
    return [(office.officer(.staff), false)] + (colleague.map { [($0, true)] } ?? [])
  }

  private func change(
    _ claim: OvertimeClaim,
    of person: Int,
    _ day: WorkedDay,
    isConfirmed: Bool,
    on connection: any SQLConnection
  ) throws {
    var shorter = day
    shorter.declared -= 30
    let row = OvertimeRow(
      employee: claim.row.employee,
      workDate: day.date,
      length: Minutes(shorter.declared),
      stretches: shorter.stretches,
      isSpecial: claim.row.isSpecial,
      work: claim.row.work
    )
    let calendar = DutyCalendar()
    let proposedOn = calendar.nextDutyDay(after: day.date)
    let answered = drawing.act(person, calendar.nextDutyDay(after: proposedOn), 615)
    try OrderBulk.insert(
      OrderBulk.Change(
        of: claim.id,
        on: day.date,
        from: claim.row.length,
        to: row.amount,
        reason: "入退館の記録では30分早く退庁しているため",
        proposed: drawing.act(office.officer(.timeKeeper), proposedOn, 640),
        answered: answered,
        isConfirmed: isConfirmed,
        words: isConfirmed ? "記録を見直し、30分短いことを確かめました。" : "退館後に庁舎の別棟で打合せをしていました。"
      ),
      ids: office.ids,
      on: connection
    )
    guard isConfirmed, let superior = office.superiors.superior(of: person, on: day.date) else { return }
    let anew = OvertimeClaim(
      id: office.ids.next(),
      row: row,
      recordedAt: answered.at,
      recordedBy: office.account(of: person)
    )
    try WorkingTimeBulk.insertClaims([anew], on: connection)
    let seen = drawing.act(superior, calendar.nextDutyDay(after: proposedOn), 700)
    try OrderBulk.insert(
      confirmations: [.init(of: anew.id, row.employee, on: day.date, seen)],
      on: connection
    )
  }

  /// Writes what is declared for today and the coming days and waits for an order.
  func writeComing(on connection: any SQLConnection) throws {
    let calendar = DutyCalendar()
    let hours = HoursDrawing(staff: office.staff, seed: office.seed, period: office.period)
    let yesterday = office.period.yesterday
    let requests = office.declaringToday.compactMap { index -> OrderBulk.Request? in
      var chance = Chance(seed: office.seed, .orders, index)
      let isShown = office.staff.casting.showcase.contains(index)
      let isBusy = chance.permille(isShown ? 160 : 12) || index == office.officer(.staff)
      let date = calendar.nextDutyDay(after: yesterday.adding(days: chance.within(0...3)))
      let length = chance.within(2...8) * 30
      let end = hours.hours(of: index).hours(on: date).end
      guard isBusy, office.superiors.superior(of: index, on: office.period.today) != nil,
        let unit = office.staff.unit(of: office.staff.people[index], on: office.period.today),
        let stretch = DutyHours.clock(end..<end + length),
        let worked = try? WorkedStretches([stretch])
      else { return nil }
      let words = WorkWords.words(unit.group.season, unit.group.place)
      return OrderBulk.Request(
        on: date,
        .stretches(worked, overtime: Minutes(length)),
        work: chance.pick(words) ?? "",
        reason: chance.pick(OrderWords.needs) ?? "",
        isSpecial: false,
        sent: drawing.act(index, yesterday, 960 + chance.within(0...60)),
        order: nil
      )
    }
    try OrderBulk.insert(requests: requests, ids: office.ids, on: connection)
  }

  /// Writes the budgets of the divisions with their offices, of this fiscal year and the last one; some are too small.
  func writeBudgets(on connection: any SQLConnection) throws {
    let units = office.staff.ministry.units
    let today = FiscalYear(containing: office.period.today)
    for year in [today.advanced(by: -1), today] {
      let act = drawing.act(office.officer(.hr), year.firstDay.adding(days: -12), 840)
      for (index, unit) in units.enumerated() {
        guard let parent = unit.parent, units[parent].parent == nil else { continue }
        var chance = Chance(seed: office.seed, .orders, -1 - index, year.startYear)
        let percent = chance.pick([72, 85, 95, 102, 110, 120]) ?? 100
        let offices = units.filter { $0.parent == index }
        let month = ([unit] + offices).reduce(0) { $0 + ($1.section?.monthlyMinutes ?? 0) * $1.seatCount }
        try OrderBulk.setBudget(
          of: office.identities.units[index],
          in: year,
          Minutes(month * 12 * percent / 100 / 600 * 600),
          note: "\(year.japanese)当初予算の配分",
          ids: office.ids,
          act,
          on: connection
        )
      }
    }
  }
}

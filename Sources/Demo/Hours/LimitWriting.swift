internal import Access
internal import CivilTime
internal import LimitWatch
internal import People
internal import Store
internal import WorkingTimeRules

/// Writes the registers around limits: special work, protections, interviews and analyses.
struct LimitWriting: Sendable {
  let office: DemoOffice

  private var hr: Int64 { office.account(of: office.officer(.hr)) }

  func write(to database: any SQLDatabase) async throws {
    try await database.write { connection in
      try writeDisaster(on: connection)
      try writeBills(on: connection)
      try writeProtections(on: connection)
      try writeInterviews(on: connection)
      try writeAnalyses(on: connection)
    }
  }

  private func stamp(_ date: CivilDate, by account: Int64) -> LimitWatchBulk.Stamp {
    LimitWatchBulk.Stamp(at: office.moment(date, 900), by: account)
  }

  // MARK: Special work

  /// Everybody below the leaders of the agency is called in during the week of the disaster.
  private func writeDisaster(on connection: any SQLConnection) throws {
    guard let week = office.period.disasterWeek else { return }
    for (index, unit) in office.staff.ministry.units.enumerated()
    where unit.group.place == .disasterResponse && unit.parent == nil {
      try LimitWatchBulk.insert(
        .disaster,
        of: office.identities.units[index],
        during: week,
        "大雨災害の応急対応（広域応援の調整、被害情報の取りまとめ）",
        named: nil,
        madeKnownOn: week.lowerBound,
        ids: office.ids,
        stamp(week.lowerBound, by: hr),
        on: connection
      )
    }
  }

  private static let bills = ["電波法等の一部を改正する法律案の立案", "地方税法等の一部を改正する法律案の立案", "行政手続の整備に関する法律案の立案"]

  /// A few people of three sections drafted bills: two for the ordinary session of the Diet, and one lately, of which
  /// nobody wrote down when they were told.
  private func writeBills(on connection: any SQLConnection) throws {
    let year = FiscalYear(containing: office.period.today).advanced(by: -1)
    let ordinary = year.lastMonth.adding(months: -3).firstDay...year.lastMonth.adding(months: -1).lastDay
    let newest = office.period.today.yearMonth
    let lately = newest.adding(months: -1).firstDay...newest.lastDay
    let sections = office.staff.ministry.units.indices.filter { index in
      office.staff.ministry.units[index].isExternal && index != office.staff.ministry.showcase
        && office.staff.ministry.units[index].group.place == .headquarters
    }
    let drafting = [office.staff.ministry.showcase] + sections.prefix(Self.bills.count - 1)
    for (bill, section) in zip(Self.bills, drafting) {
      let isLate = bill == Self.bills.last
      let days = isLate ? lately : ordinary
      let members = office.staff.people.indices.filter { index in
        let person = office.staff.people[index]
        guard let seat = person.seat(on: days.lowerBound) else { return false }
        return office.staff.seats[seat].unit == section && !office.staff.seats[seat].shape.isManagerial
      }
      try LimitWatchBulk.insert(
        .legislation,
        of: office.identities.units[section],
        during: days,
        bill,
        named: Set(members.prefix(4).map { office.identities.people[$0] }),
        madeKnownOn: isLate ? nil : days.lowerBound.adding(days: -3),
        ids: office.ids,
        stamp(days.lowerBound.adding(days: -3), by: hr),
        on: connection
      )
    }
  }

  // MARK: Protections

  /// About one in a hundred, among those who have little overtime.
  private func writeProtections(on connection: any SQLConnection) throws {
    for index in office.declaringToday where office.staff.scripts[index] == nil {
      var chance = Chance(seed: office.seed, .limits, index)
      let habits = Habits(seed: office.seed, person: index)
      let unit = office.staff.unit(of: office.staff.people[index], on: office.period.today)
      let isCaring = chance.permille(75) && habits.overtimePermille <= 540
      let kind: Protection.Kind = chance.permille(600) ? .restriction : .night
      let begins = office.period.today.yearMonth.adding(months: -chance.within(-1...8)).firstDay
      let isQuiet = (unit?.section?.monthlyMinutes ?? 0) <= 30 * 60
      guard isCaring, kind == .night || isQuiet else { continue }
      let months = kind == .night ? 6 : 12
      let asked = begins.adding(days: -40)
      let superior = office.superiors.superior(of: index, on: office.period.today)
      try LimitWatchBulk.insert(
        kind,
        of: office.identities.people[index],
        during: begins...begins.yearMonth.adding(months: months - 1).lastDay,
        receivedOn: min(asked, office.period.yesterday),
        ids: office.ids,
        stamp(asked, by: office.account(of: index)),
        confirmed: begins > office.period.today
          ? nil : stamp(asked.adding(days: 3), by: superior.map(office.account) ?? hr),
        on: connection
      )
    }
  }

  // MARK: Interviews and analyses

  /// Most interviews of earlier months were held; those of the last month have been offered to about half.
  private func writeInterviews(on connection: any SQLConnection) throws {
    let people = Set(office.identities.people)
    for back in (1...5).reversed() {
      let month = office.period.today.yearMonth.adding(months: -back)
      var chance = Chance(seed: office.seed, .limits, -1, month.index)
      let next = month.adding(months: 1)
      try LimitWatchBulk.recordInterviews(
        of: people,
        in: month,
        ids: office.ids,
        stamp(next.firstDay.adding(days: 20), by: hr),
        on: connection
      ) { isOwed in
        let fate = chance.below(1000)
        let offered = next.firstDay.adding(days: chance.within(4...8))
        let held = next.firstDay.adding(days: chance.within(10...19))
        let today = office.period.today
        guard isOwed, offered < today else { return [] }
        if back == 1 { return fate < 550 ? [(.offered, offered)] : [] }
        return switch fate {
        case ..<820: [(.offered, offered), (.held, held)]
        case ..<880: [(.exempt, offered)]
        default: [(.offered, offered)]
        }
      }
    }
  }

  private static let factors: [OvertimeFactor] = [
    .diet, .diet, .legislation, .budget, .budget, .inquiries, .understaffing, .personnel,
  ]

  /// Two thirds of the units with months beyond a limit last year have submitted their analysis.
  private func writeAnalyses(on connection: any SQLConnection) throws {
    let today = office.period.today
    let year = FiscalYear(containing: today).advanced(by: -1)
    let months = try LimitWatchBulk.exceededMonths(in: year, through: year.lastMonth, on: connection)
    for (index, unit) in office.identities.units.enumerated() {
      guard let exceeded = months[unit] else { continue }
      var chance = Chance(seed: office.seed, .limits, -2, index)
      let isSubmitted = chance.permille(660)
      let written = year.lastDay.adding(days: chance.within(20...170))
      guard isSubmitted, written < today, let head = office.superiors.leader(of: index, on: written) else {
        continue
      }
      let factors = exceeded.map { ($0.employee, $0.month, chance.pick(Self.factors) ?? .inquiries) }
      try LimitWatchBulk.insert(
        analysisOf: unit,
        in: year,
        factors,
        staffing: "欠員はないものの、繁忙期に業務が特定の係へ集中しました。",
        measures: "係を越えた応援の体制をつくり、照会の様式をそろえて作業を減らします。",
        author: PeopleDrawing(staff: office.staff, identities: office.identities, seed: office.seed)
          .employee(head).displayName,
        ids: office.ids,
        stamp(written, by: office.account(of: head)),
        on: connection
      )
    }
  }
}

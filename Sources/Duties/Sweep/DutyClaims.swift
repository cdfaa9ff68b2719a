internal import CivilTime
internal import People
internal import Store

/// Works out which duties a rule makes until a day.
///
/// What it finds depends on the records alone, never on when it was asked before: everybody who belonged to the group
/// on any day of the period counts. So one sweep after a month of silence finds what thirty daily sweeps would have.
struct DutyClaims {
  /// Who joins so few days before the due day is not asked any more.
  static let fewestDaysToDue = 30

  let roster: Roster
  let today: CivilDate
  let owners: OwnerRule
  /// Summer periods that were set.
  let summers: Summers

  init(roster: Roster, today: CivilDate, summers: Summers) {
    self.roster = roster
    self.today = today
    self.summers = summers
    owners = OwnerRule(roster: roster, day: today)
  }

  /// The duties of a rule, from a fiscal year on.
  func duties(
    of stored: StoredRule,
    from year: FiscalYear,
    events: [DutyEvent]
  ) -> [NewDuty] {
    guard stored.isEverInForce, stored.firstDay <= today || isAhead(stored) else { return [] }
    switch stored.rule.occasion {
    case .every(let cycle): return cyclic(stored, cycle, from: year)
    case .on: return events.filter { covers(stored, $0.on) }.compactMap { duty(stored.rule, at: $0) }
    }
  }

  /// Events may lie ahead; cycles do not.
  private func isAhead(_ stored: StoredRule) -> Bool {
    if case .on = stored.rule.occasion { true } else { false }
  }

  private func covers(_ stored: StoredRule, _ day: CivilDate) -> Bool {
    stored.firstDay <= day && stored.lastDay.map { day <= $0 } ?? true
  }

  // MARK: Cycles

  private func cyclic(_ stored: StoredRule, _ cycle: Cycle, from year: FiscalYear) -> [NewDuty] {
    let first = max(year, stored.firstDay.fiscalYear)
    let last = today.fiscalYear
    guard first <= last else { return [] }
    let years = cycle == .once ? [stored.firstDay.fiscalYear] : Array(first...last)
    return years.flatMap { year in
      let windows = self.windows(stored, cycle, year)
      return windows.keys.sorted().flatMap { key in duties(stored.rule, windows[key] ?? [:]) }
    }
  }

  /// The days on which belonging to the group makes a duty, by period and employer.
  private func windows(
    _ stored: StoredRule,
    _ cycle: Cycle,
    _ year: FiscalYear
  ) -> [String: [RecordID<Employer>: DutyWindow]] {
    var windows: [String: [RecordID<Employer>: DutyWindow]] = [:]
    for employer in roster.employers {
      let summer = summers.days(plan: stored.rule.plan, year: year, employer: employer)
      for period in CycleCalendar.periods(of: cycle, in: year, summer: summer) {
        guard let window = DutyWindow(period, stored, today: today) else { continue }
        windows[period.key, default: [:]][employer] = window
      }
    }
    return windows
  }

  private func duties(_ rule: DutyRule, _ windows: [RecordID<Employer>: DutyWindow]) -> [NewDuty] {
    switch rule.debtor {
    case .each(let group):
      return people(group, windows).map { claim in
        duty(rule, claim, .employee(claim.subject), .person(claim.subject))
      }
    case .superior(let group):
      let isAnswered = { (posting: Roster.Posting, day: CivilDate) in
        owners.superior(of: posting.employee, in: posting.unit, on: day) != .nobody
      }
      return people(group, windows, where: isAnswered).map { claim in
        let owner = owners.superiorOwner(of: claim.subject, claim.employer)
        return duty(rule, claim, .employee(claim.subject), owner)
      }
    case .head(let group):
      return units(group, windows).map { claim in
        duty(rule, claim, .unit(claim.subject), owners.headOwner(of: claim.subject, claim.employer))
      }
    case .office(let office):
      return roster.employers.compactMap { employer in
        guard let window = windows[employer] else { return nil }
        let claim = Claim(
          subject: employer,
          employer: employer,
          unit: nil,
          since: window.days.lowerBound,
          window
        )
        return duty(rule, claim, .employer(employer), .office(office, employer))
      }
    }
  }

  /// Somebody or something that belongs to a group within a window, and since when.
  private struct Claim<Entity> {
    let subject: RecordID<Entity>
    let employer: RecordID<Employer>
    let unit: RecordID<OrganizationUnit>?
    let since: CivilDate
    let window: DutyWindow

    init(
      subject: RecordID<Entity>,
      employer: RecordID<Employer>,
      unit: RecordID<OrganizationUnit>?,
      since: CivilDate,
      _ window: DutyWindow
    ) {
      self.subject = subject
      self.employer = employer
      self.unit = unit
      self.since = since
      self.window = window
    }
  }

  private func duty<Entity>(
    _ rule: DutyRule,
    _ claim: Claim<Entity>,
    _ subject: DutySubject,
    _ owner: DutyOwner
  ) -> NewDuty {
    NewDuty(
      rule: rule.key,
      occasion: claim.window.period.key,
      year: claim.window.period.year,
      employer: claim.employer,
      bureau: claim.unit.flatMap { roster.units.top(of: $0, on: claim.since) },
      owner: owner,
      subject: subject,
      evidence: rule.evidence,
      isBulkSafe: rule.isBulkSafe,
      startsOn: claim.window.period.days.lowerBound,
      dueOn: claim.window.dueOn,
      task: nil
    )
  }

  private func people(
    _ group: PersonGroup,
    _ windows: [RecordID<Employer>: DutyWindow],
    where condition: (Roster.Posting, CivilDate) -> Bool = { _, _ in true }
  ) -> [Claim<Employee>] {
    var claims: [Claim<Employee>] = []
    for posting in roster.postings {
      guard claims.last?.subject != posting.employee, let window = windows[posting.employer] else { continue }
      guard let days = posting.days.intersection(window.days) else { continue }
      guard let day = firstDay(of: group, posting, in: days), condition(posting, day) else { continue }
      let claim = Claim(
        subject: posting.employee,
        employer: posting.employer,
        unit: posting.unit,
        since: day,
        window
      )
      claims.append(claim)
    }
    return claims
  }

  private func firstDay(
    of group: PersonGroup,
    _ posting: Roster.Posting,
    in days: ClosedRange<CivilDate>
  ) -> CivilDate? {
    let isMember =
      switch group {
      case .staff: true
      case .manager: posting.isManagerial
      case .executive: posting.isExecutive
      case .sectionHead: posting.isHead
      case .assistantDirector: posting.band == .deputyDirector && !posting.isManagerial
      case .unitChief: posting.band == .chief
      case .eventSubject: false
      }
    guard isMember else { return nil }
    guard group == .sectionHead else { return days.lowerBound }
    return roster.units.periods(of: posting.unit).filter(\.isDivision).compactMap {
      $0.days.intersection(days)?.lowerBound
    }.first
  }

  private func units(
    _ group: UnitGroup,
    _ windows: [RecordID<Employer>: DutyWindow]
  ) -> [Claim<OrganizationUnit>] {
    roster.units.units.compactMap { unit in
      for period in roster.units.periods(of: unit) {
        guard let window = windows[period.employer], let days = period.days.intersection(window.days),
          let day = firstDay(of: group, unit, period, in: days)
        else { continue }
        return Claim(subject: unit, employer: period.employer, unit: unit, since: day, window)
      }
      return nil
    }
  }

  private func firstDay(
    of group: UnitGroup,
    _ unit: RecordID<OrganizationUnit>,
    _ period: UnitTimeline.Period,
    in days: ClosedRange<CivilDate>
  ) -> CivilDate? {
    switch group {
    case .bureaus: period.parent == nil ? days.lowerBound : nil
    case .headed: roster.headedUnits.contains(unit) ? days.lowerBound : nil
    case .divisions:
      period.isDivision
        ? (roster.members[unit] ?? []).compactMap { $0.days.intersection(days)?.lowerBound }.min() : nil
    case .eventUnit: nil
    }
  }

  // MARK: Events

  private func duty(_ rule: DutyRule, at event: DutyEvent) -> NewDuty? {
    guard let subject = subject(rule.debtor, of: event),
      let owner = owners.owner(by: rule.debtor, subject, event.employer)
    else { return nil }
    let day = min(event.on, today)
    if case .superior = rule.debtor, case .employee(let employee) = subject {
      let unit = event.unit ?? roster.unit(of: employee, on: day)
      if owners.superior(of: employee, in: unit, on: day) == .nobody { return nil }
    }
    return NewDuty(
      rule: rule.key,
      occasion: "\(event.kind.rawValue):\(event.on.iso)",
      year: event.on.fiscalYear,
      employer: event.employer,
      bureau: event.unit.flatMap { roster.units.top(of: $0, on: day) },
      owner: owner,
      subject: subject,
      evidence: rule.evidence,
      isBulkSafe: rule.isBulkSafe,
      startsOn: day,
      dueOn: rule.due == .endOfPeriod ? event.on.fiscalYear.lastDay : rule.due.day(after: event.on),
      task: nil
    )
  }

  /// About whom the duty is; nil where the event is about something else than the debtor's rule.
  private func subject(_ debtor: Debtor, of event: DutyEvent) -> DutySubject? {
    switch debtor {
    case .each, .superior: event.subject.employee.map { .employee($0) }
    case .head: (event.subject.unit ?? event.unit).map { .unit($0) }
    case .office: event.subject
    }
  }
}

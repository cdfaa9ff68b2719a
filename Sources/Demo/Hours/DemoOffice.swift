internal import Access
internal import CivilTime
internal import People
internal import Store

/// All that the records of working time beside clock and claims are drawn from.
struct DemoOffice: Sendable {
  let staff: StaffPlan
  let seed: UInt64
  let period: DemoPeriod
  let identities: DemoIdentities
  let superiors: Superiors
  /// The first moment of today.
  let now: Instant

  init(staff: StaffPlan, seed: UInt64, period: DemoPeriod, identities: DemoIdentities, now: Instant) {
    self.staff = staff
    self.seed = seed
    self.period = period
    self.identities = identities
    self.now = now
    superiors = Superiors(staff)
  }

  var ids: RecordIDSource { identities.source }

  /// The months whose orders are told day by day.
  var recentMonths: ArraySlice<YearMonth> { period.months.suffix(2) }

  /// The months of PC logs: as many as the pages of presence show.
  var loggedMonths: ArraySlice<YearMonth> { period.months.suffix(3) }

  /// The person who plays a role; the first of all where nobody does.
  func officer(_ role: Role) -> Int { staff.casting.seats[role] ?? 0 }

  func account(of person: Int) -> Int64 { identities.accounts[person].number }

  /// A moment of a day by its minutes from midnight, never later than now.
  func moment(_ date: CivilDate, _ minute: Int) -> Instant {
    min(now, OfficeZone.instant(on: date, at: ClockTime(minutesFromMidnight: minute) ?? .midnight))
  }

  /// Those in service today who declare overtime.
  var declaringToday: [Int] {
    staff.people.indices.filter { index in
      guard let seat = staff.people[index].seat(on: period.today) else { return false }
      return staff.people[index].isInService(on: period.today) && !staff.seats[seat].shape.isManagerial
        && staff.people[index].career.staffCategory != .partTime
    }
  }
}

/// Who leads whom: the head of the unit, and for the head whoever leads the next unit above.
struct Superiors: Sendable {
  private struct Head: Sendable {
    let person: Int
    let posting: PostingPlan
  }

  private let staff: StaffPlan
  private let heads: [Int: [Head]]

  init(_ staff: StaffPlan) {
    self.staff = staff
    var heads: [Int: [Head]] = [:]
    for (person, plan) in staff.people.enumerated() {
      for posting in plan.postings where staff.seats[posting.seat].shape.isHead {
        heads[staff.seats[posting.seat].unit, default: []].append(Head(person: person, posting: posting))
      }
    }
    self.heads = heads
  }

  /// The superior of somebody on a day; nil at the top, and without a post.
  func superior(of person: Int, on date: CivilDate) -> Int? {
    var unit = staff.people[person].seat(on: date).map { staff.seats[$0].unit }
    while let place = unit {
      if let head = head(of: place, on: date), head != person { return head }
      unit = staff.ministry.units[place].parent
    }
    return nil
  }

  /// Whoever leads a unit on a day, from there or from above.
  func leader(of unit: Int, on date: CivilDate) -> Int? {
    var place: Int? = unit
    while let unit = place {
      if let head = head(of: unit, on: date) { return head }
      place = staff.ministry.units[unit].parent
    }
    return nil
  }

  private func head(of unit: Int, on date: CivilDate) -> Int? {
    heads[unit]?.first { $0.posting.covers(date) && staff.people[$0.person].isInService(on: date) }?.person
  }
}

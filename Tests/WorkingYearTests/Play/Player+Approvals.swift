import CivilTime
import People
import Store
import Testing

@testable import MonthClosing
@testable import WorkingTime

/// Months checked and approved several at a time, by two at once, or because time ran out.
extension Player {
  /// Most of what a unit shows is ticked; the program leaves out what is not possible or not theirs.
  mutating func decide(_ act: ClosingAct, _ actor: Int64, _ unit: Int64, _ month: Int) async throws {
    let desk = try await office.closing(actor)
    guard let shown = try await shown(desk, unit, month) else {
      Issue.record("\(actor) does not see \(unit)")
      return
    }
    let ticked = shown.all.filter { _ in !dice.happens(10) }
    let ticks = ticked.compactMap { ClosingTick(ClosingTick.text($0), isWarned: true) }
    _ = try #require(
      try await desk.decide(
        act,
        ticks,
        in: RecordID(unit),
        YearDays.yearMonth(month),
        once: "\(act)-\(now)-\(actor)"
      )
    )
    for person in ticked.map(\.person.id.number) { done(act, actor, person, month) }
  }

  private func shown(_ desk: ClosingDesk, _ unit: Int64, _ month: Int) async throws -> UnitClosing? {
    try await office.database.read { connection in
      try desk.unit(RecordID(unit), YearDays.yearMonth(month), on: connection)
    }
  }

  /// Writes into the book what must have come of it.
  private mutating func done(_ act: ClosingAct, _ actor: Int64, _ person: Int64, _ month: Int) {
    guard let pages = book[person], today > pages.lastDay(month) else { return }
    let (closing, day, minute) = (pages.closings[month], today, now)
    switch act {
    case .check:
      guard closing.isCheckable(day), Officers.mayCheck(actor, person, closing, on: day) else { return }
      write(person) { $0.closings[month].stage = .checked }
      happened(actor == Section.timeKeeper ? .checked : .checkedByDeputy)
    case .approve:
      let isCorrected = !pages.corrections(month).isEmpty
      guard closing.isApprovable(day, isCorrected: isCorrected),
        Officers.mayApprove(actor, person, closing, on: day)
      else { return }
      let isAgain = !closing.kept.isEmpty
      write(person) { $0.closings[month].approve($0.sheet(month), at: minute) }
      happened(isAgain ? .supplement : .approved)
      if actor == Section.deputyHead { happened(.approvedByDeputy) }
    default: return
    }
  }

  mutating func approve(_ month: Int, isAtOnce: Bool = false) async throws {
    if isAtOnce, Section.hasDeputy(today) {
      try await approveAtOnce(month)
    } else {
      try await decide(.approve, leader, Section.section, month)
    }
    try await decide(.approve, Section.director, Section.bureau, month)
    try await decide(.approve, Section.personnel, Section.bureau, month)
    if Section.unit(of: Section.mover, on: YearDays.days(of: month).upperBound - 1) == Section.office {
      try await decide(.approve, Section.officeHead, Section.office, month)
    }
  }

  /// Head and deputy in the same moment: every month is approved by one of them, once.
  private mutating func approveAtOnce(_ month: Int) async throws {
    let (first, second) = (
      try await office.closing(Section.head), try await office.closing(Section.deputyHead)
    )
    guard let shown = try await shown(first, Section.section, month) else { return }
    let ticks = shown.all.compactMap { ClosingTick(ClosingTick.text($0), isWarned: true) }
    let (unit, yearMonth) = (RecordID<OrganizationUnit>(Section.section), YearDays.yearMonth(month))
    async let byHead = first.decide(.approve, ticks, in: unit, yearMonth, once: nil)
    async let byDeputy = second.decide(.approve, ticks, in: unit, yearMonth, once: nil)
    _ = try await [byHead, byDeputy]
    for actor in [Section.head, Section.deputyHead] {
      for person in shown.all.map(\.person.id.number) { done(.approve, actor, person, month) }
    }
    happened(.twoApproveAtOnce)
  }

  /// 期限切れの一括確定.
  mutating func sweep(_ month: Int) async throws {
    let report = try await office.sweep.close(
      RecordID(1),
      YearDays.yearMonth(month),
      by: .account(Section.personnel, name: "人事担当"),
      at: office.now
    )
    var closed = 0
    let (day, minute) = (today, now)
    for person in Section.people {
      guard let pages = book[person], pages.serves(month), pages.closings[month].stage != .approved,
        day > pages.closings[month].timeOut
      else { continue }
      closed += 1
      write(person) { $0.closings[month].approve($0.sheet(month), at: minute) }
      happened(.timeOut)
    }
    #expect(report.closed == closed, "\(month)")
  }
}

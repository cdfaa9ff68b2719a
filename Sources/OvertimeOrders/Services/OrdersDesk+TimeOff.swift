internal import Access
internal import CivilTime
internal import Journal
internal import People
internal import Schedules
internal import Store
internal import WorkingTimeRules

/// Declining and designating time off for overtime beyond 60 hours.
extension OrdersDesk {
  /// - Throws: ``TimeOffAccount/Refusal``; ``OrderRefusal``; ``OnceAct/Refusal``.
  func take(
    _ act: TimeOffStep.Act,
    of person: RecordID<Employee>,
    for month: YearMonth,
    key: String?
  ) async throws {
    let kind = act == .declined ? OvertimeOrdersKinds.timeOffDeclined : OvertimeOrdersKinds.timeOffDesignated
    do {
      _ = try await once(kind, ["\(person)", month.iso, act.mark], key) { connection in
        guard try isWithinReach(person, on: connection) else { throw OrderRefusal.notFound }
        let account = try TimeOffQuery.account(of: person, for: month, on: connection)
        switch act {
        case .declined:
          guard person == employee else { throw OrderRefusal.notAnswering }
          guard account.steps.isEmpty else { throw OrderRefusal.answeredBefore }
        case .designated(let date, let unit, let leave):
          _ = try capacity(over: person, on: connection)
          guard try !TimeOffRecords.isTaken(date, of: person, on: connection) else {
            throw TimeOffAccount.Refusal.sameDay
          }
          let day = try AllotmentRecords.allotments(of: person, in: date...date, on: connection)[date]
          let duty = day.isDuty ? day.hours?.duty ?? .zero : .zero
          try account.check(date, unit, leave: leave, duty: duty, today: today)
        }
        let step = TimeOffStep(position: account.steps.count + 1, act: act, at: now, by: "")
        try TimeOffRecords.append(step, of: person, for: month, by: by, on: connection)
        try journal(kind, about: person, [("month", month.iso), ("act", act.mark)], on: connection)
        return "\(step.position)"
      }
    } catch StoreError.unique {
      throw OrderRefusal.threadWentOn
    }
  }
}

extension TimeOffStep.Act {
  fileprivate var mark: String {
    switch self {
    case .declined: "declined"
    case .designated(let date, let unit, let leave): "\(date.iso) \(unit.code) \(leave.count)"
    }
  }
}

/// Reads what a month's excess gives and what became of it.
enum TimeOffQuery {
  static func account(
    of employee: RecordID<Employee>,
    for month: YearMonth,
    on connection: any SQLConnection
  ) throws -> TimeOffAccount {
    let pay = try PayQuery.pays(of: [employee], in: month, on: connection)[employee]
    return TimeOffAccount(
      offer: TimeOffInLieu(month: month, excess: pay?.excess ?? ExcessOvertime(onDutyDays: .zero)),
      steps: try TimeOffRecords.steps(of: employee, for: month, on: connection)
    )
  }
}

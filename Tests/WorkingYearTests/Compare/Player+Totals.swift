import CivilTime
import People
import Store
import WorkingTimeRules

@testable import LimitWatch
@testable import OvertimeOrders
@testable import Schedules
@testable import WorkingTime

/// What months add up to, in overtime, in pay and against the limits.
extension Player {
  /// Everything that is known at the end of a month, of that month and of all before it.
  mutating func compare(upTo month: Int) async throws {
    try await compareTotals(upTo: month)
    try await comparePay(upTo: month)
    try await compareLimits(upTo: month)
    try await compareOrders(upTo: month)
    for past in 0...month { try await compareClosing(past) }
  }

  /// The same once more after everything was counted anew from the records.
  mutating func compareAfterRecount() async throws {
    try await office.database.write { connection in
      let (first, last) = (YearDays.yearMonth(0), YearDays.yearMonth(11))
      try MonthTotalSweep.refresh(Self.employees, from: first, to: last, on: connection)
    }
    try await compareTotals(upTo: 11)
  }

  static var employees: [RecordID<Employee>] { Section.people.map { RecordID($0) } }

  private func isExternal(_ person: Int64, _ month: Int) -> Bool {
    YearDays.days(of: month).contains { day in
      guard Section.service(person).contains(day) else { return false }
      return external[Section.unit(of: person, on: day)]?.contains { $0.contains(day) } ?? false
    }
  }

  private mutating func compareTotals(upTo month: Int) async throws {
    let last = YearDays.yearMonth(month)
    let totals = try await office.database.read { connection in
      try MonthTotalRecords.totals(of: Self.employees, from: YearDays.yearMonth(0), to: last, on: connection)
    }
    for person in Section.people {
      let kept = Dictionary(uniqueKeysWithValues: (totals[RecordID(person)] ?? []).map { ($0.month, $0) })
      for month in 0...month {
        guard let pages = book[person] else { continue }
        let what = "\(person) \(YearDays.yearMonth(month)) on day \(today)"
        guard let total = kept[YearDays.yearMonth(month)] else {
          seen.compare(.totals, false, pages.isKnown(month), what)
          continue
        }
        let rests = pages.punches.rests(month)
        seen.compare(
          .totals,
          [total.overtime.count, total.recordedDutyDays, total.rests.all, total.rests.sufficient],
          [pages.claims.overtime(month), pages.punches.recordedDutyDays(month), rests.all, rests.sufficient],
          what
        )
        seen.compare(
          .totals,
          [total.isExternal, total.isSpecial],
          [isExternal(person, month), pages.claims.isSpecial(month)],
          what
        )
      }
    }
  }

  private mutating func comparePay(upTo month: Int) async throws {
    let today = today
    for month in 0...month {
      let program = try await ProgramPay.of(Section.people, month, office.database)
      for person in Section.people {
        guard let pages = book[person] else { continue }
        let own = Pay(month, pages.claims, pages.asked, pages.punches) { _ in Section.isManagerial(person) }
        seen.compare(.pay, program[person], own, "\(person) \(YearDays.yearMonth(month)) on day \(today)")
      }
    }
  }

  private mutating func compareLimits(upTo month: Int) async throws {
    let today = today
    let last = YearDays.yearMonth(month)
    let found = try await office.database.read { connection in
      try LimitFindings.findings(
        of: Set(Self.employees),
        in: FiscalYear(startYear: 2026),
        through: last,
        on: connection
      )
    }
    for person in Section.people {
      let program = (found[RecordID(person)] ?? []).map(Excess.init).sorted()
      let months = (0...month).map { month in
        book[person].flatMap { pages in
          pages.isKnown(month)
            ? MonthOfLimits(
              overtime: pages.claims.overtime(month),
              isExternal: isExternal(person, month),
              isSpecial: pages.claims.isSpecial(month)
            ) : nil
        }
      }
      seen.compare(.limits, program, Excess.all(in: months), "\(person) on day \(today)")
      if !program.isEmpty { findings.formUnion(program.map(\.test)) }
    }
  }
}

extension Excess {
  fileprivate init(_ finding: OvertimeFinding) {
    let test = finding.test.window.map { "average \($0)" } ?? finding.test.name
    let isSpecial = finding.verdict != .exceeded
    if case .exceededSpecial(let day) = finding.verdict, day.iso != "2027-09-30" {
      self.init(month: -1, test: "verified by \(day)", value: 0, limit: 0, isSpecial: true)
      return
    }
    self.init(
      month: finding.month.index - YearDays.yearMonth(0).index,
      test: test,
      value: finding.value,
      limit: finding.limit,
      isSpecial: isSpecial
    )
  }
}

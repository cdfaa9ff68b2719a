import CivilTime
import People
import Store

@testable import MonthClosing
@testable import OvertimeOrders
@testable import WorkingTime

/// What was ordered and claimed day by day, how far months have come, and what stays as it was approved.
extension Player {
  mutating func compareOrders(upTo month: Int) async throws {
    let days = YearDays.date(0)...YearDays.yearMonth(month).lastDay
    let found = try await office.database.read { connection in
      try DayOrdersQuery.days(of: Self.employees, in: days, on: connection)
    }
    for person in Section.people {
      guard let pages = book[person] else { continue }
      let program = found[RecordID(person)] ?? [:]
      for day in Set(pages.orders.keys).union(pages.claims.made.keys).sorted()
      where day < YearDays.days(of: month).upperBound {
        let claims = pages.claims.made[day] ?? []
        let orders = pages.orders[day] ?? DayOfOrders()
        let said = program[YearDays.date(day)]
        let what = "\(person) \(YearDays.date(day)) on day \(today)"
        seen.compare(
          .orders,
          [said?.ordered?.count, said?.expected.count, said?.openChanges.count],
          [
            orders.ordered(isDuty: pages.asked.kind(day) == .duty), orders.expected,
            orders.openChanges(claims),
          ],
          what
        )
        seen.compare(.orders, said?.claimState.map { "\($0)" }, pages.claimState(day), what)
        seen.compare(.orders, said?.claims.map(\.length.count) ?? [], claims.map(\.overtime), what)
      }
    }
  }

  mutating func compareClosing(_ month: Int) async throws {
    let today = YearDays.date(today)
    let yearMonth = YearDays.yearMonth(month)
    let cases = try await office.database.read { connection in
      let tree = try UnitRecords.tree(asOf: yearMonth.lastDay, on: connection)
      let staff = try ClosingPeopleRecords.staff(of: RecordID(1), in: yearMonth, on: connection)
      return try ClosingReading(month: yearMonth, today: today, tree: tree).cases(of: staff, on: connection)
    }
    let serving = Section.people.filter { book[$0]?.serves(month) ?? false }
    seen.compare(.people, cases.map(\.person.id.number).sorted(), serving, "\(yearMonth)")
    for one in cases {
      guard let pages = book[one.person.id.number] else { continue }
      compare(one, pages, pages.closings[month])
    }
  }

  private mutating func compare(_ one: ClosingCase, _ pages: PersonBook, _ closing: Closing) {
    let what = "\(pages.person) \(one.present.month) on day \(today)"
    seen.compare(
      .states,
      ["\(one.state.stage)", one.state.answer.word, "\(one.state.approvals)"],
      ["\(closing.stage)", closing.answer.rawValue, "\(closing.kept.count)"],
      what
    )
    seen.compare(.snapshots, one.closed.map { SheetDay.all($0.sheet) }, closing.kept.map(\.days), what)
    seen.compare(.snapshots, one.closed.map(\.isWhole), closing.kept.map { _ in true }, what)
    seen.compare(.snapshots, one.closed.map(\.at), closing.kept.map { Office.instant($0.at) }, what)
    seen.compare(.corrections, SheetDay.all(one.present), pages.sheet(closing.month), what)
    guard let approved = one.closed.last else { return }
    let days = one.corrections.map { YearDays.index($0.date) }
    seen.compare(.corrections, days, pages.corrections(closing.month), what)
    let present = approved.sheet.applying(one.corrections)
    seen.compare(.corrections, SheetDay.all(present), pages.sheet(closing.month), what)
  }
}

extension ClosingState.Answer {
  fileprivate var word: String {
    switch self {
    case .none: "none"
    case .confirmed: "confirmed"
    case .objected: "objected"
    }
  }
}

extension SheetDay {
  fileprivate static func all(_ sheet: AttendanceSheet) -> [SheetDay] {
    sheet.days.map { day in
      SheetDay(
        kind: day.kind.rawValue,
        hours: day.hours.map { [$0.from.minutesFromMidnight, $0.to.minutesFromMidnight, $0.pause.count] }
          ?? [],
        arrival: day.arrival?.minutesFromMidnight,
        departure: day.departure?.minutesFromMidnight,
        pause: day.pause.count,
        overtime: day.overtime?.count,
        worked: Set(
          (day.stretches ?? []).flatMap {
            $0.lowerBound.minutesFromMidnight..<$0.upperBound.minutesFromMidnight
          }
        ),
        isSpecial: day.isSpecial
      )
    }
  }
}

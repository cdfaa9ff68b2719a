internal import CivilTime
internal import People
internal import Store
internal import WorkingTime

/// 超過勤務命令簿の1人 – a person's month of orders, claims and pay classes.
struct BookPart: Sendable {
  let employee: RecordID<Employee>
  let name: String
  /// The days that hold anything, in order; the last one before the month where its night reaches into it.
  let days: [DayOrders]
  let pay: PersonPay
}

/// Reads the books of people within the viewer's reach.
enum BookQuery {
  static func parts(
    of people: [(id: RecordID<Employee>, name: String)],
    in month: YearMonth,
    on connection: any SQLConnection
  ) throws -> [BookPart] {
    let ids = people.map(\.id)
    let span = month.firstDay.adding(days: -1)...month.lastDay
    let days = try DayOrdersQuery.days(of: ids, in: span, on: connection)
    let pays = try PayQuery.pays(of: ids, in: month, on: connection)
    return people.compactMap { person in
      pays[person.id].map { pay in
        let own = (days[person.id] ?? [:]).values.filter { day in
          day.date.yearMonth == month || pay.day(day.date) != nil
        }
        return BookPart(
          employee: person.id,
          name: person.name,
          days: own.sorted { $0.date < $1.date },
          pay: pay
        )
      }
    }
  }

  /// Everyone within a scope who holds a post in a unit, each once, as the month ended or stands today.
  static func people(
    of unit: RecordID<OrganizationUnit>,
    in month: YearMonth,
    _ scope: PersonScope,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [(id: RecordID<Employee>, name: String)] {
    var seen: Set<RecordID<Employee>> = []
    let date = min(today, month.lastDay)
    return try MemberRecords.members(of: [unit], in: scope, asOf: date, on: connection)
      .filter { seen.insert($0.employee).inserted }.map { ($0.employee, $0.name) }
  }
}

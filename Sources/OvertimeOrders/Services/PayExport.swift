internal import CivilTime
internal import DelimitedText
internal import People
internal import Store
internal import WorkingTimeRules

/// 給与システムへの出力 – the pay classes of an employer's people in a month, a row a person and class.
enum PayExport {
  /// How many people are read at once, so that memory stays bounded.
  private static let batch = 500

  /// Hands people on in parts that one question to the database bears.
  static func inBatches(
    _ people: [RecordID<Employee>],
    _ body: (ArraySlice<RecordID<Employee>>) throws -> Void
  ) rethrows {
    for start in stride(from: 0, to: people.count, by: batch) {
      try body(people[start..<min(start + batch, people.count)])
    }
  }

  /// The file of people within the scope; managerial months without allowance have no row.
  static func bytes(
    of employer: RecordID<Employer>,
    in month: YearMonth,
    _ scope: PersonScope,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [UInt8] {
    var writer = try DelimitedWriter(style: .spreadsheet)
    writer.write([
      "職員番号", "氏名", "年月", "支給区分コード", "支給区分", "支給割合（%）", "実時間（分）", "支給時間数", "推定の時間帯",
      "超勤代休時間に換えた時間（分）", "支給しない割増し（%）", "支給しない時間数",
    ])
    let people = try people(of: employer, in: month, scope, today: today, on: connection)
    let byID = Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    try inBatches(people.map(\.id)) { part in
      let pays = try PayQuery.pays(of: Array(part), in: month, on: connection)
      let steps = try TimeOffRecords.steps(of: part, for: month, on: connection)
      for person in part.compactMap({ byID[$0] }) {
        guard let pay = pays[person.id] else { continue }
        write(person, pay, month, to: &writer)
        let offer = TimeOffInLieu(month: month, excess: pay.excess)
        write(person, TimeOffAccount(offer: offer, steps: steps[person.id] ?? []), to: &writer)
      }
    }
    return writer.takeBytes()
  }

  private struct Person {
    let id: RecordID<Employee>
    let number: String
    let name: String
  }

  private static func write(
    _ person: Person,
    _ pay: PersonPay,
    _ month: YearMonth,
    to writer: inout DelimitedWriter
  ) {
    for (payClass, minutes) in pay.total.nonZero {
      writer.write(fields: [
        .freeText(person.number), .freeText(person.name), .value(month.iso), .value(payClass.rawValue),
        .value(payClass.japanese), .value("\(payClass.percent)"), .value("\(minutes.count)"),
        .value("\(PaidHours(rounding: minutes).count)"), .value(pay.isEstimated ? "1" : "0"),
        .value("0"), .value("0"), .value("0"),
      ])
    }
  }

  /// What was changed for time off: only the supplement of these minutes is not paid, their classes stand above.
  private static func write(
    _ person: Person,
    _ account: TimeOffAccount,
    to writer: inout DelimitedWriter
  ) {
    for (rate, minutes) in account.offer.converted(for: account.used).nonZero {
      writer.write(fields: [
        .freeText(person.number), .freeText(person.name), .value(account.offer.month.iso),
        .value("time-off-\(rate)"), .value("超勤代休時間（割増し\(rate)/100を支給しない）"), .value("0"), .value("0"),
        .value("0"), .value("0"), .value("\(minutes.count)"), .value("\(rate)"),
        .value("\(PaidHours(rounding: minutes).count)"),
      ])
    }
  }

  /// In service on a day of the month, or on the one before, whose night may reach into it.
  private static func people(
    of employer: RecordID<Employer>,
    in month: YearMonth,
    _ scope: PersonScope,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [Person] {
    try connection.rows(
      """
      SELECT e.id, e.number, e.family_name, e.given_name FROM employee e
      WHERE e.employer = \(employer) AND e.hired_on <= \(month.lastDay)
      AND (e.left_on IS NULL OR e.left_on >= \(month.firstDay.adding(days: -1)))
      AND \(fragment: scope.condition(employeeColumn: "e.id", on: today)) ORDER BY e.number, e.id
      """
    ) { row in
      Person(
        id: try row.value(0),
        number: try row.value(1),
        name: try row.value(2, as: String.self) + " " + row.value(3, as: String.self)
      )
    }
  }
}

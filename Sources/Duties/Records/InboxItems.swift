internal import CivilTime
internal import Store

/// Reads the lines of a list of duties.
enum InboxItems {
  /// The earliest due day first, so that what is overdue leads; then in the order of the plan.
  static let byDue: SQLText = "d.due_on, d.measure, d.rule, d.id"

  static func read(
    where condition: SQLText,
    order: SQLText,
    page: Int,
    _ book: RuleBook,
    on connection: any SQLConnection
  ) throws -> [InboxItem] {
    let offset = (min(max(page, 1), 100_000) - 1) * InboxPage.length
    let rows = try connection.rows(
      """
      SELECT \(fragment: DutyRecords.columns), d.task FROM duty d WHERE \(fragment: condition)
      ORDER BY \(fragment: order) LIMIT \(InboxPage.length) OFFSET \(offset)
      """
    )
    let duties = try rows.map { try DutyRecords.duty($0) }
    let names = try DutyNames(duties, on: connection)
    let reminders = try StepRecords.reminders(of: duties.map(\.id), on: connection)
    return try zip(rows, duties).map { row, duty in
      InboxItem(
        duty: duty,
        title: book.title(duty.rule),
        task: try row.optional(DutyRecords.columnCount) ?? book.rule(duty.rule)?.task ?? "",
        about: names.name(of: duty.subject),
        remindedAt: reminders[duty.id]
      )
    }
  }
}

package import CivilTime
package import People
package import Store
package import WorkingTimeRules

/// Many schedules at once, for the demo: what was asked for, decided and still waits.
package enum ScheduleBulk: Sendable {
  /// Who wrote something, and when.
  package struct Stamp: Sendable, Hashable {
    /// The moment.
    package let at: Instant
    /// The account.
    package let account: Int64

    /// A stamp.
    package init(at: Instant, by account: Int64) {
      self.at = at
      self.account = account
    }
  }

  /// Something of one person, with who wrote it.
  package struct Of<Value: Sendable>: Sendable {
    let employee: RecordID<Employee>
    let value: Value
    let stamp: Stamp

    /// Something of one person.
    package init(_ value: Value, of employee: RecordID<Employee>, _ stamp: Stamp) {
      self.value = value
      self.employee = employee
      self.stamp = stamp
    }
  }

  /// Fixes an employer's standard day, patterns and flextime terms.
  package static func fix(
    _ standard: StandardDay,
    _ patterns: [WorkPattern],
    _ terms: FlextimeTerms,
    from first: CivilDate,
    ids: RecordIDSource,
    _ stamp: Stamp,
    on connection: any SQLConnection
  ) throws {
    try StandardDayRecords.append(
      standard,
      reason: "標準の勤務時間",
      at: stamp.at,
      account: stamp.account,
      on: connection
    )
    for pattern in patterns {
      try PatternRecords.append(pattern, at: stamp.at, account: stamp.account, on: connection)
    }
    let fixed = FlextimeTermsEntry(
      id: ids.next(),
      employer: standard.employer,
      unit: nil,
      from: first,
      terms: terms
    )
    try FlextimeTermsRecords.append(
      fixed,
      reason: "コアタイムと最短勤務時間の定め",
      at: stamp.at,
      account: stamp.account,
      on: connection
    )
  }

  /// Appends choices of a pattern.
  package static func insert(choices: [Of<PatternChoice>], on connection: any SQLConnection) throws {
    try connection.insert(
      into: "pattern_choice",
      columns: ["id", "employee", "pattern", "valid_from", "valid_to", "reason", "at", "by_account"],
      rows: choices.map { row in
        let choice = row.value
        return [
          choice.id.sqlValue, row.employee.sqlValue, choice.pattern?.id.sqlValue ?? .null,
          choice.from.sqlValue, choice.to?.sqlValue ?? .null, choice.reason.sqlValue,
          choice.recordedAt.sqlValue, row.stamp.account.sqlValue,
        ]
      }
    )
  }

  /// Appends requests for a pattern that wait.
  package static func ask(_ requests: [Of<PatternRequest>], on connection: any SQLConnection) throws {
    for row in requests {
      try PatternRequestRecords.append(row.value, account: row.stamp.account, on: connection)
      try WaitingRecords.add(
        .pattern,
        row.value.id.number,
        of: row.employee,
        at: row.stamp.at,
        on: connection
      )
    }
  }

  /// Appends a settlement period as it was declared by the employee; allotted as declared, or waiting.
  package static func insert(
    _ row: Of<FlextimePeriod>,
    _ days: [FlextimeDay],
    allotted: Stamp?,
    on connection: any SQLConnection
  ) throws {
    let (period, stamp) = (row.value, row.stamp)
    try FlextimeRecords.append(period, at: stamp.at, account: stamp.account, on: connection)
    func append(_ step: FlextimeVersion.Step, _ revision: Int, _ stamp: Stamp) throws {
      let version = FlextimeVersion(
        revision: revision,
        step: step,
        reason: "",
        at: stamp.at,
        by: "",
        days: days
      )
      try FlextimeRecords.append(version, to: period.id, account: stamp.account, on: connection)
    }
    try append(.declared, 1, stamp)
    guard let allotted else {
      return try WaitingRecords.add(
        .flextime,
        period.id.number,
        of: row.employee,
        at: stamp.at,
        on: connection
      )
    }
    try append(.allotted, 2, allotted)
  }

  /// Appends whole days at home that were wished for; where there is no order the wish waits.
  package static func insert(
    telework: [(wish: Of<CivilDate>, order: Stamp?)],
    ids: RecordIDSource,
    on connection: any SQLConnection
  ) throws {
    let numbered = telework.map { (id: ids.next(Telework.self), wish: $0.wish, order: $0.order) }
    try connection.insert(
      into: "telework",
      columns: ["id", "employee", "date", "at", "by_account"],
      rows: numbered.map { id, wish, _ in
        [
          id.sqlValue, wish.employee.sqlValue, wish.value.sqlValue, wish.stamp.at.sqlValue,
          wish.stamp.account.sqlValue,
        ]
      }
    )
    try connection.insert(
      into: "telework_decision",
      columns: ["telework", "outcome", "reason", "at", "by_account"],
      rows: numbered.compactMap { id, _, order in
        order.map { order in
          [
            id.sqlValue, Telework.Outcome.ordered.sqlValue, "".sqlValue, order.at.sqlValue,
            order.account.sqlValue,
          ]
        }
      }
    )
    for (id, wish, order) in numbered where order == nil {
      try WaitingRecords.add(.telework, id.number, of: wish.employee, at: wish.stamp.at, on: connection)
    }
  }
}

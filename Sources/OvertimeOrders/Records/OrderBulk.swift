package import CivilTime
package import People
package import Store
package import WorkingTime

/// Many declarations made beforehand and what came of them at once, for the demo.
package enum OrderBulk: Sendable {
  /// Who acts, and when.
  package struct Act: Sendable, Hashable {
    let account: Int64
    let employee: RecordID<Employee>
    /// The moment.
    package let at: Instant

    /// An act.
    package init(by account: Int64, _ employee: RecordID<Employee>, at: Instant) {
      self.account = account
      self.employee = employee
      self.at = at
    }
  }

  /// What a superior made of a declaration.
  package enum Order: Sendable, Hashable {
    /// 申告のとおり命令
    case asDeclared(Act)
    /// 変更して命令, with why.
    case changed(OvertimeDeclaration.Amount, reason: String, Act)
  }

  /// 事前申告 with its order; it waits where there is none.
  package struct Request: Sendable {
    let date: CivilDate
    let amount: OvertimeDeclaration.Amount
    let work: String
    let reason: String
    let isSpecial: Bool
    let sent: Act
    let order: Order?

    /// A declaration made beforehand.
    package init(
      on date: CivilDate,
      _ amount: OvertimeDeclaration.Amount,
      work: String,
      reason: String,
      isSpecial: Bool,
      sent: Act,
      order: Order?
    ) {
      self.date = date
      self.amount = amount
      self.work = work
      self.reason = reason
      self.isSpecial = isSpecial
      self.sent = sent
      self.order = order
    }
  }

  /// 事後の確認 of a claim: confirmed, or asked about with words.
  package struct Confirmation: Sendable {
    let claim: RecordID<OvertimeDeclaration>
    let employee: RecordID<Employee>
    let date: CivilDate
    let question: String?
    let act: Act

    /// A superior's first step about a claim.
    package init(
      of claim: RecordID<OvertimeDeclaration>,
      _ employee: RecordID<Employee>,
      on date: CivilDate,
      question: String? = nil,
      _ act: Act
    ) {
      self.claim = claim
      self.employee = employee
      self.date = date
      self.question = question
      self.act = act
    }
  }

  /// Why actual and order differ, in the owner's words.
  package struct Difference: Sendable {
    let date: CivilDate
    let reason: String
    let act: Act

    /// A reason.
    package init(on date: CivilDate, _ reason: String, _ act: Act) {
      self.date = date
      self.reason = reason
      self.act = act
    }
  }

  /// 他者による修正の申出 by a time-keeper, with the owner's answer.
  package struct Change: Sendable {
    let claim: RecordID<OvertimeDeclaration>
    let date: CivilDate
    let claimed: Minutes
    let amount: OvertimeDeclaration.Amount
    let reason: String
    let proposed: Act
    let answered: Act
    let isConfirmed: Bool
    let words: String

    /// A change and the answer to it; `words` are the owner's.
    package init(
      of claim: RecordID<OvertimeDeclaration>,
      on date: CivilDate,
      from claimed: Minutes,
      to amount: OvertimeDeclaration.Amount,
      reason: String,
      proposed: Act,
      answered: Act,
      isConfirmed: Bool,
      words: String
    ) {
      self.claim = claim
      self.date = date
      self.claimed = claimed
      self.amount = amount
      self.reason = reason
      self.proposed = proposed
      self.answered = answered
      self.isConfirmed = isConfirmed
      self.words = words
    }
  }

  /// Appends declarations with their orders.
  package static func insert(
    requests: [Request],
    ids: RecordIDSource,
    on connection: any SQLConnection
  ) throws {
    let numbered = requests.map { (id: ids.next(OvertimeRequest.self), request: $0) }
    try connection.insert(
      into: "overtime_request",
      columns: [
        "id", "employee", "work_date", "minutes", "stretches", "work", "reason", "is_special", "sent_at",
        "sent_by",
      ],
      rows: numbered.map { id, request in
        [
          id.sqlValue, request.sent.employee.sqlValue, request.date.sqlValue,
          request.amount.length.sqlValue, request.amount.storedStretches?.sqlValue ?? .null,
          request.work.sqlValue, request.reason.sqlValue, request.isSpecial.sqlValue,
          request.sent.at.sqlValue, request.sent.account.sqlValue,
        ]
      }
    )
    try connection.insert(
      into: "overtime_decision",
      columns: [
        "request", "outcome", "minutes", "stretches", "reason", "capacity", "decided_at", "decided_by",
        "decider",
      ],
      rows: numbered.compactMap { id, request in request.order.map { decision($0, on: request, id) } }
    )
  }

  private static func decision(
    _ order: Order,
    on request: Request,
    _ id: RecordID<OvertimeRequest>
  ) -> [SQLValue] {
    let (outcome, amount, reason, act): (OrderOutcome, OvertimeDeclaration.Amount, String?, Act) =
      switch order {
      case .asDeclared(let act): (.ordered, request.amount, nil, act)
      case .changed(let amount, let reason, let act): (.changed, amount, reason, act)
      }
    return [
      id.sqlValue, outcome.sqlValue, amount.length.sqlValue, amount.storedStretches?.sqlValue ?? .null,
      reason?.sqlValue ?? .null, DecisionCapacity.head.sqlValue, act.at.sqlValue, act.account.sqlValue,
      act.employee.sqlValue,
    ]
  }

  /// Appends superiors' first steps about claims.
  package static func insert(confirmations: [Confirmation], on connection: any SQLConnection) throws {
    try connection.insert(
      into: "claim_confirmation",
      columns: [
        "declaration", "position", "employee", "work_date", "step", "words", "capacity", "at", "by_account",
        "by_employee",
      ],
      rows: confirmations.map { row in
        let step: ConfirmationStep = row.question == nil ? .confirmed : .asked
        return [
          row.claim.sqlValue, 1.sqlValue, row.employee.sqlValue, row.date.sqlValue, step.sqlValue,
          row.question?.sqlValue ?? .null, DecisionCapacity.head.sqlValue, row.act.at.sqlValue,
          row.act.account.sqlValue, row.act.employee.sqlValue,
        ]
      }
    )
  }

  /// Appends reasons of differences.
  package static func insert(
    differences: [Difference],
    ids: RecordIDSource,
    on connection: any SQLConnection
  ) throws {
    try connection.insert(
      into: "difference_reason",
      columns: ["id", "employee", "work_date", "reason", "at", "by_account"],
      rows: differences.map { row in
        [
          ids.next(DifferenceReason.self).sqlValue, row.act.employee.sqlValue, row.date.sqlValue,
          row.reason.sqlValue, row.act.at.sqlValue, row.act.account.sqlValue,
        ]
      }
    )
  }

  /// Appends a change with its answer; the claim that a confirmed one brings is the caller's to write.
  package static func insert(
    _ change: Change,
    ids: RecordIDSource,
    on connection: any SQLConnection
  ) throws {
    let proposed = ClaimChange(
      id: ids.next(),
      employee: change.answered.employee,
      date: change.date,
      declaration: change.claim,
      claimed: change.claimed,
      amount: change.amount,
      isDownward: change.amount.length < change.claimed,
      reason: change.reason,
      capacity: .timeKeeper,
      proposedAt: change.proposed.at,
      proposerName: "",
      answer: nil
    )
    try ChangeRecords.insert(
      proposed,
      by: (change.proposed.account, change.proposed.employee),
      on: connection
    )
    let kind: ChangeAnswer.Kind = change.isConfirmed ? .confirmed : .objected
    let answer = ChangeAnswer(kind: kind, words: change.words, at: change.answered.at)
    try ChangeRecords.answer(proposed.id, answer, by: change.answered.account, on: connection)
  }

  /// Sets the budget of a unit for a fiscal year.
  package static func setBudget(
    of unit: RecordID<OrganizationUnit>,
    in year: FiscalYear,
    _ amount: Minutes,
    note: String,
    ids: RecordIDSource,
    _ act: Act,
    on connection: any SQLConnection
  ) throws {
    let budget = OvertimeBudget(unit: unit, year: year, amount: amount, note: note, at: act.at, by: "")
    try BudgetRecords.insert(budget, id: ids.next(), by: (act.account, act.employee), on: connection)
  }
}

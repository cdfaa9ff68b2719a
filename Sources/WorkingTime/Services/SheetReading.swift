internal import CivilTime
internal import Schedules
internal import Site
internal import Store

/// One day of the sheet after it was read: what stands in its fields, and what would be claimed or must be mended.
struct SheetRow: Sendable {
  /// What a row comes to.
  enum Outcome: Sendable, Hashable {
    /// Nothing is to be written.
    case unchanged
    /// This is claimed, and counts instead of what stood before.
    case changed(NewClaim)
    /// In which field what must be mended, with what to do.
    case faulty([Fault])
  }

  /// A claim that is to be written.
  struct NewClaim: Sendable, Hashable {
    let amount: OvertimeDeclaration.Amount
    let isSpecial: Bool
    let reason: String
  }

  struct Fault: Sendable, Hashable {
    let field: SheetFields.Column
    let message: String
  }

  /// With the number of the claim that counts now: what was told of it is seen.
  var entry: SheetEntry
  var outcome: Outcome

  var date: CivilDate { entry.date }
  var claim: NewClaim? {
    if case .changed(let claim) = outcome { claim } else { nil }
  }
  var faults: [Fault] {
    if case .faulty(let faults) = outcome { faults } else { [] }
  }
}

/// Reads the rows of a sheet against what is on record, by the rules for one day.
struct SheetReading: Sendable {
  let facts: SheetFacts

  /// The rows as they stand.
  var standing: [SheetRow] { rows([]) }

  /// The rows as they were typed, in order of days; of those that were not sent, as they stand.
  func rows(_ entries: [SheetEntry]) -> [SheetRow] {
    let typed = Dictionary(entries.map { ($0.date, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = facts.month.days.map { date in
      typed[date].map(row)
        ?? SheetRow(entry: SheetEntry(date, standing: facts.newest(on: date)), outcome: .unchanged)
    }
    return apart(rows)
  }

  private func row(_ entry: SheetEntry) -> SheetRow {
    let newest = facts.newest(on: entry.date)
    let base = facts.claim(numbered: entry.seen, on: entry.date)
    let now = newest?.id.number ?? 0
    var told = entry
    told.seen = now
    if entry.says(SheetEntry(entry.date, standing: base)) {
      // Nobody typed here: what stands by now is shown.
      var fresh = SheetEntry(entry.date, standing: newest)
      fresh.isTarget = entry.isTarget
      return SheetRow(entry: fresh, outcome: .unchanged)
    }
    let outcome = outcome(of: entry, standing: newest)
    if entry.seen != now, outcome != .unchanged {
      return SheetRow(entry: told, outcome: .faulty([Self.stale(newest)]))
    }
    return SheetRow(entry: told, outcome: outcome)
  }

  private func outcome(of entry: SheetEntry, standing: OvertimeDeclaration?) -> SheetRow.Outcome {
    guard entry.date <= facts.lastDay else {
      return .faulty([.init(field: .times, message: SheetWords.tooLate(facts.lastDay))])
    }
    var faults: [SheetRow.Fault] = []
    let stands = !ClaimNotation.text(of: standing).utf8.isEmpty
    let amount: OvertimeDeclaration.Amount?
    if !entry.hasTimes, stands {
      faults.append(.init(field: .times, message: "申告を取り消すときは「0:00」と入力してください。空のままでは申告が残ります。"))
      amount = nil
    } else {
      let (claim, messages) = ClaimReading.read(line: entry.times)
      faults += messages.map { .init(field: .times, message: $0) }
      amount = claim.map { self.amount($0, on: entry.date) }
    }
    let reason = reason(entry, standing, &faults)
    guard let amount, let reason, faults.isEmpty else { return .faulty(faults) }
    if let standing, standing.says(amount), reason.utf8.elementsEqual(standing.reason.utf8) {
      return .unchanged
    }
    // What is special is said on the page of the day; new times of the same work stay special.
    let isSpecial = stands && standing?.isSpecial == true && amount != .length(.zero)
    return .changed(.init(amount: amount, isSpecial: isSpecial, reason: reason))
  }

  private func amount(_ claim: ClaimReading, on date: CivilDate) -> OvertimeDeclaration.Amount {
    switch claim {
    case .length(let length): .length(length)
    case .stretches(let worked):
      .stretches(worked, overtime: DayCorrection.overtime(of: worked, date, facts.allotments))
    }
  }

  private func reason(
    _ entry: SheetEntry,
    _ standing: OvertimeDeclaration?,
    _ faults: inout [SheetRow.Fault]
  ) -> String? {
    // A text of several lines that nobody touched stays as it is.
    if let standing, entry.work.utf8.elementsEqual(SheetEntry.line(standing.reason).utf8),
      !standing.reason.utf8.isEmpty
    {
      return standing.reason
    }
    var form = FormReader(FormFields([(name: "work", value: entry.work)]))
    let reason = form.text("work", label: "業務の内容")
    faults += form.faults.map { .init(field: .work, message: $0.message) }
    return reason
  }

  /// The rows with a fault where two days would hold the same time; what stays counts with what is changed.
  private func apart(_ rows: [SheetRow]) -> [SheetRow] {
    var neighbours = facts.neighbours
    for row in rows { if let claim = row.claim { neighbours.replace(claim.amount, on: row.date) } }
    let changed = Set(rows.filter { $0.claim != nil }.map(\.date))
    return rows.map { row in
      guard case .stretches(let worked, _) = row.claim?.amount else { return row }
      // Of two changed days the later one tells.
      let beside = changed.contains(row.date.adding(days: 1)) ? [-1] : [-1, 1]
      guard let found = neighbours.overlapping(worked, on: row.date, beside: beside) else { return row }
      let words = ClaimReading.overlapping(found.day, found.worked)
      return SheetRow(entry: row.entry, outcome: .faulty([.init(field: .times, message: words)]))
    }
  }

  private static func stale(_ newest: OvertimeDeclaration?) -> SheetRow.Fault {
    SheetRow.Fault(field: .times, message: SheetWords.stale(newest))
  }
}

extension OvertimeDeclaration {
  /// Whether the same length or the same times are claimed, whatever of them counts.
  fileprivate func says(_ other: Amount) -> Bool {
    switch (amount, other) {
    case (.length(let mine), .length(let theirs)): mine == theirs
    case (.stretches(let mine, _), .stretches(let theirs, _)): mine == theirs
    case (.length, .stretches), (.stretches, .length): false
    }
  }
}

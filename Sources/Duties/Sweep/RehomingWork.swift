internal import CivilTime
internal import Journal
internal import People
internal import Store

/// Writes what re-homing found, with steps and journal entries made ready outside the transaction.
struct RehomingWork: Sendable {
  private struct Path: Hashable {
    let from: DutyOwner
    let to: DutyOwner
  }

  private struct Batch: Sendable {
    let from: DutyOwner
    let to: DutyOwner
    let duties: [(duty: RecordID<Duty>, step: RecordID<DutyStep>)]
    let entry: RecordID<JournalEntry>
  }

  private struct Farewell: Sendable {
    let employee: RecordID<Employee>
    let duties: [(duty: RecordID<Duty>, step: RecordID<DutyStep>)]
    let entry: RecordID<JournalEntry>
  }

  private static let mostAtOnce = 500
  private let batches: [Batch]
  private let farewells: [Farewell]

  init(_ found: Rehoming, ids: RecordIDSource) {
    let grouped = Dictionary(grouping: found.moves) { Path(from: $0.from, to: $0.to) }
    let paths = grouped.keys.sorted { ($0.from.code, $0.to.code) < ($1.from.code, $1.to.code) }
    batches = paths.flatMap { path -> [Batch] in
      let moves = grouped[path] ?? []
      return stride(from: 0, to: moves.count, by: Self.mostAtOnce).map { start in
        let part = moves[start..<min(start + Self.mostAtOnce, moves.count)]
        return Batch(
          from: path.from,
          to: path.to,
          duties: part.map { ($0.duty, ids.next()) },
          entry: ids.next()
        )
      }
    }
    farewells = found.left.keys.sorted().map { employee in
      let duties = (found.left[employee] ?? []).map { (duty: $0, step: ids.next(DutyStep.self)) }
      return Farewell(employee: employee, duties: duties, entry: ids.next())
    }
  }

  /// Answers how many duties were handed over and how many excused.
  func write(
    today: CivilDate,
    at now: Instant,
    on connection: any SQLConnection
  ) throws -> (handedOver: Int, excused: Int) {
    let handedOver = try batches.reduce(0) { try $0 + write($1, at: now, on: connection) }
    let excused = try farewells.reduce(0) { try $0 + write($1, today: today, at: now, on: connection) }
    return (handedOver, excused)
  }

  private func write(_ batch: Batch, at now: Instant, on connection: any SQLConnection) throws -> Int {
    // What was settled since it was read stays where it is.
    let open = Set(
      try connection.rows(
        "SELECT id FROM duty WHERE id IN (\(list: batch.duties.map(\.duty))) AND state = 'open' ORDER BY id"
      ).map { row in try row.value(0, as: RecordID<Duty>.self) }
    )
    let duties = batch.duties.filter { open.contains($0.duty) }
    guard !duties.isEmpty else { return 0 }
    try connection.execute(
      """
      UPDATE duty SET \(fragment: batch.to.assignments), revision = revision + 1
      WHERE id IN (\(list: duties.map(\.duty)))
      """
    )
    let context = StepContext(actor: .system, at: now, entry: batch.entry)
    try StepRecords.insert(
      duties.map { pair in
        var step = DutyStep(id: pair.step, duty: pair.duty, in: context, act: .handedOver)
        step.from = batch.from
        step.to = batch.to
        return step
      },
      on: connection
    )
    let payload: [(StaticString, String)] = [
      ("from", batch.from.code), ("to", batch.to.code), ("count", "\(duties.count)"),
    ]
    let draft = JournalDraft(kind: DutyKinds.handedOver, payload: payload)
    try JournalRecords.append(draft.entry(in: context), on: connection)
    return duties.count
  }

  private func write(
    _ farewell: Farewell,
    today: CivilDate,
    at now: Instant,
    on connection: any SQLConnection
  ) throws -> Int {
    let context = StepContext(actor: .system, at: now, entry: farewell.entry)
    var count = 0
    for pair in farewell.duties {
      guard let duty = try DutyRecords.duty(pair.duty, on: connection), duty.state.isOpen else { continue }
      let isMoved = try Settling.move(
        duty,
        to: .excused(on: today),
        reason: StepRecords.left,
        step: pair.step,
        in: context,
        on: connection
      )
      if isMoved { count += 1 }
    }
    guard count > 0 else { return 0 }
    let payload: [(StaticString, String)] = [
      ("employee", "\(farewell.employee)"), ("reason", StepRecords.left), ("count", "\(count)"),
    ]
    let draft = JournalDraft(kind: DutyKinds.excused, payload: payload)
    try JournalRecords.append(draft.entry(in: context), on: connection)
    return count
  }
}

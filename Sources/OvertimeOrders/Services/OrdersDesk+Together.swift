internal import CivilTime
internal import Journal
internal import People
internal import Store
internal import WorkingTime

/// Ordering and confirming several things at once, none with a warning in passing.
extension OrdersDesk {
  /// What became of several things.
  struct Together: Sendable, Hashable {
    /// How many were ordered or confirmed.
    var decided = 0
    /// How many bear a warning that was not ticked, or another one than was shown.
    var warned = 0
    /// How many somebody else decided before, or were changed meanwhile.
    var gone = 0

    var stored: String { "\(decided) \(warned) \(gone)" }

    init() {}

    init(stored: String) {
      let counts = stored.utf8.split(separator: UInt8(ascii: " ")).compactMap { Int(String(Substring($0))) }
      guard counts.count == 3 else { return }
      (decided, warned, gone) = (counts[0], counts[1], counts[2])
    }
  }

  /// Orders every request in full and confirms every claim among the keys; whatever bears a warning only where it is
  /// also among those looked at on their own with the very same warnings.
  ///
  /// - Throws: ``OnceAct/Refusal``.
  func decideTogether(
    _ keys: [String],
    aware: [String],
    _ protections: ProtectionQuestion,
    key: String?
  ) async throws -> Together {
    let asked = Set(keys.map { Array($0.utf8) })
    let ticked = Set(aware.map { Array($0.utf8) })
    let parts = keys.sorted() + ["/"] + aware.sorted()
    let stored = try await once(OvertimeOrdersKinds.decidedTogether, parts, key) { connection in
      let (subordinates, tree) = try subordinates(on: connection)
      let query = ApprovalsQuery(subordinates: subordinates, tree: tree, protections: protections)
      let items = try query.waiting(on: connection).filter { asked.contains(Array($0.key.utf8)) }
      var result = Together()
      result.gone = asked.count - items.count
      for item in items {
        guard item.warnings.isEmpty || ticked.contains(Array(item.seenWarnings.utf8)) else {
          result.warned += 1
          continue
        }
        do {
          try connection.savepoint { try decide(item, on: connection) }
          result.decided += 1
        } catch StoreError.unique {
          result.gone += 1
        }
      }
      return result.stored
    }
    return Together(stored: stored)
  }

  private func decide(
    _ item: ApprovalItem,
    on connection: any SQLConnection
  ) throws {
    switch item.subject {
    case .request(let request):
      let decided = Decided(outcome: .ordered, changed: nil, reason: nil)
      try write(decided, on: request, as: item.person.capacity, on: connection)
    case .claim(let claim, _, _):
      let day = try DayOrdersQuery.day(claim.date, of: item.person.id, on: connection)
      let taken = Step(
        employee: item.person.id,
        date: claim.date,
        declaration: claim.id,
        seen: day.thread.count,
        step: .confirmed,
        words: nil
      )
      try write(taken, of: day, as: item.person.capacity, on: connection)
    }
  }
}

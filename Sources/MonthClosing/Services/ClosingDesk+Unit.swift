internal import Access
internal import CivilTime
internal import Journal
internal import People
internal import Store
internal import WorkingTime

/// 組織の月次 – the people whose month a unit checks or approves.
struct UnitClosing: Sendable {
  let unit: OrganizationUnit
  let path: String
  let month: YearMonth
  /// Those who belong to the unit.
  let members: [ClosingCase]
  /// Those of units below whom this unit approves, because nobody else leads them.
  let fromBelow: [ClosingCase]
  let officers: ClosingOfficers
  let reach: ClosingReach
  /// The units below that the visitor sees.
  let below: [OrganizationUnit]

  var all: [ClosingCase] { members + fromBelow }

  /// As what the visitor may do something with a month today; nil where that is not theirs or not possible.
  func standing(for act: ClosingAct, on one: ClosingCase) -> ClosingStep.Standing? {
    guard one.rules.refusal(of: act, on: reach.today) == nil else { return nil }
    return reach.standing(for: act, on: one, officers)
  }
}

/// 選んだ月 – a month that was ticked, and how it stood when the page was drawn.
struct ClosingTick: Sendable, Hashable {
  let employee: RecordID<Employee>
  let mark: String
  /// Whether what is to be looked at was ticked on its own.
  let isWarned: Bool

  /// As it stands in a form: `45-0af3…`.
  init?(_ text: String, isWarned: Bool = false) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), maxSplits: 1)
    guard parts.count == 2, let employee = RecordID<Employee>(text: String(Substring(parts[0]))) else {
      return nil
    }
    self.employee = employee
    mark = String(Substring(parts[1]))
    self.isWarned = isWarned
  }

  static func text(_ one: ClosingCase) -> String { "\(one.person.id)-\(one.mark)" }

  /// The first tick of everybody: a month is decided on once, however often a form names it.
  static func once(_ ticks: [ClosingTick]) -> [ClosingTick] {
    var known: Set<RecordID<Employee>> = []
    return ticks.filter { known.insert($0.employee).inserted }
  }
}

extension ClosingDesk {
  /// The months that a unit checks and approves; nil for a unit that the visitor may not see person by person.
  func unit(
    _ unit: RecordID<OrganizationUnit>,
    _ month: YearMonth,
    on connection: any SQLConnection
  ) throws -> UnitClosing? {
    let reading = try reading(month, on: connection)
    let reach = try reach(reading, on: connection)
    guard reach.units.contains(unit), let found = reading.tree.unit(unit) else { return nil }
    let cases = try reading.withConcerns(
      try reading.cases(of: people(of: unit, reading, on: connection), on: connection),
      from: sources,
      on: connection
    )
    let officers = try officers(of: cases, on: connection)
    return UnitClosing(
      unit: found,
      path: reading.tree.path(of: unit) ?? found.name,
      month: month,
      members: cases.filter { $0.place.unit == unit },
      fromBelow: cases.filter {
        $0.place.unit != unit && $0.place.approvingUnit(of: $0.person.id, officers) == unit
      },
      officers: officers,
      reach: reach,
      below: reading.tree.children(of: unit).filter { reach.units.contains($0.id) }
    )
  }

  /// Whose months a unit checks or approves; only theirs are read then.
  private func people(
    of unit: RecordID<OrganizationUnit>,
    _ reading: ClosingReading,
    on connection: any SQLConnection
  ) throws -> [RecordID<Employee>] {
    let own = try ClosingPeopleRecords.staff(of: [unit], in: reading.month, on: connection)
    let candidates = try candidates(below: unit, reading, on: connection).union(own)
    let people = try ClosingPeopleRecords.people(candidates.sorted(), on: connection)
    let places = try ClosingPeopleRecords.places(
      of: people,
      in: reading.month,
      tree: reading.tree,
      on: connection
    )
    let officers = try ClosingOfficerRecords.officers(
      of: Set(places.values.flatMap(\.chain)),
      on: today,
      connection: connection
    )
    return people.map(\.id).filter { person in
      places[person].map { $0.unit == unit || $0.approvingUnit(of: person, officers) == unit } ?? false
    }
  }

  /// Who may be approved from a unit though they work below it: who leads the next units below, and everybody of those
  /// that nobody leads, down to the next that are led.
  ///
  /// Below a unit that somebody leads, everybody else is approved there at the latest.
  private func candidates(
    below unit: RecordID<OrganizationUnit>,
    _ reading: ClosingReading,
    on connection: any SQLConnection
  ) throws -> Set<RecordID<Employee>> {
    var leaders: Set<RecordID<Employee>> = []
    var leaderless: [RecordID<OrganizationUnit>] = []
    var level = reading.tree.children(of: unit).map(\.id)
    while !level.isEmpty {
      let officers = try ClosingOfficerRecords.officers(of: Set(level), on: today, connection: connection)
      let open = level.filter { officers.leaders(of: $0).isEmpty }
      for unit in level { leaders.formUnion(officers.leaders(of: unit)) }
      leaderless += open
      level = open.flatMap { reading.tree.children(of: $0).map(\.id) }
    }
    guard !leaderless.isEmpty else { return leaders }
    return leaders.union(try ClosingPeopleRecords.staff(of: leaderless, in: reading.month, on: connection))
  }

  /// 点検 or 確定 of several months in one go; nil for a unit out of reach, or a month that is not the unit's.
  ///
  /// Each is done only as it was seen: whoever has changed since, or was done by somebody else, is left out and told.
  /// - Throws: ``OnceAct/Refusal``; `StoreError` from the engine.
  func decide(
    _ act: ClosingAct,
    _ ticks: [ClosingTick],
    in unit: RecordID<OrganizationUnit>,
    _ month: YearMonth,
    once: String?
  ) async throws -> ToldOutcome? {
    let ticks = ClosingTick.once(ticks)
    let parts =
      [act.rawValue, "\(unit)", month.iso] + ticks.map { "\($0.employee)-\($0.mark)-\($0.isWarned)" }
    let record = OnceAct(MonthClosingKinds.kind(of: act.step), parts)
    return try await database.write { connection in
      guard let closing = try self.unit(unit, month, on: connection) else { return nil }
      if let known = try record.outcome(of: once, account: actor.account, on: connection) {
        return ToldOutcome(remembered: known)
      }
      let byPerson = Dictionary(
        closing.all.map { ($0.person.id, $0) },
        uniquingKeysWith: { first, _ in first }
      )
      guard ticks.allSatisfy({ byPerson[$0.employee] != nil }) else { return nil }
      var accepted: [Accepted] = []
      var refused: [ToldOutcome.Refused] = []
      for tick in ticks {
        guard let one = byPerson[tick.employee] else { continue }
        switch verdict(act, tick, one, closing) {
        case .success(let standing): accepted.append(Accepted(one: one, standing: standing))
        case .failure(let reason): refused.append(.init(name: one.person.name, reason: reason.text))
        }
      }
      try write(act, accepted, in: closing, on: connection)
      let told = ToldOutcome(act, done: accepted.count, refused)
      try record.remember(told.remembered, of: once, account: actor.account, at: now, on: connection)
      return told
    }
  }

  struct Accepted {
    let one: ClosingCase
    let standing: ClosingStep.Standing
  }

  private struct Reason: Error {
    let text: String
  }

  private func verdict(
    _ act: ClosingAct,
    _ tick: ClosingTick,
    _ one: ClosingCase,
    _ closing: UnitClosing
  ) -> Result<ClosingStep.Standing, Reason> {
    guard let standing = closing.reach.standing(for: act, on: one, closing.officers) else {
      return .failure(Reason(text: ClosingRefusal.notTheirs.japanese))
    }
    if let refusal = one.rules.refusal(of: act, on: today) {
      return .failure(Reason(text: ClosingWords.refusal(refusal, one)))
    }
    guard one.mark.utf8.elementsEqual(tick.mark.utf8) else {
      return .failure(Reason(text: ClosingRefusal.changed.japanese))
    }
    guard ClosingConcerns.asked(act, one.concerns).isEmpty || tick.isWarned else {
      return .failure(Reason(text: "注意があるため、内容を見て個別に選んでください。"))
    }
    return .success(standing)
  }

  private func write(
    _ act: ClosingAct,
    _ accepted: [Accepted],
    in closing: UnitClosing,
    on connection: any SQLConnection
  ) throws {
    let steps = accepted.map { $0.one.step(act, id: ids.next(), at: now, by: author, as: $0.standing) }
    try ClosingStepRecords.insert(steps, on: connection)
    for (step, accepted) in zip(steps, accepted) {
      try journal(ids.next(), step, accepted.one.place.unit, on: connection)
    }
    guard act == .approve else { return }
    let tree = try reading(closing.month, on: connection).tree
    let kept = accepted.map { $0.one.snapshot(id: ids.next(), at: now, tree: tree) }
    try ClosedMonthRecords.insert(kept, on: connection)
  }
}

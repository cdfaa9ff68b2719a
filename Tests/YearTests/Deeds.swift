import CivilTime
import Evidence
import Indicators
import People
import Store
import TestSupport
import Testing

@testable import Access
@testable import Duties

/// What people do about their duties on a day, written down on both sides.
extension Simulation {
  mutating func answer() async throws {
    var dates: [(actor: Actor, name: DutyName)] = []
    for name in ready() {
      guard let duty = ledger.duties[name], let intention = intentions[name] else { continue }
      if intention.deed == .excuse {
        try await excuse(name)
        continue
      }
      guard let actor = try await answerer(duty) else { continue }
      try await isTheirs(name, actor)
      switch intention.deed {
      case .excuse: break
      case .date: dates.append((actor, name))
      case .nothingToReport: try await report(duty, by: actor, kind: EvidenceKinds.none.id.rawValue)
      case .report: try await report(duty, by: actor, kind: duty.owed.kind)
      }
    }
    try await settleTogether(dates)
    for _ in 0..<2 where dice.happens(60) { try await takeBack() }
    for _ in 0..<2 where dice.happens(60) { try await correct() }
    if dice.happens(30) { try await handOver() }
    if dice.happens(15) { try await holdExtraSession() }
  }

  /// The duty lies with the one who answers, and with nobody else who sits elsewhere.
  private func isTheirs(_ name: DutyName, _ actor: Actor) async throws {
    let id = try real(name).id
    let sheet = try await office.database.read { try DutyQuery.sheet(id, for: actor, on: $0) }
    #expect(sheet?.isOwner == true, "\(name) does not lie with \(actor.name) on \(today)")
  }

  private mutating func excuse(_ name: DutyName) async throws {
    let secretariat = try await actor("secretariat")
    try await DutyDesk(database: office.database, ids: office.ids)
      .excuse(try real(name).id, reason: "今年度は対象外です。", by: secretariat, at: office.clock.now())
    ledger.settle(name, .excused(today))
  }

  /// The dates of each person's duties go in together, twenty at a time.
  private mutating func settleTogether(_ dates: [(actor: Actor, name: DutyName)]) async throws {
    let byAccount = Dictionary(grouping: dates) { $0.actor.account }
    for account in byAccount.keys.sorted() {
      let own = byAccount[account] ?? []
      for start in stride(from: 0, to: own.count, by: 20) {
        let part = own[start..<min(start + 20, own.count)]
        let duties = try part.map { try real($0.name).id }
        let done = try await DutyBulk(database: office.database, ids: office.ids)
          .fulfil(duties, on: today, by: own[0].actor, at: office.clock.now(), once: nil)
        #expect(done == .init(settled: part.count, already: 0))
        for one in part { ledger.settle(one.name, .fulfilled(today)) }
      }
    }
  }

  private mutating func report(_ duty: LedgerDuty, by actor: Actor, kind: String) async throws {
    let owed = duty.owed
    let heldOn = heldOn(duty)
    let (quantity, whole) = quantities(owed, kind)
    let unit = unit(duty, heldOn)
    let report = EvidenceReport(
      plan: "soumu",
      measure: owed.name.measure,
      kind: EvidenceKindID(rawValue: kind),
      employer: office.employer(owed.employer),
      unit: unit.map(office.unit),
      aboutEmployee: owed.person.map(office.person),
      year: FiscalYear(startYear: owed.year),
      heldOn: heldOn,
      quantity: quantity,
      quantityOf: whole,
      text: "記入"
    )
    let reported = try await service.report(
      report,
      for: try real(owed.name).id,
      by: actor,
      at: office.clock.now(),
      once: nil
    )
    #expect(reported.settled.count == 1, "\(owed.name)")
    let isNone = kind == EvidenceKinds.none.id.rawValue
    ledger.settle(owed.name, .fulfilled(heldOn), isNone: isNone)
    ledger.write(
      LedgerReport(
        id: reported.id,
        duty: owed.name,
        measure: owed.name.measure,
        year: owed.year,
        employer: owed.employer,
        bureau: unit.flatMap(Ministry.unit)?.top ?? "",
        unit: unit,
        kind: kind,
        heldOn: heldOn,
        quantity: quantity,
        quantityOf: whole
      )
    )
  }

  private var service: EvidenceService { EvidenceService(database: office.database, ids: office.ids) }

  /// Done on the day that was meant, or today where nobody of the duty was there then.
  private func heldOn(_ duty: LedgerDuty) -> CivilDate {
    let meant = min(today, intentions[duty.owed.name]?.on ?? today)
    let person = duty.owed.person.flatMap(ledger.ministry.person)
    return person.map { $0.isServing(meant) } ?? true ? meant : today
  }

  /// The unit of a report: that of the duty, else of whoever owes it, else of the person whom it is about.
  private func unit(_ duty: LedgerDuty, _ heldOn: CivilDate) -> String? {
    if let unit = duty.owed.unit { return unit }
    guard let person = duty.owed.person.flatMap(ledger.ministry.person) else { return nil }
    let superior = duty.owed.debtor == "superior" ? ledger.ministry.superiorUnit(of: person, today) : nil
    return superior ?? person.seat(heldOn)?.unit
  }

  private mutating func quantities(_ owed: Obligation, _ kind: String) -> (Int?, Int?) {
    switch kind {
    case "hand.share":
      if owed.name.measure == "III-3-1-a" { return fathers(owed) }
      let whole = dice.number(8...60)
      return (dice.number(0...whole), whole)
    case "hand.count": return (dice.number(0...14), nil)
    case "hand.session": return (dice.number(5...120), nil)
    default: return (nil, nil)
    }
  }

  /// Of the men whose child was born in the half so far, how many took a month.
  private func fathers(_ owed: Obligation) -> (Int?, Int?) {
    let births = ledger.ministry.births.filter { birth in
      birth.employer == owed.employer && owed.startsOn <= birth.on
        && birth.on <= min(today, owed.dueOn.adding(days: -30))
    }
    return births.isEmpty ? (0, nil) : (births.filter(\.tookMonth).count, births.count)
  }
}

// MARK: Second thoughts

extension Simulation {
  /// A report is taken back; mostly the duty is opened again.
  private mutating func takeBack() async throws {
    let standing = ledger.reports.filter { report in
      report.counts && report.duty != nil && report.kind != "hand.none"
    }
    guard !standing.isEmpty else { return }
    let report = dice.pick(standing)
    let secretariat = try await actor("secretariat")
    let now = office.clock.now()
    try await service.withdraw(report.id, reason: "誤りでした。", by: secretariat, at: now, once: nil)
    ledger.strike(report.id)
    guard let name = report.duty, dice.happens(70), ledger.duties[name]?.fate.isFulfilled == true else {
      return
    }
    try await DutyDesk(database: office.database, ids: office.ids)
      .reopen(try real(name).id, reason: "報告が誤りでした。", by: secretariat, at: now)
    ledger.settle(name, .open)
    intendAgain(name)
  }

  private mutating func correct() async throws {
    let standing = ledger.reports.filter { $0.counts && $0.quantity != nil && $0.duty != nil }
    guard !standing.isEmpty else { return }
    let old = dice.pick(standing)
    let quantity = old.quantityOf.map { dice.number(0...$0) } ?? dice.number(0...20)
    let correction = EvidenceCorrection(heldOn: old.heldOn, quantity: quantity, quantityOf: old.quantityOf)
    let new = try await service.correct(
      old.id,
      with: correction,
      by: try await actor("secretariat"),
      at: office.clock.now(),
      once: nil
    )
    ledger.strike(old.id)
    ledger.write(
      LedgerReport(
        id: new,
        duty: old.duty,
        measure: old.measure,
        year: old.year,
        employer: old.employer,
        bureau: old.bureau,
        unit: old.unit,
        kind: old.kind,
        heldOn: old.heldOn,
        quantity: quantity,
        quantityOf: old.quantityOf
      )
    )
  }

  /// A division's duty goes to somebody of the division who stays.
  private mutating func handOver() async throws {
    let open = ledger.duties.values.filter { duty in
      duty.fate == .open && duty.handedTo == nil && duty.owed.debtor == "head" && known[duty.owed.name] != nil
    }.map(\.owed.name).sorted()
    guard !open.isEmpty else { return }
    let name = dice.pick(open)
    let today = today
    let members = ledger.ministry.people.filter { person in
      person.leftOn == nil && person.seat(today)?.unit == ledger.duties[name]?.owed.unit
    }
    guard !members.isEmpty else { return }
    let member = dice.pick(members)
    try await DutyDesk(database: office.database, ids: office.ids).handOver(
      try real(name).id,
      to: .person(office.person(member.key)),
      reason: "担当に任せます。",
      by: try await actor("secretariat"),
      at: office.clock.now()
    )
    ledger.handOver(name, to: member.key)
  }

  /// Personnel reports a session that nobody had asked for by name: it settles the duty that waits for one.
  private mutating func holdExtraSession() async throws {
    let (employer, measure, kind) = (dice.pick(["soumu", "shobo"]), "II-1-2-R4", "hand.session")
    let people = dice.number(5...80)
    let report = EvidenceReport(
      plan: "soumu",
      measure: measure,
      kind: EvidenceKindID(rawValue: kind),
      employer: office.employer(employer),
      unit: nil,
      heldOn: today,
      quantity: people
    )
    let reported = try await service.report(
      report,
      for: nil,
      by: try await actor("personnel:\(employer)"),
      at: office.clock.now(),
      once: nil
    )
    let settled = ledger.answered(measure, kind, "p:\(employer)", on: today)
    #expect(reported.settled.count == settled.count)
    for name in settled { ledger.settle(name, .fulfilled(today)) }
    ledger.write(
      LedgerReport(
        id: reported.id,
        duty: settled.first,
        measure: measure,
        year: today.fiscalYear.startYear,
        employer: employer,
        bureau: "",
        unit: nil,
        kind: kind,
        heldOn: today,
        quantity: people,
        quantityOf: nil
      )
    )
  }
}

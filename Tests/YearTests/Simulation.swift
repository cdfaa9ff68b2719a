import CivilTime
import Duties
import Evidence
import Foundation
import People
import Plan
import Store
import TestSupport
import Testing

@testable import Access
@testable import Roof

/// Plays a year: personnel sends its lists, the sweep runs now and then, people answer what they owe or do not, and
/// every deed is written into the ledger beside the program's own records.
struct Simulation {
  /// What somebody means to do about a duty, and when.
  struct Intention {
    enum Deed { case report, date, nothingToReport, excuse }

    let deed: Deed
    let on: CivilDate
  }

  var office: Office
  var ledger: Ledger
  var dice: Dice
  var intentions: [DutyName: Intention] = [:]
  /// The real duties as of the last look.
  var known: [DutyName: Duty] = [:]
  private var actors: [String: Actor] = [:]
  private var recorded: Set<Excess> = []

  init(_ database: any SQLDatabase, seed: UInt64) {
    office = Office(database, SettableClock())
    ledger = Ledger(Careers.ministry(seed: seed))
    dice = Dice(seed: seed &* 31)
  }

  var today: CivilDate { office.today }

  /// The first day: the staff, the offices and the plan, in force from 1 April 2026.
  mutating func begin() async throws {
    office.set(day("2026-04-01"))
    try await office.takeRoster(ledger.ministry)
    try await office.openOffices(ledger.ministry)
    _ = try await loading.load(
      text: try Self.planText(),
      known: House.vocabulary,
      dutiesFrom: day("2026-04-01")
    )
  }

  var loading: PlanLoading {
    PlanLoading(database: office.database, clock: office.clock, ids: office.ids)
  }

  static func planText() throws -> String {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.deletingLastPathComponent().appending(path: "plans/soumu.yaml")
    return try String(contentsOf: file, encoding: .utf8)
  }

  /// One measure goes on under another id from the fiscal year 2027 on.
  mutating func loadSecondEdition() async throws {
    let (old, new) = PlanMeaning.mapped
    let revision = """
      revision:
        reason: 一つの取組の番号を改めました。
        first_fiscal_year: 2027
        mapping:
          - {from: \(old), to: [\(new)]}

      """
    let text = try Self.planText()
      .replacingOccurrences(of: "\nedition: 1\n", with: "\nedition: 2\n")
      .replacingOccurrences(of: "\nperiod:\n", with: "\n\(revision)period:\n")
      .replacingOccurrences(of: "- id: \(old)\n", with: "- id: \(new)\n")
    let outcome = try await loading.load(text: text, known: House.vocabulary)
    guard case .loaded = outcome else { throw Unexpected("the second edition was not loaded") }
  }

  /// A day on which the office works: lists, overtime, sweep, deeds.
  mutating func pass(_ date: CivilDate, deeds: Bool = true) async throws {
    office.set(date)
    actors = [:]
    try await office.takeRoster(ledger.ministry)
    try await recordOvertime()
    try await sweep()
    if deeds { try await answer() }
  }

  private mutating func recordOvertime() async throws {
    let today = today
    let fresh = Set(ledger.ministry.excesses.filter { $0.month.lastDay < today }).subtracting(recorded)
    try await office.record(fresh.sorted { ($0.month, $0.person) < ($1.month, $1.person) })
    recorded.formUnion(fresh)
  }

  /// Sweeps twice: what the first sweep opens is what the ledger finds owed, and the second changes nothing.
  mutating func sweep() async throws {
    let swept = try await office.sweep()
    let opened = ledger.sweep(today)
    known = try await office.duties(of: 2026)
    if today > day("2027-03-31") { known.merge(try await office.duties(of: 2027)) { one, _ in one } }
    #expect(swept.opened == opened.count, "\(today)")
    let again = try await office.sweep()
    #expect(again.opened + again.handedOver + again.excused == 0, "\(today)")
    #expect(try await office.sweep(force: false).isSkipped)
    for name in opened { intend(name) }
  }

  // MARK: What people mean to do

  private mutating func intend(_ name: DutyName) {
    guard let owed = ledger.duties[name]?.owed, owed.kind.hasPrefix("hand.") else { return }
    let roll = dice.number(0...99)
    let inTime = dice.day(owed.startsOn...max(owed.startsOn, owed.dueOn))
    let late = owed.dueOn.adding(days: dice.number(1...45))
    let deed: Intention.Deed
    switch roll {
    case ..<7: return
    case ..<11: deed = .excuse
    case ..<15 where owed.person == nil: deed = .nothingToReport
    default: deed = owed.isBulk && dice.happens(75) ? .date : .report
    }
    intentions[name] = Intention(deed: deed, on: dice.happens(14) ? late : inTime)
  }

  /// A duty that is open again is answered after some days, or not at all.
  mutating func intendAgain(_ name: DutyName) {
    intentions[name] =
      dice.happens(60) ? Intention(deed: .report, on: today.adding(days: dice.number(5...60))) : nil
  }

  /// A duty that came up by decision.
  mutating func intend(_ name: DutyName, on date: CivilDate) {
    intentions[name] = Intention(deed: .report, on: date)
  }

  // MARK: Deeds

  func ready() -> [DutyName] {
    intentions.keys.filter { name in
      guard let intention = intentions[name], intention.on <= today else { return false }
      return ledger.duties[name]?.fate == .open
    }.sorted()
  }

  /// Who answers a duty today, as the ledger says; nil where the seat is empty.
  mutating func answerer(_ duty: LedgerDuty) async throws -> Actor? {
    guard let key = ledger.answerer(of: duty, today) else { return nil }
    return try await actor(key == "personnel" ? "personnel:\(duty.owed.employer)" : key)
  }

  mutating func actor(_ key: String) async throws -> Actor {
    if let actor = actors[key] { return actor }
    let actor = try await office.actor(key)
    actors[key] = actor
    return actor
  }

  func real(_ name: DutyName) throws -> Duty {
    guard let duty = known[name] else { throw Unexpected("\(name) is in the ledger alone") }
    return duty
  }
}

struct Unexpected: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

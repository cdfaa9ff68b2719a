import CivilTime
import Evidence
import Store

/// What became of a duty.
enum Fate: Sendable, Hashable {
  case open
  case fulfilled(CivilDate)
  case excused(CivilDate)

  var isFulfilled: Bool { if case .fulfilled = self { true } else { false } }
  var isExcused: Bool { if case .excused = self { true } else { false } }
  var settledOn: CivilDate? {
    switch self {
    case .open: nil
    case .fulfilled(let day), .excused(let day): day
    }
  }
}

/// A duty in the ledger.
struct LedgerDuty: Sendable {
  let owed: Obligation
  var fate = Fate.open
  /// Whether 該当なし was the answer.
  var isNone = false
  /// The person to whom it was handed over by hand.
  var handedTo: String?

  func isOverdue(_ today: CivilDate) -> Bool { fate == .open && owed.dueOn < today }
}

/// A report in the ledger.
struct LedgerReport: Sendable {
  let id: RecordID<EvidenceEntry>
  let duty: DutyName?
  let measure: String
  let year: Int
  let employer: String
  let bureau: String
  let unit: String?
  let kind: String
  let heldOn: CivilDate
  let quantity: Int?
  let quantityOf: Int?
  /// Neither corrected nor withdrawn.
  var counts = true
}

/// The plain book of a year: what was owed to whom, and what was done when.
struct Ledger: Sendable {
  let ministry: Ministry
  let obligations: Obligations
  private(set) var duties: [DutyName: LedgerDuty] = [:]
  private(set) var reports: [LedgerReport] = []

  init(_ ministry: Ministry) {
    self.ministry = ministry
    obligations = Obligations(ministry)
  }

  /// What is new by a day; and duties about people who have left are not asked for any more.
  mutating func sweep(_ today: CivilDate) -> [DutyName] {
    var opened: [DutyName] = []
    for owed in obligations.all(until: today) where duties[owed.name] == nil {
      duties[owed.name] = LedgerDuty(owed: owed)
      opened.append(owed.name)
    }
    for (name, duty) in duties where duty.fate == .open {
      guard let person = duty.owed.person.flatMap(ministry.person), let left = person.leftOn, left < today,
        !(name.occasion.contains(":") && left <= duty.owed.startsOn)
      else { continue }
      duties[name]?.fate = .excused(today)
    }
    return opened.sorted()
  }

  mutating func order(_ owed: Obligation) { duties[owed.name] = LedgerDuty(owed: owed) }

  mutating func settle(_ name: DutyName, _ fate: Fate, isNone: Bool = false) {
    duties[name]?.fate = fate
    duties[name]?.isNone = isNone
  }

  mutating func handOver(_ name: DutyName, to person: String) { duties[name]?.handedTo = person }

  mutating func write(_ report: LedgerReport) { reports.append(report) }

  /// Takes a report out of the count.
  mutating func strike(_ id: RecordID<EvidenceEntry>) {
    for place in reports.indices where reports[place].id == id { reports[place].counts = false }
  }

  /// The duties that a report without a duty settles: of each rule the one that was due first.
  ///
  /// What comes back is due in its own period; what is reported later belongs to the next.
  func answered(_ measure: String, _ kind: String, _ subject: String, on date: CivilDate) -> [DutyName] {
    var first: [String: LedgerDuty] = [:]
    for duty in duties.values {
      let name = duty.owed.name
      guard name.measure == measure, duty.owed.kind == kind, name.subject == subject, duty.fate == .open,
        duty.owed.startsOn <= date, date <= duty.owed.dueOn
      else { continue }
      if let known = first[name.rule], known.owed.dueOn <= duty.owed.dueOn { continue }
      first[name.rule] = duty
    }
    return first.values.map(\.owed.name).sorted()
  }

  /// Who has to answer on a day: a person, or the name of an office; nil where a seat is empty.
  func answerer(of duty: LedgerDuty, _ today: CivilDate) -> String? {
    if let person = duty.handedTo { return person }
    switch duty.owed.debtor {
    case "self": return duty.owed.person
    case "head": return duty.owed.unit.flatMap { ministry.head(of: $0, today)?.key }
    case "superior":
      guard let person = duty.owed.person.flatMap(ministry.person) else { return nil }
      guard let unit = ministry.superiorUnit(of: person, today) else { return "personnel" }
      return ministry.head(of: unit, today)?.key
    default: return duty.owed.debtor
    }
  }
}

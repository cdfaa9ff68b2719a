public import CivilTime
public import Journal
public import People
public import Store

/// 義務 – what somebody owes by a measure: about whom or what, by when, and whether it is done.
public struct Duty: Sendable, Hashable {
  /// Its identifier.
  public let id: RecordID<Duty>
  /// The rule from which it arose.
  public let rule: DutyRuleKey
  /// The occasion on which it arose, such as `2026-h1` or `people.transfer:2026-04-01`.
  public let occasion: String
  /// The fiscal year in whose report it stands: that in which its period starts.
  public let year: FiscalYear
  /// The employer.
  public let employer: RecordID<Employer>
  /// The top unit when it arose; nil where it belongs to none.
  public let bureau: RecordID<OrganizationUnit>?
  /// Who owes it now.
  public let owner: DutyOwner
  /// About whom or what.
  public let subject: DutySubject
  /// The kind of evidence that fulfils it.
  public let evidence: EvidenceKindID
  /// Whether many may be settled with one date at once.
  public let isBulkSafe: Bool
  /// The first day of its period, or the day of the event.
  public let startsOn: CivilDate
  /// The day on which it was put on the desk.
  public let openedOn: CivilDate
  /// The last day in time.
  public let dueOn: CivilDate
  /// Whether it is done.
  public let state: DutyState
  /// How often it was changed; a form carries it along.
  public let revision: Int
}

/// 義務を負うもの – who owes a duty now; a seat, so that it passes to whoever sits there.
public enum DutyOwner: Sendable, Hashable {
  /// A person.
  case person(RecordID<Employee>)
  /// Whoever heads a unit: head, acting head or named deputy.
  case head(RecordID<OrganizationUnit>)
  /// Whoever holds an office of an employer.
  case office(Office, RecordID<Employer>)

  /// The owner in one word for steps and the journal, such as `head:45`.
  public var code: String {
    switch self {
    case .person(let id): "person:\(id)"
    case .head(let id): "head:\(id)"
    case .office(let office, let id): "office:\(office.rawValue):\(id)"
    }
  }
}

/// 対象 – about whom or what a duty is.
public enum DutySubject: Sendable, Hashable {
  /// A person.
  case employee(RecordID<Employee>)
  /// A unit.
  case unit(RecordID<OrganizationUnit>)
  /// A whole employer.
  case employer(RecordID<Employer>)

  /// The subject as it stands in the key of a duty: `e123`, `u45`, `p1`.
  public var key: String {
    switch self {
    case .employee(let id): "e\(id)"
    case .unit(let id): "u\(id)"
    case .employer(let id): "p\(id)"
    }
  }
}

/// 義務の状態 – whether a duty is done.
public enum DutyState: Sendable, Hashable {
  /// Not yet done.
  case open
  /// Shown to be done, on a day, by a journal entry.
  case fulfilled(on: CivilDate, entry: RecordID<JournalEntry>)
  /// Not asked for any more since a day; the reason stands in the history.
  case excused(on: CivilDate)

  /// Whether it still waits.
  public var isOpen: Bool { self == .open }
}

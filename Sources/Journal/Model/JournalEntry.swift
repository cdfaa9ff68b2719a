public import CivilTime
public import Store

/// One thing that happened (記録): who, what, about whom, in which unit, when.
///
/// Entries name things by identifier and hold no free text, so that retention periods can be kept without
/// breaking the chain of seals.
public struct JournalEntry: Sendable, Hashable {
  /// The entry's own identifier, made outside the transaction.
  public let id: RecordID<JournalEntry>
  /// When it happened.
  public let at: Instant
  /// Who did it.
  public let actor: JournalActor
  /// What kind of thing it is, such as `working-time.clocked-in`.
  public let kind: JournalKind
  /// The employee it is about, if any.
  public let employee: Int64?
  /// The unit it belongs to, if any.
  public let unit: Int64?
  /// Identifiers, dates and numbers that tell the rest.
  public let payload: JournalPayload

  /// An entry about an employee and a unit, either of which may be missing.
  public init<Employee, Unit>(
    id: RecordID<JournalEntry>,
    at: Instant,
    actor: JournalActor,
    kind: JournalKind,
    employee: RecordID<Employee>?,
    unit: RecordID<Unit>?,
    payload: JournalPayload = JournalPayload([])
  ) {
    self.id = id
    self.at = at
    self.actor = actor
    self.kind = kind
    self.employee = employee?.number
    self.unit = unit?.number
    self.payload = payload
  }

  /// An entry about neither an employee nor a unit.
  public init(
    id: RecordID<JournalEntry>,
    at: Instant,
    actor: JournalActor,
    kind: JournalKind,
    payload: JournalPayload = JournalPayload([])
  ) {
    self.id = id
    self.at = at
    self.actor = actor
    self.kind = kind
    employee = nil
    unit = nil
    self.payload = payload
  }
}

/// Who caused an entry.
public enum JournalActor: Sendable, Hashable {
  /// Somebody signed in, or a token of theirs, by the number of the account.
  case account(Int64)
  /// A command of the operator on the machine itself.
  case commandLine
  /// A job of the system.
  case system

  /// The stored number: the account's, or 0 for a command, or -1 for the system.
  var number: Int64 {
    switch self {
    case .account(let number): number
    case .commandLine: 0
    case .system: -1
    }
  }

  init(number: Int64) {
    switch number {
    case 0: self = .commandLine
    case ..<0: self = .system
    default: self = .account(number)
    }
  }
}

/// A kind of entry, declared once by the capability that writes it.
public struct JournalKind: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The name, `capability.what-happened`.
  public let name: String

  /// A kind by its name.
  public init(stringLiteral value: StaticString) {
    name = "\(value)"
  }

  init(name: String) {
    self.name = name
  }

  /// The name.
  public var description: String { name }
}

/// What an entry tells beyond its columns: names of ours with numbers, dates and code words, never free text.
public struct JournalPayload: Sendable, Hashable {
  /// The stored form: `name=value` pairs, one a line, in the order given.
  public let text: String

  /// A payload from pairs; line breaks in a value are refused by dropping what follows them.
  public init(_ pairs: [(StaticString, String)]) {
    text = pairs.map { name, value in "\(name)=\(Self.firstLine(of: value))" }.joined(separator: "\n")
  }

  init(storedText: String) {
    text = storedText
  }

  private static func firstLine(of value: String) -> String {
    let bytes = value.utf8.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    return String(decoding: bytes, as: UTF8.self)
  }
}

public import CivilTime
public import People
public import Store

/// できごと – something that happened to a person or a unit, from which duties may arise.
public struct DutyEvent: Sendable, Hashable {
  /// What happened.
  public let kind: DutyEventKind
  /// The day; it may lie ahead where a capability says so.
  public let on: CivilDate
  /// The employer.
  public let employer: RecordID<Employer>
  /// To whom or what.
  public let subject: DutySubject
  /// The unit it belongs to.
  public let unit: RecordID<OrganizationUnit>?

  /// An event.
  public init(
    kind: DutyEventKind,
    on day: CivilDate,
    employer: RecordID<Employer>,
    subject: DutySubject,
    unit: RecordID<OrganizationUnit>?
  ) {
    self.kind = kind
    on = day
    self.employer = employer
    self.subject = subject
    self.unit = unit
  }
}

/// Where events of a kind are found, declared by the capability that knows of them.
public struct DutyEventSource: Sendable {
  /// Finds all events of a window again, each time the same.
  public typealias Finder =
    @Sendable (ClosedRange<CivilDate>, any SQLConnection) throws -> [DutyEvent]

  /// The kind.
  public let kind: DutyEventKind
  /// The kind in words of the user interface.
  public let title: String
  /// Finds them.
  public let events: Finder

  /// A source of events.
  public init(_ kind: DutyEventKind, title: String, events: @escaping Finder) {
    self.kind = kind
    self.title = title
    self.events = events
  }
}

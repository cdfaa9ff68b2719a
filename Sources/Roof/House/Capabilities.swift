internal import Access
internal import Attachments
internal import Committee
internal import Demo
internal import Directory
internal import Duties
internal import Entrance
internal import Evidence
internal import FollowUps
internal import Indicators
internal import Journal
internal import LimitWatch
internal import MonthClosing
internal import OvertimeOrders
internal import Oversight
internal import People
internal import Plan
internal import PresenceLogs
internal import Publication
internal import Schedules
internal import Site
internal import Store
internal import Workforce
internal import WorkingTime

/// The one list of all capabilities, and of everything that has a schema.
public enum House: Sendable {
  /// All steps of the schema, floor by floor.
  static let migrations: [Migration] =
    RecordIDSource.migrations + JournalMigrations.all + PeopleMigrations.all + AccessMigrations.all
    + Installation.migrations
    + IndicatorMigrations.all + withoutEntrance.flatMap(\.migrations)

  /// Every indicator that the plan may ask for.
  static let indicators: [Indicator] =
    SchedulesIndicators.all + WorkingTimeIndicators.indicators(objectiveDays: [LoggedDays.source])
    + OvertimeOrdersIndicators.all + LimitWatchIndicators.all + WorkforceIndicators.all
    + CommitteeIndicators.all
  /// Every kind of evidence that fulfils a duty.
  static let evidenceKinds: [EvidenceKind] =
    EvidenceKinds.all + FollowUpKinds.evidence + CommitteeKinds.evidence
  /// Everything that happens to people and units and gives rise to duties.
  static let events: [DutyEventSource] = PeopleEvents.all + WorkingTimeEvents.all

  /// The words that a plan file may use.
  static let vocabulary = PlanVocabulary(
    indicators: Set(indicators.map(\.definition.id)),
    evidenceKinds: Set(evidenceKinds.map(\.id.rawValue)),
    events: Set(events.map(\.kind.rawValue))
  )

  /// All capabilities in the order of the main menu.
  static func capabilities(entrance: Capability) -> [Capability] {
    [entrance] + withoutEntrance
  }

  /// The lines of home: what waits for the visitor.
  static let homeEntries: [HomeEntry] =
    [
      MonthClosingCapability.homeEntry, OvertimeOrdersCapability.ownHomeEntry,
      OvertimeOrdersCapability.homeEntry, SchedulesCapability.homeEntry,
      PresenceLogsCapability.homeEntry, DutiesCapability.homeEntry,
    ] + LimitWatchCapability.homeEntries

  // Also the order of their schemas: each stands after those whose tables it refers to.
  private static let withoutEntrance = [
    SchedulesCapability.capability,
    WorkingTimeCapability.capability(
      day: HoursEntries.day,
      units: HoursEntries.units,
      notes: [ClosedMonthNotes.source, PresenceNotes.source]
    ),
    OvertimeOrdersCapability.capability(
      protections: ProtectionQuestion(
        ConfirmedProtections.protections,
        awaited: ConfirmedProtections.awaited
      )
    ),
    PresenceLogsCapability.capability,
    LimitWatchCapability.capability,
    MonthClosingCapability.capability(concerns: [OrderConcerns.source, GapConcerns.source]),
    AttachmentsCapability.capability(readers: [EvidenceAccess.attachments]),
    DutiesCapability.capability(sources: events, file: DutySpreadsheet.bytes),
    EvidenceCapability.capability(measures: PlanCapability.measures()),
    PlanCapability.capability(indicators: indicators, evidenceKinds: evidenceKinds, eventSources: events),
    FollowUpCapability.capability(indicators: indicators),
    CommitteeCapability.capability(indicators: indicators, monthly: WorkingTimeIndicators.monthly) {
      plan,
      year,
      connection in
      try ReportStages.isWithCommittee(plan: plan, year: year, on: connection)
    },
    PublicationCapability.capability(indicators: indicators),
    WorkforceCapability.capability,
    DirectoryCapability.capability,
    OversightCapability.capability,
    OpenAPICapability.capability,
  ]
}

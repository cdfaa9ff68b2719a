public import Duties
internal import Journal

/// The kinds of evidence and of journal entries that the committee leaves.
public enum CommitteeKinds: Sendable {
  /// 推進委員会の開催: fulfils the duty to hold the committee.
  public static let meeting = EvidenceKind(
    EvidenceKindID(rawValue: "committee.meeting"),
    title: "推進委員会の開催"
  )

  /// All kinds of evidence that this capability declares.
  public static let evidence = [meeting]

  static let planned: JournalKind = "committee.meeting-planned"
  static let held: JournalKind = "committee.held"
  static let cancelled: JournalKind = "committee.cancelled"
  static let agendaSet: JournalKind = "committee.agenda-set"
  static let papersAdded: JournalKind = "committee.papers-added"
  static let paperRemoved: JournalKind = "committee.paper-removed"
  static let minutesWritten: JournalKind = "committee.minutes-written"
  static let decided: JournalKind = "committee.decided"
  static let voiceRecorded: JournalKind = "committee.voice-recorded"
  static let voiceAnswered: JournalKind = "committee.voice-answered"
  static let actionSet: JournalKind = "committee.intensive-action-set"
}

internal import Access
public import Attachments
internal import CivilTime
internal import People
internal import Store

/// 証跡の閲覧 – who may read a report, and who may correct it.
public enum EvidenceAccess: Sendable {
  /// The reader of files that belong to reports: whoever may read one of the reports.
  public static let attachments = AttachmentReader { file, actor, today, connection in
    try EvidenceRecords.having(file, on: connection).contains {
      try mayRead($0, actor, today: today, on: connection)
    }
  }

  /// What a unit or an employer did is known to all staff; what is about a person only to that person, to those who
  /// head the unit, to the personnel authority, and to whoever wrote it.
  static func mayRead(
    _ evidence: StoredEvidence,
    _ actor: Actor,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> Bool {
    guard let person = evidence.aboutEmployee else { return true }
    if actor.employee == person || actor.account.number == evidence.recordedBy { return true }
    if actor.personnelEmployers.contains(evidence.employer) { return true }
    if let unit = evidence.unit, actor.headedUnits.contains(unit) { return true }
    guard !actor.headedUnits.isEmpty,
      let unit = try AssignmentRecords.primaryUnit(of: person, asOf: today, on: connection)
    else { return false }
    return actor.headedUnits.contains(unit)
  }

  /// Whoever answers for it today: the head of the unit, the personnel authority, and of what belongs to no unit
  /// whoever wrote it.
  static func mayChange(_ evidence: StoredEvidence, _ actor: Actor) -> Bool {
    guard evidence.standing == .current else { return false }
    if actor.personnelEmployers.contains(evidence.employer) { return true }
    if let person = evidence.aboutEmployee, actor.employee == person {
      return actor.account.number == evidence.recordedBy
    }
    if let unit = evidence.unit { return actor.headedUnits.contains(unit) }
    return actor.account.number == evidence.recordedBy
  }
}

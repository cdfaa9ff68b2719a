public import CivilTime
public import Plan
public import Store

/// 凍結した報告 – a report as it was frozen, word for word and number for number.
public struct ReportSnapshot: Sendable, Hashable {
  /// The identifier.
  public let id: RecordID<ReportSnapshot>
  /// The edition of the plan under which it stands.
  public let version: RecordID<PlanVersion>
  /// When it was frozen.
  public let takenAt: Instant
  /// The SHA-256 of its text.
  public let digest: [UInt8]
  /// The canonical text.
  public let body: String

  /// The digest as 64 hexadecimal digits.
  public var digestText: String { SnapshotDigest.text(digest) }
}

/// 段階の記録 – that a report came to a stage: when, by whom, and with what.
public struct ReportStep: Sendable, Hashable {
  /// The place in the report's history, from 1.
  public let position: Int
  /// The stage it came to.
  public let stage: ReportStage
  /// The day on which the body dealt with it.
  public let day: CivilDate
  /// When it was recorded.
  public let at: Instant
  /// Who recorded it; nil for those who may not know.
  public let by: String?
  /// Why, for a way back or a correction.
  public let note: String?
  /// What was frozen or went on; nil in a draft.
  public let snapshot: RecordID<ReportSnapshot>?
}

/// 報告の現状 – where the report of a year stands.
struct ReportStanding: Sendable, Hashable {
  /// The report; nil before anybody has written or moved it.
  let report: RecordID<ReportRow>?
  let steps: [ReportStep]

  static let nothing = ReportStanding(report: nil, steps: [])

  var stage: ReportStage { steps.last?.stage ?? .draft }

  /// The frozen report that the stage is about; nil in a draft.
  var snapshot: RecordID<ReportSnapshot>? { steps.last?.snapshot }

  /// The newest frozen report of all.
  var newestSnapshot: RecordID<ReportSnapshot>? { steps.compactMap(\.snapshot).max() }
}

/// The entity behind a report's identifier.
enum ReportRow: Sendable {}

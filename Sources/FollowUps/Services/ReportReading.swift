internal import CivilTime
internal import Plan
public import Store

/// 報告の出どころ – which form of a year's report is asked for.
public enum ReportSource: Sendable, Hashable {
  /// As the records are now.
  case live
  /// As the stage has it: frozen once it has left the draft, as the records are before that.
  case standing
  /// As it was frozen last.
  case newest
  /// As it was frozen then.
  case snapshot(RecordID<ReportSnapshot>)
}

/// The report of a year as it is read: its content, where it stands, and what it was frozen as.
struct ReadReport: Sendable {
  let content: FollowUpContent
  let standing: ReportStanding
  /// What the content was read back from; nil when it is drawn from the records of now.
  let snapshot: ReportSnapshot?

  var document: FollowUpDocument {
    FollowUpDocument(content: content, standing: standingFacts)
  }

  /// The stage, and by what a copy of the frozen report can be told from another.
  private var standingFacts: [(term: String, text: String)] {
    let last = standing.steps.last
    let day = last.map { "（\($0.day.japaneseWithoutWeekday)）" } ?? ""
    let isStanding = snapshot?.id == standing.snapshot
    let stage = (term: "段階", text: isStanding ? "\(standing.stage.japanese)\(day)" : "以前に凍結した版")
    guard let snapshot else {
      let note = standing.stage == .draft ? "" : "。いまの記録から作った控えです"
      return [(term: "段階", text: "\(ReportStage.draft.japanese)（公表前）\(note)")]
    }
    let frozen = OfficeZone.dateTimeText(snapshot.takenAt)
    return [stage, (term: "凍結", text: "\(frozen)（SHA-256 \(snapshot.digestText)）")]
  }
}

/// Reads reports, live or frozen.
struct ReportReading: Sendable {
  let assembly: FollowUpAssembly

  func report(
    of year: FiscalYear,
    from source: ReportSource,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> ReadReport {
    let version = try assembly.version(for: year, on: connection)
    let standing = try ReportRecords.standing(of: version.plan.code, year, on: connection)
    guard let snapshot = try snapshot(source, standing, on: connection) else {
      let content = try live(year, version, standing, today: today, on: connection)
      return ReadReport(content: content, standing: standing, snapshot: nil)
    }
    let content = try content(of: snapshot, plan: version.plan.code, on: connection)
    guard content.year == year else { throw FollowUpError.noSnapshot }
    return ReadReport(content: content, standing: standing, snapshot: snapshot)
  }

  /// The report as the records and the secretariat's words are now.
  func live(
    _ year: FiscalYear,
    _ version: PlanVersion,
    _ standing: ReportStanding,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> FollowUpContent {
    let texts = try ReportTextRecords.newest(of: standing.report, on: connection)
    return try assembly.content(of: year, under: version, today: today, on: connection).with(texts)
  }

  /// The frozen report, proved against its digest.
  private func content(
    of snapshot: ReportSnapshot,
    plan code: String,
    on connection: any SQLConnection
  ) throws -> FollowUpContent {
    guard SnapshotDigest.bytes(of: snapshot.body) == snapshot.digest else {
      throw FollowUpError.damaged(line: 1)
    }
    let version = try assembly.version(snapshot.version, of: code, on: connection)
    return try SnapshotReader.content(snapshot.body, version: version)
  }

  /// The frozen report that a source names; nil for what is drawn from the records of now.
  private func snapshot(
    _ source: ReportSource,
    _ standing: ReportStanding,
    on connection: any SQLConnection
  ) throws -> ReportSnapshot? {
    let id: RecordID<ReportSnapshot>
    switch source {
    case .live: return nil
    case .standing:
      guard let standing = standing.snapshot else { return nil }
      id = standing
    case .newest:
      guard let newest = standing.newestSnapshot else { throw FollowUpError.noSnapshot }
      id = newest
    case .snapshot(let asked): id = asked
    }
    guard let report = standing.report,
      let snapshot = try ReportRecords.snapshot(id, of: report, on: connection)
    else { throw FollowUpError.noSnapshot }
    return snapshot
  }
}

internal import CivilTime
internal import Duties
internal import Indicators
internal import People
internal import Plan
internal import Store

/// 議題の候補: finds what asks to be put before the committee; nothing gets onto an agenda by itself.
struct AgendaProposals: Sendable {
  /// Whether the report of a year lies with the committee.
  typealias ReportQuestion = @Sendable (String, FiscalYear, any SQLConnection) throws -> Bool

  let plan: CommitteePlan
  let isReportWaiting: ReportQuestion

  func list(
    _ year: FiscalYear,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [AgendaProposal] {
    let version = try plan.version(for: year, on: connection)
    let content = try plan.assembly.content(of: year, under: version, today: today, on: connection)
    let code = version.plan.code
    let reports = try [year.advanced(by: -1), year].filter { try isReportWaiting(code, $0, connection) }
    return reports.map(Self.report) + Self.analyses(content) + Self.targets(content, today: today)
      + Self.measures(content) + (try Self.voices(code, on: connection))
      + (try Self.intensive(version.plan, year, today: today, on: connection))
      + Self.revision(version.plan, today: today)
  }

  private static func report(_ year: FiscalYear) -> AgendaProposal {
    let title = "\(year.japanese)の年次フォローアップを確認する"
    return AgendaProposal(origin: .report, key: "\(year.startYear)", title: title)
  }

  /// Units whose people went over the limits and that owe an analysis.
  private static func analyses(_ content: FollowUpContent) -> [AgendaProposal] {
    let id = "working-time.analyses-due"
    guard let tally = content.figure(id)?.places.first?.tally, tally.ratio.numerator > 0 else { return [] }
    let title = "上限を超えた職員がいるため、要因の整理・分析・検証を確認する（\(tally.ratio.numerator)件）"
    return [AgendaProposal(origin: .analyses, key: "\(content.year.startYear)", title: title)]
  }

  /// Targets that are missed once half of the year is over; before that it is too early to say.
  private static func targets(_ content: FollowUpContent, today: CivilDate) -> [AgendaProposal] {
    let half = content.year.firstMonth.adding(months: 5).lastDay
    guard today > half else { return [] }
    return content.targets.filter { $0.verdict == .missed }.map { line in
      let title = content.plan.target(line.id)?.title ?? ""
      return AgendaProposal(
        origin: .target,
        key: line.id.text,
        title: "\(line.id) \(title)：\(line.distance)"
      )
    }
  }

  private static func measures(_ content: FollowUpContent) -> [AgendaProposal] {
    content.measures.filter { $0.status == .late }.map { line in
      let title = content.plan.content(of: line.id)?.title ?? ""
      let overdue = line.coverage.map { "（期限超過\($0.overdue)件）" } ?? ""
      return AgendaProposal(origin: .measure, key: line.id.text, title: "\(line.id) \(title)\(overdue)")
    }
  }

  private static func voices(_ plan: String, on connection: any SQLConnection) throws -> [AgendaProposal] {
    try VoiceRecords.unanswered(of: plan, on: connection).map { voice in
      let day = voice.receivedOn.japaneseShort
      return AgendaProposal(origin: .voice, key: "\(voice.id)", title: "\(voice.theme)（\(day)に届いた声）")
    }
  }

  /// The result of the period, once it is over for all employers.
  private static func intensive(
    _ plan: ActionPlan,
    _ year: FiscalYear,
    today: CivilDate,
    on connection: any SQLConnection
  ) throws -> [AgendaProposal] {
    let employers = try EmployerRecords.all(on: connection)
    let ends = try employers.map { employer in
      try DutyPeriods.summer(plan: plan.code, year: year, employer: employer.id, on: connection).upperBound
    }
    guard let last = ends.max(), last < today else { return [] }
    let title = "\(year.japanese)の集中取組期間の結果を確認する"
    return [AgendaProposal(origin: .intensive, key: "\(year.startYear)", title: title)]
  }

  private static func revision(_ plan: ActionPlan, today: CivilDate) -> [AgendaProposal] {
    guard plan.period.until < today else { return [] }
    let end = plan.period.until.japaneseWithoutWeekday
    return [
      AgendaProposal(
        origin: .revision,
        key: "\(plan.edition)",
        title: "計画期間が\(end)に終わったため、次の計画を検討する"
      )
    ]
  }
}

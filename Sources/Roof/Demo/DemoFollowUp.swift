internal import Access
internal import CivilTime
internal import Demo
internal import Duties
internal import FollowUps
internal import People
internal import Plan
internal import Publication
internal import Store

/// The follow-up of the last fiscal year: written in spring, taken from body to body, published in July.
struct DemoFollowUp {
  let plan: ActionPlan
  let seed: UInt64
  let year: FiscalYear
  let secretariat: Actor

  /// How many days after the year's end each body has dealt with it, in the order of the stages.
  private static let steps = [70, 80, 100, 115]

  /// Writes it as far as it has come by a day; answers the stage.
  func write(in office: Office, until day: CivilDate) async throws -> ReportStage {
    let work = FollowUpWork(
      database: office.database,
      ids: office.ids,
      indicators: House.indicators,
      actor: secretariat
    )
    let drafted = min(year.lastDay.adding(days: 55), day)
    let content = try await work.content(of: year, on: drafted)
    for (subject, texts) in texts(content) {
      try await work.write(texts, about: subject, in: year, on: drafted)
    }
    var stage = ReportStage.draft
    for step in Self.steps.map({ year.lastDay.adding(days: $0) }) where step <= day {
      if stage == .council { try await setMonth(step, in: office) }
      stage = try await work.advance(year, on: step)
    }
    return stage
  }

  /// Says for every employer in which month the year is published; without it there is no public folder.
  private func setMonth(_ day: CivilDate, in office: Office) async throws {
    let work = PublicationWork(database: office.database, ids: office.ids, actor: secretariat)
    let now = OfficeZone.instant(on: day, at: .midnight).adding(seconds: 9 * 3600)
    for employer in try await office.database.read({ try EmployerRecords.all(on: $0) }) {
      try await work.setMonth(day.yearMonth, of: employer.id, in: year, at: now)
    }
  }
}

// The words.
extension DemoFollowUp {
  private typealias Texts = [(field: ReportField, text: String)]

  private func texts(_ content: FollowUpContent) -> [(ReportSubject, Texts)] {
    var chance = Chance(seed: seed, .words)
    let told = content.measures.enumerated().filter { place, _ in place % 4 == 0 }.map(\.element)
    let measures: [(ReportSubject, Texts)] = told.map { line in
      let pair = chance.pick(Self.measureWords) ?? Self.measureWords[0]
      return (.measure(line.id), [(.done, pair.done), (.next, pair.next)])
    }
    // The report itself is not out yet while it is written; that is no reason to excuse anybody.
    let own = plan.originals.filter { measure in
      measure.ownContent?.duties.contains { $0.evidence == FollowUpKinds.published.id } ?? false
    }.map(\.id)
    let missed = content.targets.filter { line in
      line.verdict == .missed && plan.target(line.id)?.measures.contains { own.contains($0) } == false
    }
    let targets: [(ReportSubject, Texts)] = missed.map { line in
      let pair = chance.pick(Self.targetWords) ?? Self.targetWords[0]
      return (.target(line.id), [(.reason, pair.reason), (.analysis, pair.analysis)])
    }
    return measures + targets
  }

  private static let measureWords = [
    (
      done: "全部局に通知し、課ごとに担当者を決めて取り組みました。",
      next: "よい例を事例集に加え、ほかの課に広げます。"
    ),
    (
      done: "上半期に説明会を開き、下半期は部局ごとに進み具合を確かめました。",
      next: "報告のなかった課室に事務局が聞き取りをします。"
    ),
    (
      done: "手順を見直し、1枚の資料にまとめて配りました。",
      next: "新しく着任した管理職に、着任の月に説明します。"
    ),
    (
      done: "繁忙期を避けて実施する時期をずらし、参加する人が増えました。",
      next: "地方機関でも同じ時期に行えるよう、日程を早めに示します。"
    ),
  ]

  private static let targetWords = [
    (
      reason: "目標に届きませんでした。対象となる人が少ない年度で、見送った人の影響が大きく出ました。",
      analysis: "見送った理由は業務の引継ぎが多くを占めました。応援の職員をあらかじめ決めておきます。"
    ),
    (
      reason: "目標に届きませんでした。前の年度より近づきましたが、部局の間の差が残っています。",
      analysis: "差の大きい部局の例を調べ、上司からの働き掛けの時期が遅いことが分かりました。時期を定めます。"
    ),
    (
      reason: "目標に届きませんでした。年度の前半の取組が遅れました。",
      analysis: "年度の初めに予定を立てた課室では届いています。予定の作成を4月中に求めます。"
    ),
  ]
}

internal import CivilTime
internal import Indicators

/// The follow-up as a sequence of parts.
struct FollowUpOutline {
  let followUp: FollowUp

  private var plan: ActionPlan { followUp.plan }

  var title: String { "\(plan.title)　\(followUp.year.japanese)フォローアップ" }

  var blocks: [ReportBlock] {
    [.facts(frame), .heading("記録から計算した取組")] + computed + [.heading("すべての取組の状況")]
      + plan.chapters.map(chapter) + [.heading("目標"), targets, .heading("数え方と表示のきまり"), .list(Self.rules)]
  }

  private var frame: [ReportFact] {
    let basis = plan.legalBasis.map { basis in
      let number = basis.number.map { number in "（\(number)）" } ?? ""
      return "\(basis.act)\(number)\(basis.article)"
    }
    let from = plan.period.from.map(\.japaneseWithoutWeekday) ?? ""
    return [
      ReportFact("年度", followUp.year.japanese), ReportFact("時点", followUp.asOfText),
      ReportFact("作成日", followUp.madeOn.japaneseWithoutWeekday),
      ReportFact("特定事業主", plan.employers.map(\.name).joined(separator: "、")),
      ReportFact("根拠", basis.joined(separator: "、")),
      ReportFact("計画期間", "\(from)〜\(plan.period.until.japaneseWithoutWeekday)"),
      ReportFact("計画データ", version),
    ]
  }

  private var version: String {
    let day = OfficeZone.date(of: followUp.version.loadedAt).japaneseWithoutWeekday
    return "\(plan.code) 第\(plan.edition)版（\(day)登録、SHA-256 \(followUp.version.digest)）"
  }

  private var computed: [ReportBlock] {
    let measures = followUp.computed
    guard !measures.isEmpty else { return [.paragraph("記録から計算した取組はありません。")] }
    return measures.flatMap(measure) + [.paragraph(FigureWords.withheldNote)]
  }

  private func measure(_ measure: Measure) -> [ReportBlock] {
    guard let content = measure.ownContent else { return [] }
    let figures = followUp.state(of: measure.id).figures.flatMap { figure -> [ReportBlock] in
      [
        FigureTable.block(figure, caption: "\(measure.id) \(figure.definition.title)"),
        .facts(FigureTable.definition(figure)),
      ]
    }
    return [.subheading("\(measure.id) \(content.title)"), .paragraph(content.summary)] + due(content)
      + figures
  }

  private func due(_ content: MeasureContent) -> [ReportBlock] {
    content.dueDay(after: followUp.year).map { day in [.paragraph(Self.dueSentence(followUp.year, day))] }
      ?? []
  }

  static func dueSentence(_ year: FiscalYear, _ day: CivilDate) -> String {
    "\(year.japanese)の分の期限は\(day.japaneseWithoutWeekday)です。"
  }

  private func chapter(_ chapter: Chapter) -> ReportBlock {
    let columns = ["番号", "取組", "状態", "実施時期", "担当", "数値"]
    return .table(
      ReportTable(
        caption: "第\(chapter.id)章 \(chapter.title)",
        columns: columns.map { .words($0) },
        rows: chapter.items.flatMap(\.measures).map(row)
      )
    )
  }

  private func row(_ measure: Measure) -> [ReportCell] {
    let content = plan.content(of: measure.id)
    let state = followUp.state(of: measure.id)
    let repeated = measure.aliasOf.map { original in "（\(original)の再掲）" } ?? ""
    let figures = state.figures.map { FigureWords.line($0) }
    return [
      ReportCell(measure.id.text, measure: measure.id), ReportCell("\(content?.title ?? "")\(repeated)"),
      ReportCell(state.japanese), ReportCell(content?.phase.japanese ?? ""),
      ReportCell(content.map(FigureWords.owners) ?? ""),
      ReportCell(figures.isEmpty ? "－" : figures.joined(separator: "、")),
    ]
  }

  private var targets: ReportBlock {
    let columns = ["番号", "目標", "目標値", "期限", "実績", "分子", "分母", "数え方"]
    return .table(
      ReportTable(
        caption: "目標と定義",
        columns: columns.map { .words($0) },
        rows: plan.targets.map { target in
          [
            target.id.text, target.title, target.value.japanese, target.deadline.japanese,
            MeasureState.notReported.japanese, target.numerator, target.denominator ?? "－", target.counting,
          ].map { ReportCell($0) }
        }
      )
    )
  }

  /// How figures are counted and shown, for readers.
  static let rules = [
    "「未報告」は、この仕組みにまだ何も報告されていないことを示し、実施の有無を示すものではありません。",
    "再掲の行は、もとの取組の状態をそのまま示します。数には一度だけ入ります。",
    "率は小数第2位を四捨五入します。分母が10未満のときは率を示しません。",
    "組織の数値は、下位の組織を含みます。職員は、時点の日の本務の組織で数え、組織のない職員は特定事業主の合計にだけ入ります。",
    FigureWords.withheldNote,
  ]
}

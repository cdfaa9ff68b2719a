internal import CivilTime
internal import Indicators

/// 年次フォローアップの文書: a report as a sequence of parts, from which pages, print and Markdown are drawn.
package struct FollowUpDocument: Hashable, Sendable {
  /// What is reported.
  package let content: FollowUpContent
  /// Where it stands, such as its stage and the digest of what was frozen.
  package let standing: [(term: String, text: String)]

  /// A document.
  package init(content: FollowUpContent, standing: [(term: String, text: String)]) {
    self.content = content
    self.standing = standing
  }

  /// Whether both say the same.
  package static func == (left: FollowUpDocument, right: FollowUpDocument) -> Bool {
    left.content == right.content && left.standing.elementsEqual(right.standing) { $0 == $1 }
  }

  /// Hashes what is reported.
  package func hash(into hasher: inout Hasher) { hasher.combine(content) }

  private var plan: ActionPlan { content.plan }

  /// The heading.
  package var title: String { "\(plan.title)　\(content.year.japanese)フォローアップ" }

  /// How the measures and targets stand, in two Japanese sentences.
  package var summary: String {
    let counts = MeasureStatus.allCases.compactMap { status -> String? in
      let count = content.measures.count { $0.status == status }
      return count == 0 ? nil : "\(status.japanese)\(count)"
    }
    let reached = content.targets.count { $0.verdict == .reached }
    let judged = content.targets.count { $0.verdict != .unknown }
    return """
      \(content.measures.count)の取組のうち、\(counts.joined(separator: "、"))です。\
      \(content.targets.count)の目標のうち、判定できるものは\(judged)、達成は\(reached)です。
      """
  }

  var blocks: [ReportBlock] {
    let end: [ReportBlock] = [.heading("数え方と表示のきまり"), .list(Self.rules)]
    return [.facts(frame)] + notices + targets + measures + figures + end
  }

  private var frame: [ReportFact] {
    let basis = plan.legalBasis.map { basis in
      let number = basis.number.map { number in "（\(number)）" } ?? ""
      return "\(basis.act)\(number)\(basis.article)"
    }
    let from = plan.period.from.map(\.japaneseWithoutWeekday) ?? ""
    let version = "\(plan.code) 第\(plan.edition)版（SHA-256 \(content.version.digest)）"
    let day: String = content.asOf.map { "\($0.japaneseWithoutWeekday)まで" } ?? "まだ数値がありません"
    let head = [
      ReportFact("年度", content.year.japanese), ReportFact("数値の時点", day),
      ReportFact("作成日", content.madeOn.japaneseWithoutWeekday),
    ]
    let stage = standing.map { ReportFact($0.term, $0.text) }
    return head + stage + [
      ReportFact("特定事業主", plan.employers.map(\.name).joined(separator: "、")),
      ReportFact("根拠", basis.joined(separator: "、")),
      ReportFact("計画期間", "\(from)〜\(plan.period.until.japaneseWithoutWeekday)"),
      ReportFact("計画データ", version),
    ]
  }

  /// That the plan's period is over, when the year lies beyond it.
  private var notices: [ReportBlock] {
    guard plan.period.until < content.year.firstDay else { return [] }
    let end = plan.period.until.japaneseWithoutWeekday
    return [.paragraph("計画期間は\(end)に終わりました。次の計画が登録されるまで、同じ取組を続けて記録しています。")]
  }

  private var figures: [ReportBlock] {
    guard !content.figures.isEmpty else { return [] }
    return [.heading("記録から計算した数値")] + content.figures.flatMap(ReportedTables.figure)
      + [.paragraph(FigureWords.withheldNote)]
  }

  /// How figures are counted and shown, for readers.
  static let rules = [
    "「未報告」は、この仕組みにまだ何も報告されていないことを示し、実施の有無を示すものではありません。",
    "再掲の行は、もとの取組の状態をそのまま示します。数には一度だけ入ります。",
    "「実施」は、済んだ数÷（対象の数−対象外とした数）です。対象外は理由を付けて記録しています。",
    "率は小数第2位を四捨五入します。判定は四捨五入の前の数値で行います。分母が10未満のときは率を示しません。",
    "空欄や「－」は、数値がないことを示します。0とは違います。",
    FigureWords.withheldNote,
  ]
}

extension FollowUpDocument {
  private var targets: [ReportBlock] {
    guard !plan.targets.isEmpty else { return [] }
    let columns = ["番号", "目標", "目標値", "期限", "実績", "時点", "判定", "目標との差"]
    let table = ReportTable(
      caption: "目標と実績",
      columns: columns.map { .words($0) },
      rows: plan.targets.map(row)
    )
    let definitions = ReportTable(
      caption: "目標の定義",
      columns: ["番号", "分子", "分母", "数え方"].map { .words($0) },
      rows: plan.targets.map { target in
        [target.id.text, target.numerator, target.denominator ?? "－", target.counting].map { ReportCell($0) }
      }
    )
    return [.heading("目標"), .table(table)] + plan.targets.flatMap(remarks) + [.table(definitions)]
  }

  private func row(_ target: Target) -> [ReportCell] {
    let line = content.target(target.id)
    let judged = line?.judged
    let amount: String = judged.map { ReportedWords.amount($0.amount, of: target) } ?? "－"
    let day: String = judged.map(ReportedWords.day) ?? "－"
    let verdict = (line?.verdict ?? .unknown).japanese
    let head = [target.id.text, target.title, target.value.japanese, target.deadline.japanese]
    return (head + [amount, day, verdict, line?.distance ?? ""]).map { ReportCell($0) }
  }

  /// What else is known of a target: other definitions, employers, and the secretariat's words.
  private func remarks(_ target: Target) -> [ReportBlock] {
    guard let line = content.target(target.id) else { return [] }
    let figures = line.byEmployer + line.others
    var facts = figures.map { figure in
      let amount = ReportedWords.amount(figure.amount, of: target)
      let counted = "\(figure.definition) 第\(figure.definitionVersion)版、\(ReportedWords.day(figure))"
      return ReportFact(figure.place.japanese, "\(amount)（\(counted)）")
    }
    if let change = line.methodChange { facts.append(ReportFact("数え方の変更", change)) }
    if let reason = line.reason { facts.append(ReportFact("理由", reason)) }
    if let analysis = line.analysis { facts.append(ReportFact("分析と対応", analysis)) }
    return facts.isEmpty ? [] : [.subheading("\(target.id) \(target.title)"), .facts(facts)]
  }
}

extension FollowUpDocument {
  private var measures: [ReportBlock] {
    [.heading("取組の状況")]
      + plan.chapters.flatMap { chapter in
        [chapterTable(chapter)] + chapter.items.flatMap(\.measures).flatMap(report)
      }
  }

  private func chapterTable(_ chapter: Chapter) -> ReportBlock {
    let columns = ["番号", "取組", "状態", "実施", "対象外", "期限超過", "報告", "最後の動き", "担当"]
    return .table(
      ReportTable(
        caption: "第\(chapter.id)章 \(chapter.title)",
        columns: columns.map { .words($0) },
        rows: chapter.items.flatMap(\.measures).map(row)
      )
    )
  }

  private func row(_ measure: Measure) -> [ReportCell] {
    let measureContent = plan.content(of: measure.id)
    let line = content.measure(measure.id)
    let repeated = measure.aliasOf.map { original in "（\(original)の再掲）" } ?? ""
    let state = (line?.status ?? .notStarted).japanese + (line?.isStale == true ? "（90日以上動きなし）" : "")
    let coverage = line?.coverage
    let done: String = coverage.map(ReportedWords.coverage) ?? "－"
    let excused: String = coverage.map { "\($0.excused)" } ?? "－"
    let overdue: String = coverage.map { "\($0.overdue)" } ?? "－"
    let reports: String = line.map(ReportedWords.reports) ?? "－"
    let last: String = line?.lastActivity?.japaneseShort ?? "－"
    let owners: String = measureContent.map(FigureWords.owners) ?? ""
    let title = "\(measureContent?.title ?? "")\(repeated)"
    let texts = [title, state, done, excused, overdue, reports, last, owners]
    return [ReportCell(measure.id.text, measure: measure.id)] + texts.map { ReportCell($0) }
  }

  /// What the secretariat has written of a measure, below the table of its chapter.
  private func report(_ measure: Measure) -> [ReportBlock] {
    guard measure.aliasOf == nil, let line = content.measure(measure.id) else { return [] }
    var facts: [ReportFact] = []
    if let stopped = line.stopped { facts.append(ReportFact("中止の理由", stopped)) }
    if let done = line.done { facts.append(ReportFact("実施したこと", done)) }
    if let next = line.next { facts.append(ReportFact("次の取組", next)) }
    guard !facts.isEmpty else { return [] }
    return [.subheading("\(measure.id) \(measure.ownContent?.title ?? "")"), .facts(facts)]
  }
}

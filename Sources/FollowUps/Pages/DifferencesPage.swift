internal import CivilTime
internal import Markup
internal import Plan
internal import Site

/// 前年度との違い: where the reports of two years say different things.
struct DifferencesPage: Sendable {
  let last: FollowUpContent
  let this: FollowUpContent

  private var differences: [ReportDifference] { ReportComparison.betweenYears(last, this) }

  var content: PageContent {
    PageContent(
      title: "\(last.year.japanese)から\(this.year.japanese)への違い",
      breadcrumbs: [
        Breadcrumb("取組と指標", ReportPaths.plan(this.year)),
        Breadcrumb("\(this.year.japanese)の年次フォローアップ", ReportPaths.report(this.year)),
      ],
      lead: "状態と数値が変わったものを並べます。記入した文は比べません。",
      printing: .landscape,
      body: edition + part("targets", "目標", isTarget) + part("measures", "取組", isMeasure) + indicators
    )
  }

  private var edition: HTML {
    guard last.version.id != this.version.id else { return .empty }
    return Panels.notice(
      .information,
      "計画の版が違います（第\(last.plan.edition)版と第\(this.plan.edition)版）。番号が変わった取組は、新しい番号で比べています。"
    )
  }

  private func isTarget(_ difference: ReportDifference) -> Bool {
    TargetID(difference.subject).map { this.plan.target($0) ?? last.plan.target($0) } ?? nil != nil
  }

  private func isMeasure(_ difference: ReportDifference) -> Bool {
    !isTarget(difference) && !isIndicator(difference)
  }

  private func isIndicator(_ difference: ReportDifference) -> Bool {
    this.figure(difference.subject) != nil || last.figure(difference.subject) != nil
  }

  private func part(_ id: String, _ title: String, _ takes: (ReportDifference) -> Bool) -> HTML {
    let rows = differences.filter(takes)
    guard !rows.isEmpty else {
      return Panels.section(title, body: Panels.emptyState("変わったものはありません", "二つの年度の報告で、\(title)の状態と数値は同じです。"))
    }
    return Panels.fold(
      title,
      level: .section,
      sum: "<span>\(rows.count)件</span>",
      body: table(id, title, rows)
    )
  }

  /// Figures are many: those of each indicator unfold on their own.
  private var indicators: HTML {
    let subjects = differences.filter(isIndicator).reduce(into: [String]()) { subjects, difference in
      if subjects.last?.utf8.elementsEqual(difference.subject.utf8) != true,
        !subjects.contains(difference.subject)
      {
        subjects.append(difference.subject)
      }
    }
    guard !subjects.isEmpty else { return .empty }
    let folds = subjects.enumerated().map { place, subject in
      let rows = differences.filter { $0.subject.utf8.elementsEqual(subject.utf8) }
      return Panels.fold(
        title(subject),
        sum: "<span>\(rows.count)件</span>",
        body: table("indicator-\(place)", title(subject), rows)
      )
    }
    return Panels.fold(
      "記録から計算した数値",
      level: .section,
      sum: "<span>\(subjects.count)の指標</span>",
      body: HTML(folds)
    )
  }

  private func table(_ id: String, _ caption: String, _ rows: [ReportDifference]) -> HTML {
    let words = DifferenceWords(employers: last.plan.employers + this.plan.employers)
    return DataTable.draw(
      id: id,
      caption: "\(caption)で変わったもの",
      columns: [
        .init("番号", .rowHeader), .init("名前"), .init("項目", .word), .init("範囲・数え方"),
        .init(last.year.japanese, .word), .init(this.year.japanese, .word),
      ],
      rows: rows.map { difference in
        [
          .text(difference.subject), .text(title(difference.subject)), .text(difference.detail.japanese),
          difference.place.map { .text(words.place($0)) } ?? .none,
          difference.before.map { .text($0) } ?? .none, difference.after.map { .text($0) } ?? .none,
        ]
      },
      note: "「－」は、その年度の報告にないことを示します。0とは違います。",
      density: .dense,
      narrow: .stacks
    )
  }

  private func title(_ subject: String) -> String {
    if let figure = this.figure(subject) ?? last.figure(subject) { return figure.title }
    if let id = TargetID(subject), let target = this.plan.target(id) ?? last.plan.target(id) {
      return target.title
    }
    let id = MeasureID(subject)
    return id.flatMap { this.plan.content(of: $0) ?? last.plan.content(of: $0) }?.title ?? ""
  }
}

/// The place of a figure in words: facts bear codes of employers, which outlive a change of name.
struct DifferenceWords {
  let employers: [PlanEmployer]

  /// `soumu 課長級に占める女性 2025` as 総務省、課長級に占める女性（令和7年度の数値）.
  func place(_ text: String) -> String {
    let parts = text.unicodeScalars.split(separator: " ").map { String($0) }
    guard let code = parts.first else { return text }
    let year = parts.dropFirst().last.flatMap(Self.year)
    let rest = parts.dropFirst().dropLast(year == nil ? 0 : 1).joined(separator: " ")
    let note = year.map { "（\($0.japanese)の数値）" } ?? ""
    guard let name = name(code) else { return text }
    let isOwnName = rest.utf8.isEmpty || rest.utf8.elementsEqual(name.utf8)
    return (isOwnName ? name : "\(name)、\(rest)") + note
  }

  private func name(_ code: String) -> String? {
    if code.utf8.elementsEqual("all".utf8) { return "全体" }
    return employers.last { $0.code.utf8.elementsEqual(code.utf8) }?.name
  }

  private static func year(_ text: String) -> FiscalYear? {
    text.utf8.count == 4 ? Int(text).map { FiscalYear(startYear: $0) } : nil
  }
}

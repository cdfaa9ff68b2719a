internal import CivilTime
internal import Markup
internal import Plan
internal import Site
internal import Store

/// 年次フォローアップ: the report of a year with its stage, to read, print, save, and take further.
struct ReportPage: Sendable {
  let report: ReadReport
  /// The snapshot that was asked for by number; nil for the report as its stage has it.
  let asked: RecordID<ReportSnapshot>?
  /// Whether the reader is of the secretariat, which writes and moves the report and may know who did.
  let isSecretariat: Bool
  let today: CivilDate
  let token: String
  var faults: [FormFault] = []
  var entered = FormFields.empty

  private var year: FiscalYear { report.content.year }
  private var standing: ReportStanding { report.standing }

  var content: PageContent {
    let document = report.document
    return PageContent(
      title: "\(year.japanese)の年次フォローアップ",
      breadcrumbs: [Breadcrumb("取組と指標", ReportPaths.plan(year))],
      lead: "\(document.summary)",
      faults: faults,
      printing: .landscape,
      body: stage + files + work + FollowUpHTML.page(document)
    )
  }

  private var stage: HTML {
    let titles = ReportStage.allCases.filter { $0 != .corrected }.map(\.japanese)
    let place = ReportStage.allCases.firstIndex(of: standing.stage) ?? 0
    let steps = Panels.steps(titles, current: min(place + 1, titles.count))
    return steps + frozenNotice + history
  }

  /// What the reader sees when it is not the report as it stands.
  private var frozenNotice: HTML {
    guard asked != nil, report.snapshot?.id != standing.snapshot else { return .empty }
    return Panels.notice(
      .information,
      "以前に凍結した版です。",
      body: "<p><a\(href: ReportPaths.report(year))>いまの版を見る</a></p>"
    )
  }

  private var history: HTML {
    guard !standing.steps.isEmpty else { return .empty }
    let events = standing.steps.reversed().map { step -> Panels.Event in
      let note: HTML = step.note.map { "：\($0)" } ?? .empty
      let link: HTML =
        step.snapshot.map { "（<a\(href: ReportPaths.snapshot(year, $0))>凍結した版</a>）" } ?? .empty
      return Panels.Event(
        when: "\(step.day.japaneseWithoutWeekday)（記録 \(OfficeZone.dateTimeText(step.at))）",
        who: isSecretariat ? step.by ?? "" : "推進事務局",
        what: "\(step.stage.japanese)\(note)\(link)"
      )
    }
    return Panels.details("段階の履歴（\(standing.steps.count)件）", body: Panels.history(Array(events)))
  }

  private var files: HTML {
    // The files are of the version that stands, not of an older one.
    guard asked == nil else { return .empty }
    let before = year.advanced(by: -1)
    return Panels.actions([
      Buttons.link("印刷用（HTML）", to: ReportPaths.file(year, .html), size: .small),
      Buttons.link("Markdown", to: ReportPaths.file(year, .markdown), size: .small),
      Buttons.link("数値（CSV）", to: ReportPaths.file(year, .csv), size: .small),
      Buttons.link("JSON", to: ReportPaths.file(year, .json), size: .small),
      Buttons.link("前年度との違い", to: ReportPaths.differences(year), size: .small),
      Buttons.link("\(before.japanese)", to: ReportPaths.report(before), size: .small),
    ])
  }
}

extension ReportPage {
  /// What the secretariat does with the report.
  private var work: HTML {
    guard isSecretariat, asked == nil else { return .empty }
    return moves + writing
  }

  private var moves: HTML {
    let possible = ReportMove.allCases.filter { $0.stage(from: standing.stage) != nil }
    let needsNote = possible.contains(where: \.needsNote)
    let note: HTML =
      needsNote
      ? Fields.textArea(
        "note",
        label: "理由",
        need: .optional,
        hint: "下書きに戻すとき、訂正するときは必ず入力します。報告の履歴に載ります。",
        value: entered.first("note") ?? "",
        faults: faults,
        rows: 2
      ) : .empty
    let day = Fields.date(
      "day",
      label: "扱った日",
      hint: "会議の日、公表の日など。例：\(today.japaneseWithoutWeekday)",
      value: entered.first("day") ?? today.japaneseWithoutWeekday,
      faults: faults
    )
    let buttons = possible.map { move in
      Buttons.submit(
        label(move),
        style: move == .forward ? .primary : .secondary,
        name: "move",
        value: move.rawValue
      )
    }
    let form = Forms.form(
      action: ReportPaths.step(year),
      token: token,
      actions: buttons,
      content: day + note + Fields.hidden("seen", value: "\(standing.steps.count)")
    )
    return Panels.section("段階を進める", id: "move", body: "<p>\(advice)</p>\(form)")
  }

  private func label(_ move: ReportMove) -> String {
    switch move {
    case .forward: "「\(move.stage(from: standing.stage)?.japanese ?? "")」へ進める"
    case .back: "下書きに戻す"
    case .correct: "訂正して公表する"
    }
  }

  private var advice: String {
    switch standing.stage {
    case .draft: "進めると、いまの数値と記入を凍結します。凍結した後に記録が変わっても、報告の数値は変わりません。"
    case .secretariat, .committee, .council: "数値と記入は凍結しています。直すときは下書きに戻してください。"
    case .published, .corrected:
      "公表した版は変わりません。誤りがあれば記入を直し、「訂正して公表する」で新しい版を作ります。前の版も残ります。"
    }
  }

  private var writing: HTML {
    guard standing.stage.allowsWriting else { return .empty }
    let content = report.content
    let measures = content.measures.map { line -> DataTable.Row in
      let title = content.plan.content(of: line.id)?.title ?? ""
      let subject = ReportSubject.measure(line.id)
      return [
        .link(line.id.text, to: ReportPaths.subject(year, subject)), .text(title),
        .text(line.status.japanese),
        .text(mark(line.done)), .text(mark(line.next)),
      ]
    }
    let targets = content.targets.map { line -> DataTable.Row in
      let title = content.plan.target(line.id)?.title ?? ""
      let subject = ReportSubject.target(line.id)
      return [
        .link(line.id.text, to: ReportPaths.subject(year, subject)), .text(title),
        .text(line.verdict.japanese),
        .text(mark(line.reason)), .text(mark(line.analysis)),
      ]
    }
    let first = table("write-targets", "目標", ["判定", "理由", "分析と対応"], targets)
    let second = table("write-measures", "取組", ["状態", "実施したこと", "次の取組"], measures)
    let lists = Panels.details("目標と取組に記入する", body: first + second)
    return "<div class=\"on-screen\">\(lists)</div>"
  }

  private func table(_ id: String, _ caption: String, _ heads: [String], _ rows: [DataTable.Row]) -> HTML {
    DataTable.draw(
      id: id,
      caption: "\(caption)の記入",
      columns: [.init("番号", .rowHeader), .init(caption)] + heads.map { .init($0, .word) },
      rows: rows,
      density: .dense
    )
  }

  private func mark(_ text: String?) -> String { text == nil ? "－" : "記入あり" }
}

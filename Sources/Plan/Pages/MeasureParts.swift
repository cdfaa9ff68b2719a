internal import CivilTime
internal import Duties
internal import Evidence
internal import Indicators
internal import Markup
internal import Site

/// What a measure asks, of whom, and where it stands in the plan.
struct MeasureFacts {
  let sheet: MeasureSheet

  private var measure: MeasureContent { sheet.content }
  private var plan: ActionPlan { sheet.overview.plan }
  private var year: FiscalYear { sheet.overview.year }

  var all: [(term: String, value: HTML)] {
    var facts: [(term: String, value: HTML)] = [
      (term: "状態", value: StateTag.draw(sheet.state)), (term: "求められること", value: "\(measure.summary)"),
      (term: "計画での位置", value: "\(place)"), (term: "担当", value: "\(FigureWords.owners(measure))"),
      (term: "実施時期", value: "\(measure.phase.japanese)"), (term: "頻度", value: "\(cadence)"),
      (term: "実施を示すもの", value: "\(measure.evidence)"),
    ]
    if !measure.participants.isEmpty {
      facts.append((term: "参加する人", value: "\(measure.participants.map(\.japanese).joined(separator: "・"))"))
    }
    if let day = measure.dueDay(after: year) {
      facts.append((term: "期限", value: "\(FollowUpOutline.dueSentence(year, day))"))
    }
    if let note = measure.note { facts.append((term: "備考", value: "\(note)")) }
    if !related.isEmpty { facts.append((term: "関連する取組", value: links(related))) }
    let aliases = plan.aliases(of: sheet.original).map(\.id)
    if !aliases.isEmpty { facts.append((term: "再掲の行", value: links(aliases))) }
    return facts
  }

  /// The chapter and item under which the row stands.
  private var place: String {
    for chapter in plan.chapters {
      for item in chapter.items where item.measures.contains(where: { $0.id == sheet.row.id }) {
        return "第\(chapter.id)章 \(chapter.title)、\(item.id) \(item.title)"
      }
    }
    return ""
  }

  /// Those that it names and those that name it, in the plan's order.
  private var related: [MeasureID] {
    plan.originals.map(\.id).filter { id in
      measure.related.contains(id) || plan.content(of: id)?.related.contains(sheet.original) == true
    }
  }

  private var cadence: String {
    let note = measure.cadenceNote.map { note in "（\(note)）" } ?? ""
    return measure.cadence.japanese + note
  }

  private func links(_ ids: [MeasureID]) -> HTML {
    let links = ids.map { id -> HTML in
      let title = plan.content(of: id)?.title ?? ""
      return "<a\(href: Paths.measure(id, year))>\(id.text) \(title)</a>"
    }
    return HTML(links.enumerated().map { $0 == 0 ? $1 : "、" + $1 })
  }
}

/// The reports of a measure; of those about a person only how many there are.
struct SheetReports {
  let reports: [SheetReport]
  let year: FiscalYear
  let words: DutyWords
  let isReported: Bool

  var section: HTML {
    guard !reports.isEmpty else {
      guard !isReported else { return .empty }
      return Panels.section(
        "報告",
        body: Panels.emptyState("まだ報告されていません", "この取組で行ったことが報告されると、ここに並びます。")
      )
    }
    return Panels.section("報告", body: table + personal)
  }

  private var table: HTML {
    let shown = reports.filter { report in !report.entry.isAboutPerson }
    guard !shown.isEmpty else { return .empty }
    return DataTable.draw(
      id: "reports",
      caption: "\(year.japanese)の報告",
      columns: [
        .init("実施日", .rowHeader), .init("組織", .text), .init("種類", .word), .init("内容", .text),
        .init("数", .word), .init("状況", .word),
      ],
      rows: shown.map(row),
      narrow: .stacks
    )
  }

  private func row(_ report: SheetReport) -> DataTable.Row {
    let entry = report.entry
    return [
      .link(entry.heldOn.japaneseShort, to: "/evidence/\(entry.id)"), .text(report.place),
      .text(words.evidence(entry.kind)), .html(content(entry.content)), .text(amount(entry.content)),
      .text(standing(entry.standing)),
    ]
  }

  private func content(_ content: EvidenceEntry.Content?) -> HTML {
    guard let content else { return .empty }
    let text = content.text.unicodeScalars
    let short = String(String.UnicodeScalarView(text.prefix(80)))
    return "\(text.count > 80 ? "\(short)…" : short)"
  }

  private func amount(_ content: EvidenceEntry.Content?) -> String {
    switch (content?.quantity, content?.quantityOf) {
    case (let quantity?, let whole?): "\(FigureWords.grouped(quantity))／\(FigureWords.grouped(whole))"
    case (let quantity?, nil): FigureWords.grouped(quantity)
    case (nil, _): "－"
    }
  }

  private func standing(_ standing: EvidenceEntry.Standing) -> String {
    switch standing {
    case .current: "有効"
    case .corrected: "訂正済み"
    case .withdrawn: "取下げ"
    }
  }

  private var personal: HTML {
    guard reports.contains(where: \.entry.isAboutPerson) else { return .empty }
    return "<p class=\"hint\">職員一人ひとりについての報告は、内容を示さず、数だけを実施割合に入れています。</p>"
  }
}

/// The form with which the secretariat stops a measure for a year, or lets it go on.
struct DecisionForm: Sendable {
  let token: String
  let once: String
  let reason: String
  let faults: [FormFault]

  func section(_ sheet: MeasureSheet, _ year: FiscalYear) -> HTML {
    let isStopped = sheet.state.decision != nil
    let form = Forms.form(
      action: Paths.decision(sheet.original),
      token: token,
      once: once,
      actions: [Buttons.submit(isStopped ? "中止を取り消す" : "この年度は中止とする", style: .secondary)],
      content: Fields.hidden("year", value: "\(year.startYear)")
        + Fields.hidden("status", value: isStopped ? "resumed" : "stopped")
        + Fields.textArea(
          "reason",
          label: "理由",
          hint: "全職員に示します。個人の名前は書かないでください。",
          value: reason,
          faults: faults,
          rows: 3
        )
    )
    return Panels.section("推進事務局の決定", body: form)
  }
}

internal import CivilTime
internal import Markup
internal import People
internal import Site
internal import Store
internal import WorkingTimeRules

/// 申告の傾向: people in whose claims something was noticed; seen by the personnel authority and the auditor alone.
struct PatternsPage: Sendable {
  let units: [Fields.Choice]
  /// The unit chosen as it stands in the form.
  let unit: String
  let asked: PatternsAsked
  let found: [PersonPatterns]
  let notes: [RecordID<Employee>: [PatternNote]]

  private var query: String { "unit=\(unit)&\(asked.query)" }

  var content: PageContent {
    let falls = found.count { $0.patterns.contains { $0.kind == .fall } }
    return PageContent(
      title: "申告の傾向",
      lead: found.isEmpty
        ? "確かめたい傾向は見つかりません。" : "確かめたい傾向のある人が\(found.count)人います。うち申告の急な減少は\(falls)人です。",
      printing: .landscape,
      body: search + ways + list + note
    )
  }

  private var search: HTML {
    let kinds =
      [Fields.Choice("", "すべて")] + PatternKind.allCases.map { Fields.Choice($0.rawValue, $0.japanese) }
    return Forms.search(
      action: PresencePaths.patterns,
      content: Fields.select("unit", label: "組織", choices: units, need: .unmarked, value: unit)
        + Fields.select(
          "kind",
          label: "傾向",
          choices: kinds,
          need: .unmarked,
          value: asked.kind?.rawValue ?? ""
        )
        + Fields.text(
          "month",
          label: "最後の月",
          need: .unmarked,
          hint: "この月までの12か月を見ます。例：2026-10",
          value: asked.month.iso,
          width: .short
        )
    )
  }

  private var ways: HTML {
    Panels.actions([
      Buttons.link("CSVで保存", to: "\(PresencePaths.patternsFile)?\(query)", size: .small),
      Buttons.link("在庁と申告の突合CSV（最後の月）", to: "\(PresencePaths.match)?\(query)", size: .small),
    ])
  }

  private var list: HTML {
    guard !found.isEmpty else {
      return Panels.emptyState(
        "傾向は見つかりません",
        "申告の急な減少（在庁は変わらない）、同じ時刻で終わる申告、毎月同じ時間や割合の申告があると、ここに表示します。"
      )
    }
    return DataTable.draw(
      id: "patterns",
      caption: "確かめたい傾向",
      columns: [
        .init("氏名", .rowHeader), .init("傾向", .word), .init("確かめること", .text), .init("確認の記録", .text),
      ],
      rows: found.map(row),
      narrow: .stacks
    )
  }

  private func row(_ one: PersonPatterns) -> DataTable.Row {
    let tags = one.kinds.map { StatusTag.draw($0.japanese, tone: $0 == .fall ? .alarm : .attention) }
    let questions = one.patterns.map { "<p>\($0.question)</p>" as HTML }
    let newest = notes[one.person.id]?.last
    let told =
      newest.map { "\($0.outcome.japanese)（\(OfficeZone.date(of: $0.at).japaneseShort)）" } ?? "まだありません"
    return [
      .link(one.person.name, to: PresencePaths.person(one.person.id, through: asked.month)),
      .html(HTML(tags)),
      .html(HTML(questions)), .text(told),
    ]
  }

  private var note: HTML {
    """
    <p class="hint">傾向は、申告が実際と違うと言うものではなく、確かめるきっかけです。基準はこのシステムのものです。人事担当（その特定事業主）と監査だけが見ます。\
    組織の長や本人には表示しません。自分自身の傾向も表示しません。管理職の日は除きます。長さだけの申告は、終業に続くものとみます。</p>
    """
  }
}

/// One person's patterns: the months behind them, whom was asked, and what came of it.
struct PersonPatternsPage: Sendable {
  let shown: PersonPatterns
  let notes: [PatternNote]
  let month: YearMonth
  let token: String
  let once: String
  var faults: [FormFault] = []
  var entered = FormFields.empty

  var content: PageContent {
    PageContent(
      title: "\(shown.person.name) 申告の傾向",
      breadcrumbs: [Breadcrumb("申告の傾向", PresencePaths.patterns)],
      lead: shown.patterns.isEmpty
        ? "この12か月に、確かめたい傾向は見つかりません。" : "確かめたい傾向が\(shown.patterns.count)件あります。",
      faults: faults,
      body: questions + months + history + form
    )
  }

  private var questions: HTML {
    guard !shown.patterns.isEmpty else { return .empty }
    let items = shown.patterns.map { pattern -> HTML in
      let tag = StatusTag.draw(pattern.kind.japanese, tone: pattern.kind == .fall ? .alarm : .attention)
      return "<li>\(tag) \(pattern.question)</li>"
    }
    return Panels.section("確かめること", body: "<ul>\(items)</ul>")
  }

  private var months: HTML {
    DataTable.draw(
      id: "months",
      caption: "月ごとの在庁と申告",
      columns: [
        .init("月", .rowHeader), .init("正規の外の在庁", .number), .init("申告", .number), .init("差", .number),
      ],
      rows: shown.months.map { month in
        [
          .text(month.month.japanese), .text("\(month.presence)"), .text("\(month.claimed)"),
          .text("\(month.presence - month.claimed)"),
        ]
      },
      note: DayParts.note
    )
  }

  private var history: HTML {
    guard !notes.isEmpty else { return .empty }
    let events = notes.map { note in
      Panels.Event(
        when: OfficeZone.dateTimeText(note.at),
        who: note.author,
        what: "\(note.outcome.japanese)　聞いた相手：\(note.asked)　\(note.words)"
      )
    }
    return Panels.section("確認の記録", body: Panels.history(events))
  }

  private var form: HTML {
    let fields = [
      Fields.text(
        "asked",
        label: "だれに聞いたか",
        hint: "例：本人、本人と前任の課長",
        value: entered.first("asked") ?? "",
        faults: faults
      ),
      Fields.radios(
        "outcome",
        label: "結果",
        choices: PatternNote.Outcome.allCases.map { Fields.Choice($0.rawValue, $0.japanese) },
        value: entered.first("outcome") ?? "",
        faults: faults
      ),
      Fields.textArea(
        "words",
        label: "分かったこと",
        hint: "前の記録は消えず、並べて残ります。",
        value: entered.first("words") ?? "",
        faults: faults,
        rows: 4
      ),
    ]
    let form = Forms.form(
      action: PresencePaths.note(shown.person.id),
      token: token,
      once: once,
      actions: [Buttons.submit("確認の記録を加える")],
      content: HTML(fields)
    )
    return Panels.section("確認を記録する", id: "note", body: form)
  }
}

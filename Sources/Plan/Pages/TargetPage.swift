internal import CivilTime
internal import Indicators
internal import Markup
internal import Site

/// 目標: its value, where it stands, how it went over the years, and how every number of it is counted.
struct TargetPage {
  let shown: TargetFollowUp
  /// The ways to the rows behind figures that the reader may open.
  let links: RowLinks

  private var target: Target { shown.target }
  private var year: FiscalYear { shown.year }
  private var judged: TargetFigure? { shown.standing.judged }

  var content: PageContent {
    PageContent(
      title: "\(target.id) \(target.title)",
      breadcrumbs: [Breadcrumb("取組と指標", Paths.home(year))],
      lead: lead,
      printing: .landscape,
      body: [
        search, changes, bar, Panels.keyValues(facts), trend, tables.definitions, tables.employers, origins,
      ]
      .reduce(.empty, +)
    )
  }

  private var tables: TargetTables { TargetTables(shown: shown, links: links) }

  private var lead: HTML {
    guard let judged else {
      return "\(TargetFigureWords.year(year, of: target))は、まだ数字がありません。目標値は\(target.value.japanese)です。"
    }
    let amount = TargetFigureWords.amount(judged.amount, of: target)
    let day = TargetFigureWords.asOf(judged)
    let stand: HTML =
      switch shown.standing.distance {
      case .reached: "目標の\(target.value.japanese)を達成しています"
      case .noFigure, .withheld, .tooFew: "目標値は\(target.value.japanese)です"
      case .points, .units, .notInPlace:
        "目標の\(target.value.japanese)にはまだ届いていません（\(shown.standing.distance.japanese)）"
      }
    return "\(TargetFigureWords.year(judged.year, of: target))は\(amount)で、\(stand)。\(day)の数値です。"
  }

  private var search: HTML {
    let field = Fields.select(
      "year",
      label: "年度",
      choices: shown.years.map { .init("\($0.startYear)", $0.japanese) },
      need: .unmarked,
      value: "\(year.startYear)"
    )
    return Forms.search(action: "/plan/targets/\(target.id)", submit: "表示する", content: field)
  }

  /// A change in the way of counting is told before anything that compares years.
  private var changes: HTML {
    let told = shown.definitions.flatMap { definition in
      definition.methodChanges.map { change in
        "\(definition.title)：\(change.from.japanese)から、\(change.what)" as String
      }
    }
    guard shown.ownRuns.count > 1 || !told.isEmpty else { return .empty }
    let items = told.map { "<li>\($0)</li>" as HTML }
    let list: HTML = items.isEmpty ? .empty : "<ul>\(items)</ul>"
    return Panels.notice(
      .warning,
      "途中で数え方が変わっています",
      body: "<p>変わる前と後の数値は、そのまま比べられません。推移の線はつないでいません。</p>\(list)"
    )
  }

  private var bar: HTML {
    guard let judged, let milli = judged.amount.milli(of: target) else { return .empty }
    let chart = TargetBar(
      value: milli,
      target: .init(goal, "目標 \(goalText)"),
      side: target.value.direction == .atMost ? .atMost : .atLeast,
      voice: .described(
        id: "target-bar",
        title: "\(target.title)の目標と数値",
        description:
          "数値は\(TargetFigureWords.amount(judged.amount, of: target))、目標は\(goalText)です。\(shown.standing.distance.japanese)。"
      )
    )
    return """
      <figure class="limit-figure"><figcaption><span class="figure-title">\
      \(TargetFigureWords.year(judged.year, of: target))の数値</span><span class="figure-value">\
      \(TargetTables.amount(milli, of: target))</span></figcaption>\(chart.svg)</figure>
      """
  }

  /// What the figure is held against, in thousandths of what the figure is in.
  private var goal: Int { target.judgedMilli }

  private var goalText: String { target.judgedText }

  private var facts: [(term: String, value: HTML)] {
    let tone: StatusTag.Tone =
      switch shown.standing.distance.isReached {
      case true?: .success
      case false?: .attention
      case nil: .neutral
      }
    let links = target.measures.map {
      "<a class=\"word\"\(href: Paths.measure($0, year))>\($0.text)</a>" as HTML
    }
    var facts: [(term: String, value: HTML)] = [
      (term: "目標との差", value: StatusTag.draw(shown.standing.distance.japanese, tone: tone)),
      (term: "目標値", value: "\(target.value.japanese)"), (term: "期限", value: "\(target.deadline.japanese)"),
      (term: "取組", value: HTML(links.enumerated().map { $0 == 0 ? $1 : "、" + $1 })),
      (term: "分子", value: "\(target.numerator)"),
      (term: "分母", value: "\(target.denominator ?? "なし（数だけを数えます）")"),
      (term: "数え方", value: "\(target.counting)"), (term: "判定のしかた", value: "\(judgement)"),
      (term: "定義の版", value: "第\(target.definition)版"),
    ]
    facts += target.notes.map { note in (term: "備考", value: "\(note)") }
    return facts
  }

  private var judgement: String {
    let late =
      target.deadline.lastDay.map { day in
        FiscalYear(containing: day) < year
          ? "期限の\(FiscalYear(containing: day).japanese)の数値で判定します。その後の数値は「期限後の数値」です。" : ""
      } ?? ""
    switch target.judged {
    case .value: return "数値そのものを目標値と比べます。丸める前の数で判定します。\(late)"
    case .share(let percent): return "目標値は一件ごとの下限です。守られた割合が\(percent)％かどうかで判定します。\(late)"
    case .complete: return "分子と分母が等しくなったかどうかで判定します。\(late)"
    }
  }

  private var trend: HTML {
    let chart = TargetChart(shown: shown).figure
    guard !chart.isEmpty || !tables.yearRows.isEmpty || !shown.references.isEmpty else {
      return Panels.section(
        "推移",
        body: Panels.emptyState("推移はまだありません", "数値が計算されるか取り込まれると、年ごとの推移をここに表示します。")
      )
    }
    return Panels.section("推移", body: chart + tables.years)
  }

  /// Where the judged number comes from, and everything that was imported.
  private var origins: HTML {
    let computed = shown.definitions.map { definition in
      Panels.details("この数値の由来：\(definition.title)", body: tables.origin(definition))
    }
    let imported: HTML =
      shown.imported.isEmpty ? .empty : Panels.details("取り込んだ数値の履歴", body: tables.imports)
    return Panels.section("数値の由来", body: HTML(computed) + imported)
  }
}

extension Target {
  /// What a figure is held against, in thousandths of what the figure is in.
  var judgedMilli: Int {
    switch judged {
    case .value: value.milli
    case .share(let percent): percent * 1_000
    case .complete: 100_000
    }
  }

  /// What a figure is held against, in words.
  var judgedText: String {
    switch judged {
    case .value: value.japanese
    case .share(let percent): "\(percent)％以上"
    case .complete: "100％"
    }
  }
}

internal import CivilTime
internal import Indicators
internal import Markup
internal import People
internal import Site

/// The tables of a target's page.
struct TargetTables {
  let shown: TargetFollowUp
  let links: RowLinks

  private var target: Target { shown.target }

  /// Thousandths with their unit: rates with one decimal as everywhere, others as they are.
  static func amount(_ milli: Int, of target: Target) -> String {
    guard target.countsShare else { return MilliText.text(milli) + target.value.unit.japanese }
    let tenths = (max(milli, 0) + 50) / 100
    return "\(FigureWords.grouped(tenths / 10)).\(tenths % 10)％"
  }

  /// Own figures, published ones that can be followed over years, and on demand those of one year alone.
  var years: HTML {
    let rest = shown.references.flatMap { series in
      series.figures.filter { !series.isLine($0.body) }.map { row($0, series) }
    }
    let more: HTML =
      rest.isEmpty
      ? .empty
      : Panels.details(
        "一年だけの公表値（機関別など\(rest.count)件）",
        body: table("single-years", caption: "一年だけの公表値", rest)
      )
    return table("years", caption: "年ごとの数値と、ほかの機関の公表値", yearRows) + more
  }

  private func table(_ id: String, caption: String, _ rows: [DataTable.Row]) -> HTML {
    DataTable.draw(
      id: id,
      caption: caption,
      columns: [
        .init("系列", .rowHeader), .init("年", .word), .init("時点", .word), .init("値", .number),
        .init("分子／分母", .word), .init("確かさ", .word), .init("出典", .text),
      ],
      rows: rows,
      note: "<p>公表値は、数え方がこの計画と同じとは限りません。出典で確かめてください。\(FigureWords.withheldNote)</p>",
      density: .dense,
      narrow: .stacks
    )
  }

  var yearRows: [DataTable.Row] {
    let own = shown.ownPoints.map { point -> DataTable.Row in
      [
        .text("この計画の数値"), .text(TargetFigureWords.year(point.year, of: target)),
        .text(point.asOf.japaneseWithoutWeekday), .text(Self.amount(point.milli, of: target)), .none,
        .text(shown.target.source == .imported ? "取り込んだ数値" : "記録から計算"),
        .text(point.definition.words),
      ]
    }
    return own
      + shown.references.flatMap { series in
        series.figures.filter { series.isLine($0.body) }.map { row($0, series) }
      }
  }

  private func row(_ figure: ReferenceFigure, _ series: ReferenceSeries) -> DataTable.Row {
    let note = figure.note.isEmpty ? "" : "（\(figure.note)）"
    let source: HTML = """
      <a\(attribute: "href", figure.address) rel="noopener noreferrer">\(figure.source)</a>\(note)
      """
    return [
      .text("\(series.title)（\(figure.body)）"), .text(figure.yearText),
      .text(figure.asOf?.japaneseWithoutWeekday ?? "－"),
      .text("\(MilliText.text(figure.valueMilli))\(series.unit)"),
      .text(figure.ratio.map(Self.parts) ?? "－"), .text(figure.certainty.japanese), .html(source),
    ]
  }

  private static func parts(_ ratio: Ratio) -> String {
    "\(FigureWords.grouped(ratio.numerator))／\(FigureWords.grouped(ratio.denominator))"
  }

  /// The numbers of the year that bear the same name, each with its own definition.
  var definitions: HTML {
    let figures = [shown.standing.judged].compactMap { $0 } + shown.standing.others
    guard !figures.isEmpty else { return .empty }
    let table = DataTable.draw(
      id: "definitions",
      caption: "同じ目標についての数値と、それぞれの定義",
      columns: [
        .init("数え方", .rowHeader), .init("判定", .word), .init("年", .word), .init("数値", .text),
        .init("時点", .text), .init("分子", .text), .init("分母", .text), .init("出所", .text),
      ],
      rows: figures.enumerated().map { place, figure in row(figure, isFirst: place == 0) },
      note: "<p>数え方の違う数値は、足したり、線でつないだり、混ぜたりしません。</p>",
      narrow: .stacks
    )
    return Panels.section("定義を並べて見る", body: table)
  }

  private func row(_ figure: TargetFigure, isFirst: Bool) -> DataTable.Row {
    let isJudged = isFirst && shown.standing.judged != nil
    let role = isJudged ? "判定に使います" : figure.year > target.judgedYear(shown.year) ? "期限後の数値" : "参考"
    let definition = shown.definitions.first { .computed(indicator: $0.id) == figure.origin }
    return [
      .text(figure.definition.words), .text(role), .text(TargetFigureWords.year(figure.year, of: target)),
      .html(links.number(TargetFigureWords.amount(figure.amount, of: target), definition?.id, figure.year)),
      .text(TargetFigureWords.asOf(figure)), .text(definition?.numerator ?? target.numerator),
      .text(definition?.denominator ?? target.denominator ?? "－"), .text(figure.origin.words),
    ]
  }

  var employers: HTML {
    let figures = shown.standing.byEmployer
    guard !figures.isEmpty else { return .empty }
    let table = DataTable.draw(
      id: "employers",
      caption: "特定事業主ごとの数値",
      columns: [
        .init("特定事業主", .rowHeader), .init("年", .word), .init("数値", .text), .init("時点", .text),
        .init("目標との差", .text),
      ],
      rows: figures.map { figure in
        [
          .text(figure.employer?.name ?? ""), .text(TargetFigureWords.year(figure.year, of: target)),
          .text(TargetFigureWords.amount(figure.amount, of: target)), .text(TargetFigureWords.asOf(figure)),
          .text(TargetDistance.of(target, figure.amount).japanese),
        ]
      },
      note: "<p>\(FigureWords.withheldNote)</p>",
      narrow: .stacks
    )
    return Panels.section("特定事業主ごと", body: table)
  }

  /// What an indicator is, and what it came to year by year.
  func origin(_ definition: Indicator.Definition) -> HTML {
    let facts: [(term: String, value: HTML)] = [
      (term: "分子", value: "\(definition.numerator)"), (term: "分母", value: "\(definition.denominator)"),
      (term: "出典", value: "\(definition.source)"), (term: "方法の版", value: "\(definition.methodVersion)"),
      (term: "注意", value: "\(definition.caution ?? "なし")"),
    ]
    let points = shown.yearly(definition)
    guard !points.isEmpty else {
      return Panels.keyValues(facts) + "<p>\(FigureWords.asOf(nil))。</p>"
    }
    let table = DataTable.draw(
      id: "history-\(place(of: definition))",
      caption: "\(definition.title)のこれまで",
      columns: [
        .init("年度", .rowHeader), .init("時点", .word), .init("値", .number), .init("方法の版", .number),
      ],
      rows: points.map { point in
        [
          .text(point.year.japanese), .text(point.asOf.japaneseWithoutWeekday),
          .text(Self.amount(point.milli, of: target)), .text("\(point.definition.version)"),
        ]
      },
      density: .dense
    )
    return Panels.keyValues(facts) + table
  }

  private func place(of definition: Indicator.Definition) -> Int {
    shown.definitions.firstIndex { $0.id == definition.id } ?? 0
  }

  /// Everything that was imported for all employers together; those of employers stand in their own table.
  var imports: HTML {
    DataTable.draw(
      id: "imports",
      caption: "取り込んだ数値（全体、新しい順）",
      columns: [
        .init("年", .rowHeader), .init("時点", .word), .init("数値", .text), .init("出典", .text),
        .init("方法", .text), .init("注記", .text), .init("取り込んだ日時", .word), .init("行", .number),
      ],
      rows: shown.imported.filter { $0.employer == nil }.map { figure in
        let amount = ImportedSplit(target: target, figures: [figure], employers: []).all(figure.year).first?
          .amount
        return [
          .text(TargetFigureWords.year(figure.year, of: target)), .text(figure.asOf.japaneseWithoutWeekday),
          .text(amount.map { TargetFigureWords.amount($0, of: target) } ?? FigureWords.withheld),
          .text(figure.source), .text(figure.method), .text(figure.note),
          .text(OfficeZone.dateTimeText(figure.importedAt)), .text("\(figure.line)"),
        ]
      },
      density: .dense
    )
  }
}

extension DefinitionKey {
  /// The way of counting with its version, where it has one.
  var words: String { version > 0 ? "\(name)（第\(version)版）" : name }
}

extension FigureOrigin {
  /// The origin, with the source of an imported figure.
  var words: String {
    switch self {
    case .computed: japanese
    case .imported(_, let source): "\(japanese)：\(source)"
    }
  }
}

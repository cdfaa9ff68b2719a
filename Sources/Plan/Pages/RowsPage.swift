internal import CivilTime
internal import Indicators
internal import Markup
internal import People
internal import Site
internal import Store

/// 数値の内訳: of whom or what a figure was counted, for those who may see them one by one.
struct RowsPage {
  /// How many rows one page lists.
  static let length = 50

  let shown: FigureRows
  let page: Int
  /// The employers whose personnel authority the reader is, and so knows numbers and ranks.
  let personnelEmployers: Set<RecordID<Employer>>

  private var definition: Indicator.Definition { shown.definition }

  var content: PageContent {
    PageContent(
      title: "内訳：\(definition.title)",
      breadcrumbs: [Breadcrumb("取組と指標", Paths.home(shown.year))],
      lead: lead,
      printing: .landscape,
      body: search + (shown.counted.map(body) ?? nothing)
    )
  }

  private var lead: HTML {
    guard let counted = shown.counted else { return "\(shown.year.japanese)の数値は、まだ計算していません。" }
    let provisional = counted.stored.isProvisional ? "（暫定）" : ""
    return """
      \(FigureWords.asOf(counted.stored.asOf))\(provisional)の\(shown.year.japanese)の数値について、\
      見られる範囲の内訳は、分母が\(FigureWords.grouped(counted.seen.denominator))、\
      分子が\(FigureWords.grouped(counted.seen.numerator))です。
      """
  }

  private var nothing: HTML {
    Panels.emptyState("内訳はまだありません", "数値が計算されると、ここに内訳を表示します。")
  }

  private func body(_ counted: CountedRows) -> HTML {
    RowAgreementPart(counted: counted, listing: shown.listing).notices + Panels.keyValues(facts(counted))
      + Panels.actions([Buttons.link("CSVを保存する", to: RowPaths.file(shown), size: .small)])
      + table(counted)
  }

  private var search: HTML {
    var fields = YearField.draw(shown.years, chosen: shown.year)
    fields =
      fields
      + Fields.select(
        "part",
        label: "分子",
        choices: RowFilter.Part.allCases.map { .init($0.rawValue, $0.japanese) },
        need: .unmarked,
        value: shown.filter.part.rawValue
      )
    if let counted = shown.counted { fields = fields + units(counted) }
    return Forms.search(action: RowPaths.page(definition.id), content: fields)
  }

  private func units(_ counted: CountedRows) -> HTML {
    let asked = shown.filter.unit.flatMap { counted.tree.unit($0) }
    let beside = asked.map { unit in counted.bureaus.contains { $0.id == unit.id } ? [] : [unit] } ?? []
    return Fields.select(
      "unit",
      label: "組織",
      choices: [.init("", "すべて")] + (counted.bureaus + beside).map { .init("\($0.id)", $0.name) },
      need: .unmarked,
      value: asked.map { "\($0.id)" } ?? ""
    )
  }

  private func facts(_ counted: CountedRows) -> [(term: String, value: HTML)] {
    [
      (term: "分子", value: "\(definition.numerator)"), (term: "分母", value: "\(definition.denominator)"),
      (term: "出典", value: "\(definition.source)"),
      (term: "計算した日時", value: "\(OfficeZone.dateTimeText(counted.stored.computedAt))"),
    ]
  }

  private func table(_ counted: CountedRows) -> HTML {
    guard !counted.rows.isEmpty else {
      return Panels.emptyState("当てはまるものはありません", "絞り込みを変えると、ほかの内訳を表示します。")
    }
    let words = RowWords(counted: counted)
    let count = counted.rows.count
    let current = min(max(page, 1), (count + Self.length - 1) / Self.length)
    let start = (current - 1) * Self.length
    let sum = counted.rows.map(\.ratio).reduce(.zero, +)
    let columns = columns
    let blank = columns.count - shown.listing.headings.count - 3
    let total: [DataTable.Cell] =
      [.text("計（\(FigureWords.grouped(count))\(shown.listing.unit)）")]
      + (0..<blank).map { _ in .text("") } + Self.numbers(sum) + shown.listing.headings.map { _ in .text("") }
    let table = DataTable.draw(
      id: "rows",
      caption: "内訳（\(shown.filter.part.japanese)）",
      columns: columns,
      rows: counted.rows[start..<min(start + Self.length, count)].map { row in draw(row, words) },
      totals: [DataTable.Row(total)],
      note: "計は、絞り込んだすべてのページの合計です。",
      density: .dense
    )
    return table
      + Pagination.links(page: current, perPage: Self.length, total: count, path: RowPaths.page(shown))
  }

  private var columns: [DataTable.Column] {
    let personal: [DataTable.Column] =
      namesNumbers ? [.init("職員番号", .word), .init("役職段階", .word)] : []
    return [.init(shown.listing.audience == .duties ? "だれが" : "氏名", .rowHeader)] + personal
      + [.init("組織", .text), .init("分子", .number), .init("分母", .number)]
      + shown.listing.headings.map { .init($0, .word) }
  }

  /// Numbers and ranks are the personnel authority's to know.
  private var namesNumbers: Bool { !personnelEmployers.isEmpty && shown.listing.audience != .duties }

  private func draw(_ row: CountedRow, _ words: RowWords) -> DataTable.Row {
    let name: DataTable.Cell =
      row.person.map { .link(words.subject(row), to: "/people/\($0)") } ?? .text(words.subject(row))
    let person = words.person(row, knownTo: personnelEmployers)
    let personal: [DataTable.Cell] =
      namesNumbers
      ? [.text(person?.number ?? "－"), person?.band.map { .text($0.japanese) } ?? .none] : []
    return DataTable.Row(
      [name] + personal + [words.unit(row).map { .text($0) } ?? .none] + Self.numbers(row.ratio)
        + row.facts.map { RowWords.cell($0) }
    )
  }

  private static func numbers(_ ratio: Ratio) -> [DataTable.Cell] {
    [.text(FigureWords.grouped(ratio.numerator)), .text(FigureWords.grouped(ratio.denominator))]
  }
}

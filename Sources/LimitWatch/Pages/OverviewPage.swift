internal import CivilTime
internal import DelimitedText
internal import Markup
internal import People
internal import Site
internal import Store

/// 超過勤務の概観: employers, bureaus and layers by months, in the order of the organisation.
struct OverviewPage: Sendable {
  let year: FiscalYear
  let today: CivilDate
  let split: OverviewSplit
  let measure: OverviewMeasure
  let grain: OverviewGrain
  let table: OverviewTable
  let employers: [Employer]
  let tree: UnitTree

  private struct Line {
    let title: String
    let cells: [OverviewCell]
  }

  private var lines: [Line] {
    let rows = table.split(split)
    let order = rows.keys.sorted { left, right in
      (left.employer, place(left), left.layer?.rawValue ?? 0) < (
        right.employer, place(right), right.layer?.rawValue ?? 0
      )
    }
    return order.map { Line(title: title($0), cells: rows[$0] ?? []) }
  }

  private func place(_ group: OverviewGroup) -> Int {
    group.bureau.flatMap { tree.position(of: $0) } ?? Int.max
  }

  private func title(_ group: OverviewGroup) -> String {
    let employer = employers.first { $0.id == group.employer }?.name ?? ""
    let bureau: String? =
      split == .bureau || split == .both
      ? group.bureau.flatMap { tree.unit($0)?.name } ?? "組織図にない組織" : nil
    return [bureau ?? employer, group.layer?.japanese].compactMap { $0 }.joined(separator: " ")
  }

  private func path(_ changed: (year: FiscalYear, split: OverviewSplit, measure: OverviewMeasure)) -> String {
    "year=\(changed.year.startYear)&by=\(changed.split.rawValue)&show=\(changed.measure.rawValue)"
  }

  var content: PageContent {
    PageContent(
      title: "超過勤務の概観",
      breadcrumbs: [Breadcrumb("超過勤務の上限", LimitWatchPaths.home)],
      lead: lead,
      printing: .landscape,
      body: choice + actions + heat
    )
  }

  /// The newest month with totals, told in a sentence.
  private var lead: HTML {
    let whole = table.split(.employer).values
    let index = table.months.indices.last { index in whole.contains { $0[index].people > 0 } }
    guard let index else { return "\(year.japanese)の記録はありません。" }
    var cell = OverviewCell()
    for row in whole { cell += row[index] }
    let month = table.months[index].japanese
    guard grain == .full else { return "\(month)までの部局ごとの値です。10人未満の数は示しません。" }
    let average = Minutes(OverviewMeasure.average.value(cell)).japanese
    return "\(month)は平均\(average)で、45時間を超えた職員は\(cell.over45)人、上限を超えた職員は\(cell.beyond)人です。"
  }

  private var choice: HTML {
    let splits: [OverviewSplit] = grain == .full ? OverviewSplit.allCases : [.bureau]
    return Forms.search(
      action: LimitWatchPaths.overview,
      submit: "表示する",
      content: Fields.select(
        "show",
        label: "値",
        choices: OverviewMeasure.allCases.map { Fields.Choice($0.rawValue, $0.japanese) },
        need: .unmarked,
        value: measure.rawValue
      )
        + Fields.select(
          "by",
          label: "分け方",
          choices: splits.map { Fields.Choice($0.rawValue, $0.japanese) },
          need: .unmarked,
          value: split.rawValue
        ) + Fields.hidden("year", value: "\(year.startYear)")
    )
  }

  private var actions: HTML {
    let before = path((year.advanced(by: -1), split, measure))
    let after = path((year.advanced(by: 1), split, measure))
    return Panels.actions([
      Buttons.link("前の年度", to: "\(LimitWatchPaths.overview)?\(before)", size: .small),
      Buttons.link("次の年度", to: "\(LimitWatchPaths.overview)?\(after)", size: .small),
      Buttons.link(
        "CSVで保存",
        to: "\(LimitWatchPaths.overview)/csv?\(path((year, split, measure)))",
        size: .small
      ),
    ])
  }

  private var heat: HTML {
    let lines = lines
    guard !lines.isEmpty else {
      return Panels.emptyState("\(year.japanese)の記録はありません", "勤務時間が記録されると、ここに部局ごとの推移を表示します。")
    }
    return HeatTable.draw(
      id: "overview",
      caption: "\(year.japanese)（前の3か月を含む） \(measure.japanese)",
      heading: split == .employer ? "特定事業主" : split == .layer ? "職位の階層" : "部局",
      columns: table.months.map {
        $0.month == 1 || $0 == table.months.first ? "\($0.year)年\($0.month)月" : "\($0.month)月"
      },
      unit: measure.unit,
      steps: measure == .average ? Self.steps : [],
      rows: lines.map { line in
        HeatTable.Row(line.title, to: nil, cells: line.cells.map(cell))
      },
      note: note
    )
  }

  private static let steps: [HeatTable.Step] = [.init(.early, "平均36時間以上"), .init(.high, "平均45時間超")]

  private func cell(_ cell: OverviewCell) -> HeatTable.Cell {
    guard cell.people > 0 else { return .none }
    guard let value = grain.shown(measure, cell) else { return .value("非表示", .none) }
    guard measure == .average else { return .value("\(value)", .none) }
    return .value("\(Minutes(value))", value > 45 * 60 ? .high : value >= 36 * 60 ? .early : .none)
  }

  private var note: HTML {
    let withheld: HTML = grain == .full ? .empty : "「非表示」は10人未満の数です。"
    return """
      月末の本務の部局と職位で数え、並びは組織の順です。平均は、記録のある職員1人あたりの超過勤務です。\
      上限は一人ひとりの部署の区分、年度の合計、複数月平均などで判定します（人事院規則15―14第16条の2の2）。\
      見込みは今日までの超過勤務を同じ割合で延ばした、このシステムの目安です。\(withheld)
      """
  }

  /// Every value of every group and month as a machine-readable table.
  func file() throws -> [UInt8] {
    var writer = try DelimitedWriter(style: .spreadsheet)
    writer.write(
      ["集団", "年月", "職員（人）"] + OverviewMeasure.allCases.map { "\($0.japanese)（\($0 == .average ? "分" : "人")）" }
    )
    for line in lines {
      for (month, cell) in zip(table.months, line.cells) where cell.people > 0 {
        let isTold = grain == .full || cell.people >= OverviewGrain.fewest
        let values = OverviewMeasure.allCases.map { measure in
          DelimitedField.value(grain.shown(measure, cell).map { "\($0)" } ?? "非表示")
        }
        writer.write(
          fields: [.freeText(line.title), .value(month.iso), .value(isTold ? "\(cell.people)" : "非表示")]
            + values
        )
      }
    }
    return writer.bytes
  }
}

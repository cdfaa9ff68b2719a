internal import CivilTime
internal import DelimitedText
internal import Markup
internal import People
internal import Site

/// 職員の構成 – the page and the file of the personnel authority.
struct CompositionPage {
  let composition: Composition
  let employers: [String]

  static let path = "/workforce"
  static let filePath = "/workforce/csv"

  var content: PageContent {
    let total = composition.total
    return PageContent(
      title: "職員の構成",
      lead:
        "\(composition.day.japaneseWithoutWeekday)現在、\(employers.joined(separator: "・"))で官職にある職員（非常勤を除く）は\(total.all)人、うち女性は\(total.women)人です。",
      printing: .landscape,
      body: Panels.notice(
        .information,
        "少ない人数も、そのまま表示しています。",
        body: "<p>人事当局の分析のための表です。この数を公表や報告に使うときは、人数の少ない区分を除いてください。</p>"
      ) + Panels.actions([Buttons.link("CSVを保存する", to: Self.filePath, size: .small)]) + table
    )
  }

  private var table: HTML {
    let columns: [DataTable.Column] = [
      .init("役職段階", .rowHeader), .init("採用区分", .word), .init("採用年度", .word),
      .init("女性", .number, unit: "人"), .init("男性", .number, unit: "人"), .init("記載なし", .number, unit: "人"),
      .init("計", .number, unit: "人"),
    ]
    return DataTable.draw(
      id: "composition",
      caption: "役職段階・採用区分・採用年度別の職員数",
      columns: columns,
      rows: composition.rows.map { row in
        Self.row([row.group.band.japanese, row.group.exam.japanese, row.group.years], row.count)
      },
      totals: [Self.row(["計", "", ""], composition.total)],
      note: "役職段階は、官職の区分です。採用年度は、再び採用された職員では再び採用された年度です。",
      density: .dense,
      narrow: .stacks
    )
  }

  private static func row(_ words: [String], _ count: Composition.Count) -> DataTable.Row {
    let numbers = [count.women, count.men, count.notStated, count.all]
    return DataTable.Row(words.map { .text($0) } + numbers.map { .text("\($0)") })
  }

  /// The same as a file.
  func csv() throws -> [UInt8] {
    var writer = try DelimitedWriter(style: .spreadsheet)
    writer.write(["時点", "役職段階", "採用区分", "採用年度から", "採用年度まで", "女性", "男性", "記載なし", "計"])
    for row in composition.rows {
      let last = row.group.entry + Composition.yearsOfEntry - 1
      let count = row.count
      let numbers = [row.group.entry, last, count.women, count.men, count.notStated, count.all]
      let words = [composition.day.iso, row.group.band.japanese, row.group.exam.japanese]
      writer.write(words + numbers.map { "\($0)" })
    }
    return writer.takeBytes()
  }
}

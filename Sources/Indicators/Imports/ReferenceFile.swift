internal import CivilTime
internal import DelimitedText

/// The lines of a file of reference figures.
struct ReferenceFile: Sendable {
  /// One line: the series it belongs to, and the figure.
  struct Row: Sendable, Hashable {
    let series: String
    let title: String
    let unit: String
    let figure: ReferenceFigure
  }

  private static let columns: [FileColumns.Column] = [
    .init("系列", "series"), .init("名称", "title"), .init("単位", "unit", isRequired: false),
    .init("目標", "targets", isRequired: false), .init("機関", "body"), .init("年", "year"),
    .init("年の種類", "year_kind"),
    .init("時点", "as_of", isRequired: false), .init("値", "value"), .init("分子", "numerator", isRequired: false),
    .init("分母", "denominator", isRequired: false), .init("確かさ", "certainty"), .init("出典", "source"),
    .init("所在", "address"), .init("注記", "note", isRequired: false),
  ]

  /// How the columns that can be wrong are to be filled, by their places.
  private static let remedies = [
    5: "2024、令和6年度のように入れてください。", 6: "年度ならfiscal、暦年ならcalendarを入れてください。",
    7: "2024-07-01のように入れるか、空にしてください。", 8: "小数第3位までの数を入れてください。", 10: "分子と1以上の分母を、両方とも整数で入れてください。",
    11: "公表値はstated、算出はderived、図からの読み取りはchart、二次資料はsecondaryです。", 13: "https://で始まる所在を入れてください。",
  ]

  private(set) var rows: [Row] = []
  private(set) var faults: [FigureFileFault] = []

  init(_ bytes: [UInt8]) throws(DelimitedTextError) {
    var reader = try DelimitedReader(bytes: bytes)
    guard let heading = try reader.next() else {
      faults = [
        FigureFileFault(line: 1, column: nil, reason: "ファイルに行がありません。", remedy: "1行目に列名を入れてください。")
      ]
      return
    }
    let columns = FileColumns(Self.columns, in: heading, faults: &faults)
    guard faults.isEmpty else { return }
    while let row = try reader.next() {
      guard let read = Self.read(row, columns, &faults) else { continue }
      if let known = rows.first(where: { $0.series == read.series }), known.unit != read.unit {
        add(row.line, "単位", "系列の前の行と単位が違います。", "一つの系列は一つの単位にしてください。")
      }
      rows.append(read)
    }
  }

  private mutating func add(_ line: Int, _ column: String, _ reason: String, _ remedy: String) {
    faults.append(FigureFileFault(line: line, column: column, reason: reason, remedy: remedy))
  }

  private static func read(
    _ row: DelimitedRow,
    _ columns: FileColumns,
    _ faults: inout [FigureFileFault]
  ) -> Row? {
    let cell = { (place: Int) in columns.text(place, of: row) }
    let before = faults.count
    let add = { (place: Int, reason: String, faults: inout [FigureFileFault]) in
      faults.append(
        FigureFileFault(
          line: row.line,
          column: columns.heading(place),
          reason: reason,
          remedy: remedies[place] ?? "この列を入れてください。"
        )
      )
    }
    for place in [0, 1, 4, 12] where cell(place).utf8.isEmpty { add(place, "空です。", &faults) }
    let year = CellNumbers.year(cell(5))
    if year == nil { add(5, "年として読めません。", &faults) }
    let kind = ReferenceFigure.YearKind(rawValue: cell(6))
    if kind == nil { add(6, "fiscalかcalendarではありません。", &faults) }
    let asOf = cell(7).utf8.isEmpty ? nil : CivilDate(iso: cell(7))
    if asOf == nil, !cell(7).utf8.isEmpty { add(7, "日付として読めません。", &faults) }
    let value = CellNumbers.milli(cell(8))
    if value == nil { add(8, "小数第3位までの数ではありません。", &faults) }
    let ratio = ratio(cell(9), cell(10))
    if ratio == nil, !(cell(9) + cell(10)).utf8.isEmpty { add(10, "分子と分母が読めません。", &faults) }
    let certainty = ReferenceFigure.Certainty(rawValue: cell(11))
    if certainty == nil { add(11, "stated、derived、chart、secondaryのどれかではありません。", &faults) }
    let address = cell(13)
    if !address.utf8.starts(with: "https://".utf8), !address.utf8.starts(with: "http://".utf8) {
      add(13, "https://で始まる所在ではありません。", &faults)
    }
    guard faults.count == before, let year, let kind, let value, let certainty else { return nil }
    let figure = ReferenceFigure(
      targets: ReferenceFigure.words(cell(3)),
      body: cell(4),
      year: year.startYear,
      yearKind: kind,
      asOf: asOf,
      valueMilli: value,
      ratio: ratio,
      certainty: certainty,
      source: cell(12),
      address: address,
      note: cell(14)
    )
    return Row(series: cell(0), title: cell(1), unit: cell(2), figure: figure)
  }

  private static func ratio(_ above: String, _ below: String) -> Ratio? {
    guard let numerator = CellNumbers.whole(above), let denominator = CellNumbers.whole(below),
      denominator > 0
    else { return nil }
    return Ratio(numerator, of: denominator)
  }
}

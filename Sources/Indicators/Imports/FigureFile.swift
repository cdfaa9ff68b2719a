internal import CivilTime
internal import DelimitedText
internal import People
internal import Store

/// What was read of a file of figures.
struct FigureFile: Sendable {
  private(set) var rows: [FigureRow] = []
  private(set) var faults: [FigureFileFault] = []
  private(set) var warnings: [FigureFileFault] = []
  private(set) var lineCount = 0

  /// The same figure: what two lines of one file may not share.
  private struct Identity: Hashable {
    let key: String
    let employer: RecordID<Employer>?
    let year: FiscalYear
    let asOf: CivilDate
    let method: [UInt8]
  }

  init(_ bytes: [UInt8], _ context: FigureRowContext) throws {
    var reader = try DelimitedReader(bytes: bytes)
    guard let heading = try reader.next() else {
      faults = [
        FigureFileFault(
          line: 1,
          column: nil,
          reason: "ファイルに行がありません。",
          remedy: "1行目に列名、2行目から数値を入れてください。"
        )
      ]
      return
    }
    let columns = FileColumns(FigureRow.columns, in: heading, faults: &faults)
    guard faults.isEmpty else { return }
    var lines: [Identity: Int] = [:]
    while let row = try reader.next(), faults.count < FigureImport.mostFaults {
      lineCount += 1
      var line = FigureRowReader(row, columns, context)
      if let read = line.read() { add(read, &lines) }
      faults += line.faults
    }
    if lineCount == 0 {
      faults.append(
        FigureFileFault(line: 2, column: nil, reason: "数値の行がありません。", remedy: "2行目から数値を入れてください。")
      )
    }
  }

  private mutating func add(_ row: FigureRow, _ lines: inout [Identity: Int]) {
    let identity = Identity(
      key: row.key.canonical,
      employer: row.employer,
      year: row.year,
      asOf: row.asOf,
      method: Array(row.method.utf8)
    )
    if let earlier = lines.updateValue(row.line, forKey: identity) {
      faults.append(
        FigureFileFault(
          line: row.line,
          column: nil,
          reason: "\(earlier)行目と同じ指標、特定事業主、年度、時点、方法です。",
          remedy: "どちらか一方だけを残してください。"
        )
      )
    }
    rows.append(row)
    warn(row)
  }

  private mutating func warn(_ row: FigureRow) {
    if row.key.isComputed {
      add(row, "指標", "この指標は記録からも計算しています。", "二つの数値を並べて示します。混ぜることはありません。")
    }
    if row.key.reading == .share, let ratio = row.ratio, ratio.numerator > ratio.denominator {
      add(row, "分子", "分子が分母より大きく、100％を超えます。", "数え方でそうなるときは、このままで構いません。")
    }
    if row.key.reading == .share, row.ratio == nil {
      add(row, "分母", "分母がないため、少ない人数の率かどうかを確かめられません。", "わかるときは分子と分母を入れてください。")
    }
  }

  private mutating func add(_ row: FigureRow, _ column: String, _ reason: String, _ remedy: String) {
    warnings.append(FigureFileFault(line: row.line, column: column, reason: reason, remedy: remedy))
  }

  /// Tells lines whose method differs from that of the year before, in this file or imported earlier.
  func comparedWithLastYear(on connection: any SQLConnection) throws -> [FigureFileFault] {
    guard let first = rows.map(\.year).min(), let last = rows.map(\.year).max() else { return [] }
    let stored = try ImportedFigureRecords.latest(
      keys: Set(rows.map(\.key.canonical)),
      years: first.advanced(by: -1)...last,
      on: connection
    )
    return rows.compactMap { row in
      let before = row.year.advanced(by: -1)
      let own = rows.last { $0.key == row.key && $0.employer == row.employer && $0.year == before }?.method
      let known = stored.last {
        $0.key == row.key.canonical && $0.employer == row.employer && $0.year == before
      }?.method
      guard let method = own ?? known, !method.utf8.elementsEqual(row.method.utf8) else { return nil }
      return FigureFileFault(
        line: row.line,
        column: "方法",
        reason: "前の年度と方法が違います（前の年度は「\(method)」）。",
        remedy: "数え方が変わったときは、このままで構いません。推移の線はつなぎません。"
      )
    }
  }
}

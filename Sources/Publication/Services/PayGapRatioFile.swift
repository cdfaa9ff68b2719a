internal import CivilTime
internal import DisclosureRules

/// 比率のファイル – finished ratios of the pay gap, one row of a table a line, of any employers and years.
struct PayGapRatioFile {
  struct Key: Hashable {
    let employer: String
    let year: FiscalYear
  }

  /// The pay gaps by the code of the employer and the year, in the order of the file.
  let years: [(key: Key, payGap: PayGapYear)]
  /// How many rows the file has.
  let rowCount: Int
  /// What must be mended.
  let faults: [PublicationFileFault]

  private static let columns: [PublicationFile.Column] = [
    .init("特定事業主コード", "employer_code"), .init("年度", "fiscal_year"), .init("表", "table"), .init("行", "row"),
    .init("比率", "ratio"), .init("女性の人数", "women", isRequired: false),
    .init("男性の人数", "men", isRequired: false), .init("方法", "method"),
    .init("説明", "explanation", isRequired: false), .init("注記", "note", isRequired: false),
  ]

  private struct Part {
    let key: Key
    let method: PayGap.Method
    let figure: PayGapFigure
    let explanation: String
    let note: String
    let line: Int
  }

  /// Reads ratios of employers whose codes are known.
  ///
  /// - Throws: `PublicationFileFaults`; `DelimitedTextError`.
  init(_ bytes: [UInt8], employers: Set<String>, newest: FiscalYear) throws {
    let file = try PublicationFile(bytes, columns: Self.columns)
    var parts: [Part] = []
    var faults: [PublicationFileFault] = []
    for row in file.rows where faults.count < PublicationFile.mostFaults {
      switch Self.part(row, employers, newest) {
      case .success(let part): parts.append(part)
      case .failure(let found): faults += found.faults
      }
    }
    var keys: [Key] = []
    for part in parts where !keys.contains(part.key) { keys.append(part.key) }
    var years: [(key: Key, payGap: PayGapYear)] = []
    for key in keys {
      let own = parts.filter { part in part.key == key }
      faults += Self.faults(among: own)
      if let payGap = Self.payGap(own) { years.append((key, payGap)) }
    }
    self.years = years
    rowCount = file.rows.count
    self.faults = faults
  }

  /// Each row of a table once, and one method for all.
  private static func faults(among parts: [Part]) -> [PublicationFileFault] {
    var seen: Set<PayGapRow> = []
    return parts.compactMap { part in
      if !seen.insert(part.figure.row).inserted {
        return PublicationFileFault(
          line: part.line,
          column: "行",
          reason: "同じ特定事業主・年度に同じ行が二つあります。",
          remedy: "一つにしてください。"
        )
      }
      guard part.method == parts[0].method else {
        return PublicationFileFault(
          line: part.line,
          column: "方法",
          reason: "一つの年度に二つの方法があります。",
          remedy: "同じ方法で計算した比率だけを入れてください。"
        )
      }
      return nil
    }
  }

  private static func payGap(_ parts: [Part]) -> PayGapYear? {
    parts.first.map { first in
      PayGapYear(
        year: first.key.year,
        method: first.method,
        origin: .imported,
        explanation: parts.first { !$0.explanation.utf8.isEmpty }?.explanation ?? "",
        note: parts.first { !$0.note.utf8.isEmpty }?.note ?? "",
        figures: PayGapRow.everyRow.compactMap { row in parts.first { $0.figure.row == row }?.figure }
      )
    }
  }

  private static func part(
    _ row: PublicationFile.Row,
    _ employers: Set<String>,
    _ newest: FiscalYear
  ) -> Result<Part, PublicationFileFaults> {
    var faults: [PublicationFileFault] = []
    let employer = row.folded("特定事業主コード")
    if !employers.contains(employer) {
      faults.append(row.fault("特定事業主コード", "このコードの特定事業主は登録されていません。", "コードを確かめてください。"))
    }
    let year = FileNumber.whole(row.folded("年度")).flatMap {
      (2000...newest.startYear).contains($0) ? $0 : nil
    }
    if year == nil {
      faults.append(row.fault("年度", "年度が読めないか、先の年度です。", "2025のように西暦4桁で入れてください。"))
    }
    let tableRow = tableRow(row, &faults)
    let ratio = FileNumber.decimal(row.folded("比率"), decimals: 1).flatMap { $0 <= 9999 ? $0 : nil }
    if ratio == nil, !row.folded("比率").utf8.isEmpty {
      faults.append(row.fault("比率", "比率が読めません。", "87.5のように小数1桁までで入れてください。該当者がいないときは空にします。"))
    }
    let women = count(row, "女性の人数", &faults)
    let men = count(row, "男性の人数", &faults)
    let method = method(row, &faults)
    let explanation = row.raw("説明")
    if explanation.unicodeScalars.count > PayGap.longestExplanation {
      faults.append(
        row.fault("説明", "説明が\(PayGap.longestExplanation)文字を超えています。", "短くしてください。")
      )
    }
    guard let year, let tableRow, let method, faults.isEmpty else {
      return .failure(PublicationFileFaults(faults: faults))
    }
    return .success(
      Part(
        key: Key(employer: employer, year: FiscalYear(startYear: year)),
        method: method,
        figure: PayGapFigure(row: tableRow, permille: ratio, women: women, men: men),
        explanation: explanation,
        note: row.raw("注記"),
        line: row.line
      )
    )
  }

  private static func tableRow(
    _ row: PublicationFile.Row,
    _ faults: inout [PublicationFileFault]
  ) -> PayGapRow? {
    let (tableText, rowText) = (row.folded("表"), row.folded("行"))
    let found = PayGapRow.everyRow.first { candidate in
      let table = candidate.table
      let isTable = tableText == table.rawValue || tableText == DigitFolding.folded(table.japanese)
      return isTable && (rowText == candidate.key || rowText == DigitFolding.folded(candidate.japanese))
    }
    if found == nil {
      let remedy = "表はemployment・band・service、行はpermanent・director・31-35のようなコードか、表の見出しで入れてください。"
      faults.append(row.fault("行", "表と行の組み合わせが読めません。", remedy))
    }
    return found
  }

  private static func count(
    _ row: PublicationFile.Row,
    _ column: String,
    _ faults: inout [PublicationFileFault]
  ) -> Int? {
    let text = row.folded(column)
    if text.utf8.isEmpty { return nil }
    if let count = FileNumber.whole(text) { return count }
    faults.append(row.fault(column, "人数が読めません。", "0以上の整数を入れるか、空にしてください。"))
    return nil
  }

  private static func method(
    _ row: PublicationFile.Row,
    _ faults: inout [PublicationFileFault]
  ) -> PayGap.Method? {
    let words: [String: PayGap.Method] = [
      "persons": .persons, "実人数": .persons, "hours": .hours, "換算": .hours,
    ]
    if let method = words[row.folded("方法")] { return method }
    faults.append(row.fault("方法", "方法が読めません。", "「実人数」か「換算」（persons・hours）を入れてください。"))
    return nil
  }
}

internal import CivilTime
internal import DelimitedText
internal import People
internal import Store

/// One line of a file of figures.
struct FigureRow: Sendable {
  static let columns: [FileColumns.Column] = [
    .init("指標", "key"), .init("特定事業主コード", "employer_code", isRequired: false), .init("年度", "fiscal_year"),
    .init("時点", "as_of"), .init("値", "value", isRequired: false), .init("分子", "numerator", isRequired: false),
    .init("分母", "denominator", isRequired: false), .init("出典", "source"), .init("方法", "method"),
    .init("注記", "note", isRequired: false),
  ]
  /// The longest source, method or note, in Unicode scalars.
  static let longestText = 500

  let line: Int
  let key: FigureKeys.Key
  let employer: RecordID<Employer>?
  let year: FiscalYear
  let asOf: CivilDate
  let valueMilli: Int?
  let ratio: Ratio?
  let source: String
  let method: String
  let note: String
}

/// What a line of a file is read against.
struct FigureRowContext {
  let keys: FigureKeys
  let employers: [String: RecordID<Employer>]
  let today: CivilDate
}

/// Reads one line, and says everything that is wrong with it.
struct FigureRowReader {
  private enum Place: Int {
    case key, employer, year, asOf, value, numerator, denominator, source, method, note
  }

  private let row: DelimitedRow
  private let columns: FileColumns
  private let context: FigureRowContext
  private(set) var faults: [FigureFileFault] = []

  init(_ row: DelimitedRow, _ columns: FileColumns, _ context: FigureRowContext) {
    self.row = row
    self.columns = columns
    self.context = context
  }

  /// The line as values; nil when there are faults.
  mutating func read() -> FigureRow? {
    let key = key()
    let employer = employer()
    let year = year()
    let asOf = asOf()
    let value = value()
    let ratio = ratio()
    let texts = (source: needed(.source), method: needed(.method), note: text(.note, isNeeded: false))
    if value == .some(nil), ratio == .some(nil) {
      add(.value, "値も分子・分母もありません。", "値か、分子と分母を入れてください。ない年度は行を作らないでください。")
    }
    if let key, let value, let ratio, let value, let ratio { compare(value, ratio, key.reading) }
    guard faults.isEmpty, let key, let employer, let year, let asOf, let value, let ratio else { return nil }
    return FigureRow(
      line: row.line,
      key: key,
      employer: employer,
      year: year,
      asOf: asOf,
      valueMilli: value,
      ratio: ratio,
      source: texts.source,
      method: texts.method,
      note: texts.note
    )
  }

  private func cell(_ place: Place) -> String { columns.text(place.rawValue, of: row) }

  private mutating func add(_ place: Place, _ reason: String, _ remedy: String) {
    let heading = columns.heading(place.rawValue)
    faults.append(FigureFileFault(line: row.line, column: heading, reason: reason, remedy: remedy))
  }

  private mutating func key() -> FigureKeys.Key? {
    if let key = context.keys.key(cell(.key)) { return key }
    add(.key, "「\(cell(.key))」という指標はありません。", "計画の目標の番号（T08など）か、指標の名前を入れてください。")
    return nil
  }

  /// The employer; nil inside for all together, nil outside for a fault.
  private mutating func employer() -> RecordID<Employer>?? {
    let code = cell(.employer)
    if code.utf8.isEmpty { return .some(nil) }
    if let employer = context.employers[code] { return .some(employer) }
    add(.employer, "「\(code)」という特定事業主はありません。", "登録されたコードを入れるか、全体の数値なら空にしてください。")
    return nil
  }

  private mutating func year() -> FiscalYear? {
    if let year = CellNumbers.year(cell(.year)) { return year }
    add(.year, "「\(cell(.year))」は年度として読めません。", "2025、令和7年度、R7のように入れてください。")
    return nil
  }

  private mutating func asOf() -> CivilDate? {
    guard let day = CivilDate(reading: cell(.asOf)) else {
      add(.asOf, "「\(cell(.asOf))」は暦にない日付です。", "2026-03-31、2026/3/31、R8.3.31のように入れてください。")
      return nil
    }
    guard day <= context.today else {
      add(.asOf, "\(day.iso)はまだ来ていない日です。", "数えた日を入れてください。")
      return nil
    }
    return day
  }

  /// The value; nil inside for an empty cell, nil outside for a fault.
  private mutating func value() -> Int?? {
    if cell(.value).utf8.isEmpty { return .some(nil) }
    guard let milli = CellNumbers.milli(cell(.value)) else {
      add(.value, "「\(cell(.value))」は数として読めません。", "小数第3位までの数を入れてください。")
      return nil
    }
    guard milli >= 0 else {
      add(.value, "負の数です。", "0以上の数を入れてください。わからないときは空にしてください。")
      return nil
    }
    return .some(milli)
  }

  /// Numerator and denominator; nil inside when both are empty, nil outside for a fault.
  private mutating func ratio() -> Ratio?? {
    let (above, below) = (cell(.numerator), cell(.denominator))
    if above.utf8.isEmpty, below.utf8.isEmpty { return .some(nil) }
    let numerator = whole(.numerator, above)
    let denominator = whole(.denominator, below)
    guard let numerator, let denominator else { return nil }
    guard denominator > 0 else {
      add(.denominator, "分母が\(denominator)です。0で割る率はありません。", "対象がなかったときは、この行を入れないでください。")
      return nil
    }
    guard numerator >= 0 else {
      add(.numerator, "負の数です。", "0以上の数を入れてください。")
      return nil
    }
    return .some(Ratio(numerator, of: denominator))
  }

  private mutating func whole(_ place: Place, _ text: String) -> Int? {
    if let number = CellNumbers.whole(text) { return number }
    text.utf8.isEmpty
      ? add(place, "空です。", "分子と分母は、両方を入れるか、両方を空にしてください。")
      : add(place, "「\(text)」は整数として読めません。", "整数を入れてください。")
    return nil
  }

  private mutating func needed(_ place: Place) -> String { text(place, isNeeded: true) }

  private mutating func text(_ place: Place, isNeeded: Bool) -> String {
    let text = cell(place)
    if isNeeded, text.utf8.isEmpty {
      add(place, "空です。", "「\(columns.heading(place.rawValue))」を入れてください。")
    }
    if text.unicodeScalars.count > FigureRow.longestText {
      add(place, "\(FigureRow.longestText)字を超えています。", "短くしてください。")
    }
    if text.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\n" && $0 != "\r" && $0 != "\t" }) {
      add(place, "読めない文字が入っています。", "文字を入れ直してください。")
    }
    return text
  }

  /// A value that its own numerator and denominator do not give, by more than rounding, is a mistake in one of them.
  private mutating func compare(_ milli: Int, _ ratio: Ratio, _ reading: FigureKeys.Reading) {
    let wanted =
      switch reading {
      case .share: ratio.rounded(times: 100_000)
      case .average: ratio.rounded(times: 1_000)
      case .count: ratio.numerator * 1_000 as Int?
      }
    guard let wanted, (wanted - milli).magnitude > 50 else { return }
    let (whole, rest) = wanted.quotientAndRemainder(dividingBy: 1_000)
    let digits = String(decoding: "\(1_000 + rest)".utf8.dropFirst(), as: UTF8.self)
    add(.value, "値が分子と分母から計算した\(whole).\(digits)と合いません。", "値か、分子と分母のどちらかを直してください。")
  }
}

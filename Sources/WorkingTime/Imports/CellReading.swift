internal import CivilTime
internal import DelimitedText
internal import People
internal import Store

/// Reads dates and remembers the last one: files hold long runs of the same day.
struct DateReader {
  private var lastBytes: [UInt8] = []
  private var lastDate: CivilDate?

  mutating func date(_ bytes: ArraySlice<UInt8>) -> CivilDate? {
    if lastDate != nil, bytes.elementsEqual(lastBytes) { return lastDate }
    lastBytes = Array(bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    lastDate = CivilDate(iso: text) ?? CivilDate(reading: text)
    return lastDate
  }
}

extension EmployeeIndex {
  /// The employee of the reader's present row, or a fault.
  func find(
    _ reader: borrowing DelimitedReader,
    _ columns: ImportColumns,
    number: Int,
    employer: Int,
    faults: inout [ImportFault]
  ) -> RecordID<Employee>? {
    switch find(number: columns.bytes(number, of: reader), employer: columns.bytes(employer, of: reader)) {
    case .found(let employee):
      return employee
    case .unknown:
      faults.append(ImportFaultWords.unknownEmployee(reader.line, columns.heading(number)))
    case .ambiguous:
      faults.append(ImportFaultWords.ambiguousEmployee(reader.line, columns.heading(number)))
    }
    return nil
  }
}

/// What is said of cells that cannot be read.
enum ImportFaultWords {
  static let emptyFile = ImportFault(
    line: 1,
    column: nil,
    reason: "ファイルに行がありません。",
    remedy: "1行目に列名、2行目から記録を入れてください。"
  )

  static func date(_ line: Int, _ column: String, _ text: String) -> ImportFault {
    ImportFault(
      line: line,
      column: column,
      reason: "「\(text)」は暦にない日付です。",
      remedy: "2026-04-01、2026/4/1、R8.4.1のように、ある日付を入れてください。"
    )
  }

  static func tooLate(_ line: Int, _ column: String, last: CivilDate) -> ImportFault {
    ImportFault(
      line: line,
      column: column,
      reason: "来月の末日（\(last.japaneseShort)）より後の日です。",
      remedy: "年月日を確かめ、その日までの日付にしてください。"
    )
  }

  static func time(_ line: Int, _ column: String, _ text: String) -> ImportFault {
    ImportFault(
      line: line,
      column: column,
      reason: "「\(text)」は時刻として読めません。",
      remedy: "9:30、0930、翌日は25:30のように入れてください。"
    )
  }

  static func kind(_ line: Int, _ column: String) -> ImportFault {
    ImportFault(line: line, column: column, reason: "区分が読めません。", remedy: "「出勤」か「退勤」（in・out）を入れてください。")
  }

  static func unknownEmployee(_ line: Int, _ column: String) -> ImportFault {
    ImportFault(
      line: line,
      column: column,
      reason: "この職員番号の職員は登録されていません。",
      remedy: "番号を確かめるか、先に職員の名簿を取り込んでください。"
    )
  }

  static func ambiguousEmployee(_ line: Int, _ column: String) -> ImportFault {
    ImportFault(
      line: line,
      column: column,
      reason: "同じ職員番号が複数の特定事業主にあります。",
      remedy: "「特定事業主コード」の列を加えてください。"
    )
  }

  static func length(_ line: Int, _ column: String, _ text: String) -> ImportFault {
    ImportFault(
      line: line,
      column: column,
      reason: "「\(text)」は24:00までの長さとして読めません。",
      remedy: "2:30（2時間30分）のように入れてください。"
    )
  }

  static func missing(_ line: Int, _ column: String) -> ImportFault {
    ImportFault(line: line, column: column, reason: "空です。", remedy: "「\(column)」を入れてください。")
  }

  static func flag(_ line: Int, _ column: String) -> ImportFault {
    ImportFault(line: line, column: column, reason: "1か0ではありません。", remedy: "当たるときは1、当たらないときは0か空にしてください。")
  }
}

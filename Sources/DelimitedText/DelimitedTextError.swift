/// CSVの読み取りエラー – why a delimited text could not be read, with the line and what to do.
public struct DelimitedTextError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What stood in the way.
  public enum Reason: Hashable, Sendable {
    /// A row is longer than so many bytes.
    case rowTooLong(limit: Int)
    /// A row has more fields than allowed.
    case tooManyColumns(limit: Int)
    /// A quoted field that begins on the line never ends.
    case unclosedQuote
    /// Something other than a separator follows a closing quote.
    case textAfterQuote
    /// A zero byte: a workbook, UTF-16 or another binary file.
    case notText
    /// The file cannot be read; the system's error number.
    case unreadable(errorNumber: Int32)
    /// The system offers no conversion for CP932.
    case conversionUnavailable
  }

  /// The line, counted from 1; 0 where the file as a whole is meant.
  public let line: Int

  /// What stood in the way.
  public let reason: Reason

  /// An error at a line.
  public init(line: Int, reason: Reason) {
    self.line = line
    self.reason = reason
  }

  /// The error in English, for developers and command lines.
  public var description: String {
    let place = line > 0 ? "line \(line): " : ""
    return place + english
  }

  /// The error in Japanese with its line and remedy, for the page that took the file.
  public var japanese: String {
    let place = line > 0 ? "\(line)行目：" : ""
    return place + remedy
  }

  private var english: String {
    switch reason {
    case .rowTooLong(let limit): "the row is longer than \(limit) bytes; check that its quotes are closed"
    case .tooManyColumns(let limit): "the row has more than \(limit) fields; remove columns or split the file"
    case .unclosedQuote: "a quoted field is never closed; add the closing quote"
    case .textAfterQuote: "text follows a closing quote; double the quotes inside a quoted field"
    case .notText: "the file holds a zero byte; save it as CSV in UTF-8"
    case .unreadable(let number): "the file cannot be read (errno \(number)); check its path and permissions"
    case .conversionUnavailable: "this system cannot convert CP932; save the file as CSV in UTF-8"
    }
  }

  private var remedy: String {
    switch reason {
    case .rowTooLong(let limit):
      "1行が\(limit)バイトを超えています。引用符（\"）の閉じ忘れがないか確認してください。"
    case .tooManyColumns(let limit):
      "列が\(limit)を超えています。列を減らすか、ファイルを分けてください。"
    case .unclosedQuote:
      "引用符（\"）が閉じられていません。項目の終わりに引用符を付けてください。"
    case .textAfterQuote:
      "閉じる引用符（\"）の後に文字があります。項目の中の引用符は二つ重ねて（\"\"）書いてください。"
    case .notText:
      "CSVファイルではありません。「CSV UTF-8」の形式で保存し直してください。"
    case .unreadable:
      "ファイルを読み取れません。ファイルの場所と権限を確認してください。"
    case .conversionUnavailable:
      "Shift_JISのファイルを読み書きできない環境です。「CSV UTF-8」の形式で保存し直してください。"
    }
  }
}

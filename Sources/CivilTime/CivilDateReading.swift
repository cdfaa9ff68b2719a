extension CivilDate {
  /// Reads a day as people type it; nil where it is ambiguous or no day of the calendar.
  ///
  /// Understands 令和8年4月1日, 令和元年5月1日（水）, R8.4.1, 2026年4月1日, 2026/4/1, 2026-04-01, 20260401 and,
  /// with `era` chosen beside the field, 8.4.1; digits and signs may be full-width. A day after the end of its
  /// era is understood (平成32年), one before its first day is not, nor one whose weekday is wrong.
  public init?(reading text: String, era chosenEra: Era? = nil) {
    var scalars = Array(DigitFolding.folded(text).unicodeScalars)[...]
    let weekday = DateReader.takeWeekday(&scalars)
    if scalars.contains("年") { scalars = scalars.filter { $0 != " " }[...] }
    let writtenEra = DateReader.takeEra(&scalars)
    guard let parts = DateReader.parts(of: scalars),
      let year = DateReader.year(of: parts.year, written: writtenEra, chosen: chosenEra),
      let date = CivilDate(year: year.gregorian, month: parts.month, day: parts.day)
    else { return nil }
    if let era = year.era, date < era.firstDay { return nil }
    if let weekday, weekday != date.weekday.japanese { return nil }
    self = date
  }
}

/// The steps of reading a typed date, each on Unicode scalars.
private enum DateReader {
  typealias Scalars = ArraySlice<Unicode.Scalar>

  /// Removes （水） or (水) from the end and gives what stood between the brackets.
  static func takeWeekday(_ scalars: inout Scalars) -> String? {
    guard let last = scalars.last, last == ")" || last == "）", scalars.count > 3 else { return nil }
    let opening = scalars[scalars.endIndex - 3]
    guard opening == "(" || opening == "（" else { return nil }
    let name = String(scalars[scalars.endIndex - 2])
    scalars = scalars.dropLast(3)
    while scalars.last == " " { scalars = scalars.dropLast() }
    return name
  }

  /// Removes an era's name, sign or letter (also lower-case and full-width) from the front.
  static func takeEra(_ scalars: inout Scalars) -> Era? {
    for era in Era.allCases {
      if scalars.starts(with: era.name.unicodeScalars) {
        scalars = scalars.dropFirst(2)
        return era
      }
      let letter = era.letter.unicodeScalars.first?.value ?? 0
      let spellings = [letter, letter + 0x20, letter + 0xFEE0, letter + 0xFF00, era.sign.value]
      if let first = scalars.first, spellings.contains(first.value) {
        scalars = scalars.dropFirst()
        return era
      }
    }
    return nil
  }

  /// Year digits, month and day of one of the accepted forms.
  static func parts(of scalars: Scalars) -> (year: [UInt8], month: Int, day: Int)? {
    guard let fields = fields(of: scalars), fields.count == 3,
      let month = DecimalText.number(fields[1], lengths: 1...2),
      let day = DecimalText.number(fields[2], lengths: 1...2)
    else { return nil }
    return (fields[0], month, day)
  }

  /// The Gregorian year: four digits are one already, one or two count within an era.
  static func year(
    of digits: [UInt8],
    written: Era?,
    chosen: Era?
  ) -> (gregorian: Int, era: Era?)? {
    if written == nil, let year = DecimalText.number(digits, lengths: 4...4) { return (year, nil) }
    guard let era = written ?? chosen, let number = DecimalText.number(digits, lengths: 1...2), number >= 1
    else { return nil }
    return (era.firstYear + number - 1, era)
  }

  /// The three fields between 年月日 or between two equal signs, or cut out of eight digits.
  private static func fields(of scalars: Scalars) -> [[UInt8]]? {
    var bytes: [UInt8] = []
    for (offset, scalar) in scalars.enumerated() {
      switch scalar {
      case "年", "月": bytes.append(UInt8(ascii: "|"))
      case "日" where offset == scalars.count - 1: break
      case "元" where offset == 0: bytes.append(UInt8(ascii: "1"))
      default:
        guard scalar.isASCII else { return nil }
        bytes.append(UInt8(scalar.value))
      }
    }
    if bytes.count == 8, DecimalText.number(bytes, lengths: 8...8) != nil {
      return [Array(bytes[0..<4]), Array(bytes[4..<6]), Array(bytes[6..<8])]
    }
    guard let separator = bytes.first(where: { !DecimalText.isDigit($0) }),
      "|./-".utf8.contains(separator), (separator == UInt8(ascii: "|")) == (scalars.last == "日")
    else { return nil }
    return bytes.split(separator: separator, omittingEmptySubsequences: false).map(Array.init)
  }
}

public import CivilTime
internal import Store

/// Reads a form field by field and collects everything that must be mended, so that a visitor is told once.
///
/// Labels are the words beside the control; a message says what to do, never only that something is wrong.
public struct FormReader: Sendable {
  /// The fields as sent.
  public let fields: FormFields
  /// What must be mended, in the order of the controls.
  public private(set) var faults: [FormFault] = []

  /// A reader of fields.
  public init(_ fields: FormFields) {
    self.fields = fields
  }

  /// Adds a fault that a rule found.
  public mutating func add(_ field: String, _ message: String) {
    faults.append(FormFault(field, message))
  }

  /// A text that must be there, trimmed of spaces at its ends.
  public mutating func text(_ field: String, label: String, most: Int = 200) -> String? {
    let text = trimmed(field)
    if text.isEmpty {
      add(field, "\(label)を入力してください。")
      return nil
    }
    return withinLength(text, field, label, most)
  }

  /// A text that may be left out.
  public mutating func optionalText(_ field: String, label: String, most: Int = 200) -> String? {
    let text = trimmed(field)
    return text.isEmpty ? nil : withinLength(text, field, label, most)
  }

  /// A date in any of the forms people write.
  public mutating func date(_ field: String, label: String) -> CivilDate? {
    let text = trimmed(field)
    if let date = CivilDate(reading: text) { return date }
    add(field, "\(label)を「令和8年4月1日」「R8.4.1」「2026/4/1」のように入力してください。")
    return nil
  }

  /// A duration as h:mm, or nil where it may be left out.
  public mutating func minutes(_ field: String, label: String) -> Minutes? {
    let text = trimmed(field)
    if let minutes = Minutes(reading: text), minutes >= .zero { return minutes }
    add(field, "\(label)を「2:30」のように時間と分で入力してください。")
    return nil
  }

  /// A time of day, or nil where it is left out.
  public mutating func optionalClockTime(_ field: String, label: String) -> ClockTime? {
    let text = trimmed(field)
    if text.isEmpty { return nil }
    if let time = ClockTime(reading: text) { return time }
    add(field, "\(label)を「9:30」「0930」「25:30」のように入力してください。")
    return nil
  }

  /// A whole number that must be there, in either width, with or without separators.
  public mutating func integer(_ field: String, label: String, in range: ClosedRange<Int>) -> Int? {
    if trimmed(field).isEmpty {
      add(field, "\(label)を入力してください。")
      return nil
    }
    return optionalInteger(field, label: label, in: range)
  }

  /// A whole number that may be left out; left out is nil, never nought.
  public mutating func optionalInteger(_ field: String, label: String, in range: ClosedRange<Int>) -> Int? {
    let text = trimmed(field)
    if text.isEmpty { return nil }
    let digits = DigitFolding.folded(text).unicodeScalars.filter { $0 != "," && $0 != "\u{FF0C}" }
    guard !digits.isEmpty, digits.allSatisfy({ ("0"..."9").contains($0) }),
      let number = Int(String(String.UnicodeScalarView(digits))), range.contains(number)
    else {
      add(field, "\(label)を\(range.lowerBound)から\(range.upperBound)までの整数で入力してください。")
      return nil
    }
    return number
  }

  /// Every value of a name, such as the boxes ticked in a list, in the order sent.
  public func choices(_ field: String) -> [String] { fields.all(field) }

  /// One of a closed list of words.
  public mutating func choice<Choice: RawRepresentable<String>>(
    _ field: String,
    label: String,
    as type: Choice.Type = Choice.self
  ) -> Choice? {
    if let choice = Choice(rawValue: trimmed(field)) { return choice }
    add(field, "\(label)を選んでください。")
    return nil
  }

  private func trimmed(_ field: String) -> String {
    TextTrimming.trimmed(fields.first(field) ?? "")
  }

  private mutating func withinLength(_ text: String, _ field: String, _ label: String, _ most: Int) -> String?
  {
    guard text.unicodeScalars.count > most else { return text }
    add(field, "\(label)を\(most)文字以内で入力してください。")
    return nil
  }
}

/// Trims spaces, tabs, line ends and full-width spaces at both ends, scalar by scalar.
enum TextTrimming {
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let isSpace = { (scalar: Unicode.Scalar) in
      scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" || scalar == "\u{3000}"
    }
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}

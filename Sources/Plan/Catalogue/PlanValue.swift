import CivilTime
import Yams

/// A value of the file with the way to it.
///
/// Each reading tells the log when the value is not what is wanted.
struct PlanValue {
  let node: Node
  let path: String

  /// The longest text, in Unicode scalars.
  static let longestText = 2_000

  var place: PlanPlace {
    let mark = node.mark
    return PlanPlace(line: mark?.line ?? 1, column: mark?.column ?? 1, path: path)
  }

  /// A text that is not blank, has no control characters but line breaks, and is of bearable length.
  func text(_ log: FaultLog) -> String? {
    guard let text = scalar(log, wanted: "a text") else { return nil }
    guard text.unicodeScalars.count <= PlanValue.longestText else {
      log.tell(place, "the text is longer than 2000 characters", remedy: "shorten it")
      return nil
    }
    guard text.unicodeScalars.allSatisfy(PlanValue.mayStandInText) else {
      log.tell(place, "the text holds a control character", remedy: "delete it")
      return nil
    }
    return text
  }

  /// A whole number within the range.
  func integer(in range: ClosedRange<Int>, _ log: FaultLog) -> Int? {
    guard let text = scalar(log, wanted: "a whole number") else { return nil }
    guard let number = PlanValue.wholeNumber(text) else {
      let remedy = "write a whole number from \(range.lowerBound) to \(range.upperBound)"
      log.tell(place, "\(quoted(text)) is not a whole number", remedy: remedy)
      return nil
    }
    guard range.contains(number) else {
      let remedy = "write a whole number from \(range.lowerBound) to \(range.upperBound)"
      log.tell(place, "\(number) is out of range", remedy: remedy)
      return nil
    }
    return number
  }

  /// A day that exists, written YYYY-MM-DD.
  func date(_ log: FaultLog) -> CivilDate? {
    guard let text = scalar(log, wanted: "a date") else { return nil }
    if let date = CivilDate(iso: text) { return date }
    let remedy = "write a day that exists as YYYY-MM-DD, such as 2026-03-31"
    log.tell(place, "there is no date \(quoted(text))", remedy: remedy)
    return nil
  }

  /// A code from a closed list.
  func code<Code>(_ type: Code.Type, called name: String, _ log: FaultLog) -> Code?
  where Code: RawRepresentable & CaseIterable, Code.RawValue == String {
    guard let text = scalar(log, wanted: "a \(name)") else { return nil }
    if let code = Code(rawValue: text) { return code }
    let known = Code.allCases.map(\.rawValue).joined(separator: ", ")
    log.tell(place, "unknown \(name) \(quoted(text))", remedy: "use one of \(known)")
    return nil
  }

  var isMapping: Bool {
    if case .mapping = node { true } else { false }
  }

  /// The values of a list.
  func list(_ log: FaultLog) -> [PlanValue]? {
    guard case .sequence(let sequence) = node, hasOwnTag else {
      tellWrongType(wanted: "a list", log)
      return nil
    }
    return sequence.enumerated().map { position, node in
      PlanValue(node: node, path: "\(path)[\(position)]")
    }
  }

  /// Tells that the value is of another kind than wanted.
  func tellWrongType(wanted: String, _ log: FaultLog) {
    guard hasOwnTag else {
      log.tell(place, "YAML tags are not used in plans", remedy: "delete the word that begins with '!'")
      return
    }
    log.tell(place, "expected \(wanted), found \(kind)", remedy: "write \(wanted) here")
  }

  /// Whether the value has the kind that its form shows, without a YAML tag that would change it.
  var hasOwnTag: Bool {
    let tag = node.tag
    return tag == Tag(.str) || tag == Tag(.seq) || tag == Tag(.map)
  }

  private var kind: String {
    switch node {
    case .scalar(let scalar): PlanValue.isNothing(scalar) ? "nothing" : "a text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .alias: "an alias"
    }
  }

  private func scalar(_ log: FaultLog, wanted: String) -> String? {
    guard case .scalar(let scalar) = node, hasOwnTag, !PlanValue.isNothing(scalar) else {
      tellWrongType(wanted: wanted, log)
      return nil
    }
    return scalar.string
  }

  /// Blank, or one of the ways in which YAML writes an absent value.
  private static func isNothing(_ scalar: Node.Scalar) -> Bool {
    if scalar.style == .plain, ["", "~", "null", "Null", "NULL"].contains(scalar.string) { return true }
    return scalar.string.unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }

  private static func mayStandInText(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar.properties.generalCategory != .control
  }

  /// Digits without a leading zero, at most nine, optionally after a minus sign.
  private static func wholeNumber(_ text: String) -> Int? {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    guard (1...9).contains(digits.count) else { return nil }
    guard digits.count == 1 || digits.first != UInt8(ascii: "0") else { return nil }
    let range = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard digits.allSatisfy(range.contains) else { return nil }
    return Int(text)
  }
}

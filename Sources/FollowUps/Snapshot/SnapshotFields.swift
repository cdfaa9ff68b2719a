internal import CivilTime
internal import Indicators
internal import Plan

/// The fields of one line of a snapshot, taken one after the other.
///
/// Anything that is not exactly what ``SnapshotWriter`` writes is refused with the number of its line.
struct SnapshotFields {
  let line: Int
  private var rest: ArraySlice<String>

  init(_ text: Substring.UTF8View, line: Int) {
    self.line = line
    let parts = text.split(separator: 0x09, omittingEmptySubsequences: false)
    rest = parts.map { String(Substring($0)) }[...]
  }

  var damage: FollowUpError { .damaged(line: line) }

  mutating func raw() throws(FollowUpError) -> String {
    guard let field = rest.popFirst() else { throw damage }
    return field
  }

  /// Proves that nothing is left.
  func end() throws(FollowUpError) {
    guard rest.isEmpty else { throw damage }
  }

  mutating func word<Word: RawRepresentable<String>>(
    _ type: Word.Type = Word.self
  ) throws(FollowUpError) -> Word {
    guard let word = Word(rawValue: try raw()) else { throw damage }
    return word
  }

  mutating func number() throws(FollowUpError) -> Int {
    guard let number = Int(try raw()) else { throw damage }
    return number
  }

  mutating func optionalNumber() throws(FollowUpError) -> Int? {
    rest.first == SnapshotWriter.nothing ? try skip() : try number()
  }

  mutating func day() throws(FollowUpError) -> CivilDate {
    guard let day = CivilDate(iso: try raw()) else { throw damage }
    return day
  }

  mutating func optionalDay() throws(FollowUpError) -> CivilDate? {
    rest.first == SnapshotWriter.nothing ? try skip() : try day()
  }

  private mutating func skip<Value>() throws(FollowUpError) -> Value? {
    _ = try raw()
    return nil
  }

  /// One of two words.
  mutating func isFirst(_ first: String, or second: String) throws(FollowUpError) -> Bool {
    let field = try raw()
    if field.utf8.elementsEqual(first.utf8) { return true }
    guard field.utf8.elementsEqual(second.utf8) else { throw damage }
    return false
  }

  mutating func measure() throws(FollowUpError) -> MeasureID {
    guard let id = MeasureID(try raw()) else { throw damage }
    return id
  }

  mutating func target() throws(FollowUpError) -> TargetID {
    guard let id = TargetID(try raw()) else { throw damage }
    return id
  }

  /// A text with its tabs and line ends put back.
  mutating func text() throws(FollowUpError) -> String {
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in try raw().utf8 {
      guard isEscaped else {
        if byte == UInt8(ascii: "\\") { isEscaped = true } else { bytes.append(byte) }
        continue
      }
      isEscaped = false
      switch byte {
      case UInt8(ascii: "\\"): bytes.append(byte)
      case UInt8(ascii: "t"): bytes.append(0x09)
      case UInt8(ascii: "n"): bytes.append(0x0A)
      case UInt8(ascii: "r"): bytes.append(0x0D)
      default: throw damage
      }
    }
    guard !isEscaped else { throw damage }
    return String(decoding: bytes, as: UTF8.self)
  }

  mutating func place() throws(FollowUpError) -> ReportedPlace {
    switch try raw() {
    case "all":
      _ = try raw()
      _ = try raw()
      return .all
    case "employer": return .employer(code: try text(), name: try text())
    case "bureau": return .bureau(employer: try text(), name: try text())
    case "others": return .otherBureaus(employer: try text(), count: try number())
    default: throw damage
    }
  }

  mutating func amount() throws(FollowUpError) -> ReportedAmount {
    switch try raw() {
    case "withheld": return .withheld
    case "ratio": return .ratio(Ratio(try number(), of: try number()))
    case "value":
      let milli = try number()
      guard let numerator = try optionalNumber() else {
        guard try optionalNumber() == nil else { throw damage }
        return .value(milli: milli, of: nil)
      }
      return .value(milli: milli, of: Ratio(numerator, of: try number()))
    default: throw damage
    }
  }

  mutating func figure() throws(FollowUpError) -> ReportedFigure {
    let place = try place()
    let year = FiscalYear(startYear: try number())
    let asOf = try day()
    let isProvisional = try isFirst("provisional", or: "final")
    let origin = try word(ReportedOrigin.self)
    let source = try text()
    let definition = try text()
    let version = try number()
    let amount = try amount()
    return ReportedFigure(
      place: place,
      year: year,
      asOf: asOf,
      isProvisional: isProvisional,
      amount: amount,
      origin: origin,
      source: source,
      definition: definition,
      definitionVersion: version
    )
  }

  mutating func tally() throws(FollowUpError) -> ReportedTally? {
    guard try isFirst("shown", or: "withheld") else { return nil }
    return ReportedTally(ratio: Ratio(try number(), of: try number()), people: try number())
  }
}

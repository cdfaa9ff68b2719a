/// Looks at the raw text before the YAML parser does, and refuses what could make parsing costly or lines miscounted.
///
/// Anchors are refused because a few lines of them can stand for more values than memory holds; keys that are
/// lists or mappings because nested ones are compared at a cost that grows with their depth. A plan needs neither.
struct PlanTextGuard {
  /// The largest file, in bytes: 1 MiB.
  static let mostBytes = 1_048_576

  private let log: FaultLog
  private var line = 1
  private var column = 0
  private var previous: Unicode.Scalar = "\n"
  private var beforePrevious: Unicode.Scalar = "\n"
  private var lastInk: Unicode.Scalar = "\n"

  private init(log: FaultLog) {
    self.log = log
  }

  /// Tells the log what stands in the way of parsing this text.
  static func inspect(_ text: String, log: FaultLog) {
    guard text.utf8.count <= mostBytes else {
      let place = PlanPlace(line: 1, column: 1, path: "")
      log.tell(place, "the file is larger than 1 MiB", remedy: "keep only the plan in it")
      return
    }
    var state = PlanTextGuard(log: log)
    for scalar in text.unicodeScalars { state.take(scalar) }
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    if !isSecondHalfOfLineBreak(scalar) { advance() }
    refuseForbidden(scalar)
    refuseAnchor(scalar)
    refuseKeyMark(scalar)
    refuseCollectionAsKey(scalar)
    beforePrevious = previous
    previous = scalar
    if scalar != " " && scalar != "\t" { lastInk = scalar }
  }

  private func isSecondHalfOfLineBreak(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" && previous == "\r"
  }

  private mutating func advance() {
    let startsLine = previous == "\n" || previous == "\r"
    if startsLine && column > 0 {
      line += 1
      column = 1
    } else {
      column += 1
    }
  }

  private func refuseForbidden(_ scalar: Unicode.Scalar) {
    let isMarkAtStart = scalar.value == 0xFEFF && line == 1 && column == 1
    guard PlanTextGuard.isForbidden(scalar), !isMarkAtStart else { return }
    let number = String(scalar.value, radix: 16, uppercase: true)
    let code = String(repeating: "0", count: max(0, 4 - number.utf8.count)) + number
    tell("the character U+\(code) is not allowed", column: column, remedy: "delete it")
  }

  private func refuseAnchor(_ scalar: Unicode.Scalar) {
    guard previous == "&", PlanTextGuard.isWord(scalar) else { return }
    guard PlanTextGuard.endsToken(beforePrevious) else { return }
    let remedy = "write the value out; in a sentence put a blank after & or use ＆"
    tell(
      "'&' before a letter begins a YAML anchor, and anchors are not used in plans",
      column: column - 1,
      remedy: remedy
    )
  }

  private func refuseKeyMark(_ scalar: Unicode.Scalar) {
    guard scalar == "?", PlanTextGuard.endsToken(previous) else { return }
    let remedy = "write 'key: value'; in a sentence use ？"
    tell("'?' here marks a YAML key, and such keys are not used in plans", column: column, remedy: remedy)
  }

  private func refuseCollectionAsKey(_ scalar: Unicode.Scalar) {
    guard scalar == ":", lastInk == "]" || lastInk == "}" else { return }
    let remedy = "write 'key: value'; in a sentence use ： or ］"
    tell("':' after a bracket makes a list or mapping a YAML key", column: column, remedy: remedy)
  }

  private func tell(_ message: String, column: Int, remedy: String) {
    log.tell(PlanPlace(line: line, column: column, path: ""), message, remedy: remedy)
  }

  /// Whether a YAML token can begin right after this character.
  private static func endsToken(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\t", "\n", "\r", "\u{FEFF}": true
    case "[", "]", "{", "}", ",", ":", "?", "-", "\"", "'": true
    default: false
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
    default: false
    }
  }

  /// Control characters, invisible line breaks (which make line numbers differ from an editor's) and non-characters.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}

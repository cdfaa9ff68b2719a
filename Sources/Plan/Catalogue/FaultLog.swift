/// Where a value stands in the file.
struct PlanPlace {
  let line: Int
  let column: Int
  let path: String
}

/// A value and the place where it was written.
struct Placed<Value> {
  let value: Value
  let place: PlanPlace
}

/// Collects the faults of one reading, so that all are told at once.
final class FaultLog {
  /// Enough to work on; a file that is wrong throughout must not fill the screen or the memory.
  static let most = 500

  private var faults: [PlanFault] = []
  private var leftOut = 0

  func tell(_ place: PlanPlace, _ message: String, remedy: String) {
    guard faults.count < FaultLog.most else {
      leftOut += 1
      return
    }
    let fault = PlanFault(
      line: place.line,
      column: place.column,
      path: place.path,
      message: message,
      remedy: remedy
    )
    faults.append(fault)
  }

  /// Whether a fault was told of this value or of anything in it.
  func hasFaults(under path: String) -> Bool {
    faults.contains { fault in
      fault.path.utf8.elementsEqual(path.utf8) || fault.path.utf8.starts(with: (path + ".").utf8)
        || fault.path.utf8.starts(with: (path + "[").utf8)
    }
  }

  /// The faults in the order of the file, or nil when there is none.
  var found: PlanFaults? {
    guard !faults.isEmpty else { return nil }
    let sorted = faults.enumerated().sorted { left, right in
      let first = (left.element.line, left.element.column, left.offset)
      let second = (right.element.line, right.element.column, right.offset)
      return first < second
    }
    return PlanFaults(faults: sorted.map(\.element), leftOut: leftOut)
  }

  /// The faults of a reading that gave no plan; never empty.
  var failure: PlanFaults {
    if let found { return found }
    let message = "the file holds no plan"
    let remedy = "compare it with plans/example-city.yaml"
    let fault = PlanFault(line: 1, column: 1, path: "", message: message, remedy: remedy)
    return PlanFaults(faults: [fault], leftOut: 0)
  }
}

/// A text from the file as a message may show it: short, on one line, without characters that move a terminal.
func quoted(_ text: String) -> String {
  let longest = 60
  var shown = String.UnicodeScalarView()
  for scalar in text.unicodeScalars.prefix(longest) {
    shown.append(scalar.properties.isVisible ? scalar : "\u{FFFD}")
  }
  let more = text.unicodeScalars.dropFirst(longest).isEmpty ? "" : "…"
  return "'\(String(shown))\(more)'"
}

extension Unicode.Scalar.Properties {
  /// False for control and format characters and for line and paragraph separators.
  fileprivate var isVisible: Bool {
    switch generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }
}

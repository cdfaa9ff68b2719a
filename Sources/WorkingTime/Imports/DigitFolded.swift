internal import CivilTime

/// Text of a cell with full-width digits and signs made plain; plain ASCII is left as it is.
enum DigitFolded {
  static func text(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f }
    return isPlain ? text : DigitFolding.folded(text)
  }
}

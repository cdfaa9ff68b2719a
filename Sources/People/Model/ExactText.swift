/// A text compared by its bytes: as Strings, U+FA19 and U+795E would be equal, as names they are not.
struct ExactText: Hashable, Sendable, CustomStringConvertible {
  let text: String

  init(_ text: String) {
    self.text = text
  }

  var description: String { text }

  static func == (left: Self, right: Self) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  // Texts with equal bytes have equal hashes as Strings, so the String's own hash serves.
  func hash(into hasher: inout Hasher) {
    hasher.combine(text)
  }
}

/// 取組番号: the lasting id of a measure within its plan, such as `II-1-3ii-4a`.
///
/// Records and reports are kept under it, so an id never changes its meaning and is never used again.
/// Capital and small letters differ.
public struct MeasureID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The id as written in the plan file.
  public let text: String

  /// Takes an id of 1–32 ASCII letters and digits in groups joined by single hyphens; anything else is nil.
  public init?(_ text: String) {
    guard Identifier.isWellFormed(text) else { return nil }
    self.text = text
  }

  /// The id as written in the plan file.
  public var description: String { text }

  /// Orders by bytes, only to make listings repeatable; the plan's own order is that of the file.
  public static func < (left: MeasureID, right: MeasureID) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}

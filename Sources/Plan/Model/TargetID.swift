/// 目標番号: the lasting id of a target within its plan, such as `T01`.
public struct TargetID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The id as written in the plan file.
  public let text: String

  /// Takes `T` and two to four digits; anything else is nil.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard (3...5).contains(bytes.count), bytes[0] == UInt8(ascii: "T") else { return nil }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard bytes.dropFirst().allSatisfy(digits.contains) else { return nil }
    self.text = text
  }

  /// The id as written in the plan file.
  public var description: String { text }

  /// Orders by bytes, only to make listings repeatable.
  public static func < (left: TargetID, right: TargetID) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}

/// 様式の確認結果 – one thing in a file for the government's site that must or should be mended.
public struct LayoutFinding: Sendable, Hashable {
  /// How bad it is.
  public enum Weight: Sendable, Hashable {
    /// It must be mended before the files are given away.
    case fault
    /// It should be known.
    case warning
  }

  /// How bad it is.
  public let weight: Weight
  /// The name of the employer in whose row it is.
  public let employer: String
  /// The column.
  public let column: String
  /// What is wrong, and what to do.
  public let message: String

  init(_ weight: Weight, employer: String, column: String, _ message: String) {
    self.weight = weight
    self.employer = employer
    self.column = column
    self.message = message
  }

  /// The finding in one line.
  public var japanese: String { "\(employer)「\(column)」：\(message)" }
}

public import Markup

/// A state in one word (状態), marked by a tone; the word alone says everything.
public enum StatusTag: Sendable {
  /// How a state is marked.
  public enum Tone: String, Sendable, Hashable, CaseIterable {
    /// Nothing to say: 未着手, 下書き.
    case neutral
    /// On its way: 提出済み, 確認中.
    case ongoing
    /// Done: 承認済み, 達成.
    case success
    /// To be looked at: 要理由, 期限まであと2日.
    case attention
    /// Over a limit or late: 遅れ, 上限超過.
    case alarm
  }

  /// The word in its frame.
  public static func draw(_ text: String, tone: Tone) -> HTML {
    "<span class=\"tag \(tone.rawValue)\">\(text)</span>"
  }
}

public import Markup

/// Parts that a small script keeps fresh; without it they show what the server knew.
public enum LiveParts: Sendable {
  /// The server's time of day, without seconds.
  ///
  /// `instant` is the same moment in milliseconds since 1970 UTC.
  public static func clock(_ text: String, instant: Int64) -> HTML {
    "<span class=\"clock\" data-clock=\"\(instant)\">\(text)</span>"
  }

  /// How far a long piece of work is.
  public enum Progress: Sendable, Hashable {
    /// Under way: `done` of `total`; asked again every `refreshSeconds` (at least 5).
    case running(done: Int, total: Int, refreshSeconds: Int)
    /// At its end.
    case ended
  }

  /// A piece of work with its progress; `id` is unique in the page, `text` says the state in a sentence.
  public static func progress(_ progress: Progress, id: String, label: String, text: HTML) -> HTML {
    switch progress {
    case .running(let done, let total, let refreshSeconds):
      """
      <div class="progress" role="status"\(attribute: "id", id) data-refresh-seconds="\(max(refreshSeconds, 5))">\
      <progress max="\(max(total, 1))" value="\(min(max(done, 0), max(total, 1)))"\(attribute: "aria-label", label)>\
      </progress><p>\(text)</p><noscript><p>画面を読み込み直すと、最新の状況を表示します。</p></noscript></div>
      """
    case .ended:
      "<div class=\"progress\" role=\"status\"\(attribute: "id", id)><p>\(text)</p></div>"
    }
  }
}

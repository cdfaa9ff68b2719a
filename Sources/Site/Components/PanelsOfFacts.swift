public import Markup

extension Panels {
  /// One figure with its name (数値タイル).
  public struct Stat: Sendable {
    let label: String
    let value: String
    let unit: String
    let note: HTML

    /// A figure: its name in up to 20 characters, its value, its unit, and a remark such as a tag or a link.
    public init(_ label: String, value: String, unit: String = "", note: HTML = .empty) {
      self.label = label
      self.value = value
      self.unit = unit
      self.note = note
    }
  }

  /// Figures side by side.
  public static func stats(_ stats: [Stat]) -> HTML {
    let tiles = stats.map { stat -> HTML in
      let unit: HTML = stat.unit.isEmpty ? .empty : "<span class=\"unit\">\(stat.unit)</span>"
      let note: HTML = stat.note.isEmpty ? .empty : "<dd class=\"stat-note\">\(stat.note)</dd>"
      return """
        <div><dt>\(stat.label)</dt><dd class="stat-value">\(stat.value)\(unit)</dd>\(note)</div>
        """
    }
    return "<dl class=\"stats\">\(tiles)</dl>"
  }

  /// One entry of a history: when, who, and what was done.
  public struct Event: Sendable {
    let when: String
    let who: String
    let what: HTML

    /// An entry.
    public init(when: String, who: String, what: HTML) {
      self.when = when
      self.who = who
      self.what = what
    }
  }

  /// The history of a record (履歴), in the order given.
  public static func history(_ events: [Event]) -> HTML {
    let items = events.map { event -> HTML in
      """
      <li><p class="event-what">\(event.what)</p><p class="event-when">\(event.when)　\(event.who)</p></li>
      """
    }
    return "<ol class=\"history\">\(items)</ol>"
  }

  /// A link of a menu or of a to-do list.
  public struct Entry: Sendable {
    let title: String
    let path: String
    let text: String
    let mark: HTML

    /// A link with a line below it, and a mark at its end such as a tag or a count.
    public init(_ title: String, to path: String, text: String = "", mark: HTML = .empty) {
      self.title = title
      self.path = path
      self.text = text
      self.mark = mark
    }
  }

  /// Links one below the other, such as what is to be done today.
  public static func entries(_ entries: [Entry]) -> HTML {
    let items = entries.map { entry -> HTML in
      let text: HTML = entry.text.isEmpty ? .empty : "<p class=\"entry-text\">\(entry.text)</p>"
      let mark: HTML = entry.mark.isEmpty ? .empty : "<div class=\"entry-mark\">\(entry.mark)</div>"
      return """
        <li><div class="entry"><a\(href: entry.path)>\(entry.title)</a>\(text)</div>\(mark)</li>
        """
    }
    return "<ul class=\"entries\">\(items)</ul>"
  }
}

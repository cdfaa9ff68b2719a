public import Markup

/// Blocks of a page that are neither form nor table.
public enum Panels: Sendable {
  /// A part of a page under its own heading; `id` makes it a target of links.
  public static func section(_ title: String, id: String? = nil, body: HTML) -> HTML {
    "<section class=\"section\"\(attribute: "id", id)><h2>\(title)</h2>\(body)</section>"
  }

  /// Buttons in a row, the main one first.
  public static func actions(_ buttons: [HTML]) -> HTML {
    buttons.isEmpty ? .empty : "<div class=\"actions\">\(buttons)</div>"
  }

  /// Terms and what they are, such as the facts of one record.
  public static func keyValues(_ pairs: [(term: String, value: HTML)]) -> HTML {
    let rows = pairs.map { pair -> HTML in
      "<div><dt>\(pair.term)</dt><dd>\(pair.value)</dd></div>"
    }
    return "<dl class=\"key-values\">\(rows)</dl>"
  }

  /// What stands where a list would be: why it is empty, what will appear, and one act (a link or button).
  public static func emptyState(_ title: String, _ text: String, action: HTML = .empty) -> HTML {
    """
    <div class="empty-state"><p class="empty-title">\(title)</p><p>\(text)</p>\(action)</div>
    """
  }

  /// A boxed remark in the flow of a page; what was done in the request before is told by `ShellContext.notice`.
  public static func notice(_ kind: Notice.Kind, _ title: String, body: HTML = .empty) -> HTML {
    """
    <div class="notice \(kind.rawValue)"><p class="notice-title"><span class="notice-kind">\(kind.word)</span>\
    \(title)</p>\(body)</div>
    """
  }

  /// More that is shown on demand.
  public static func details(_ summary: String, body: HTML) -> HTML {
    "<details class=\"details\"><summary>\(summary)</summary><div>\(body)</div></details>"
  }

  /// How deep a part that unfolds stands in its page.
  public enum FoldLevel: Sendable, Hashable, CaseIterable {
    /// As deep as a section.
    case section
    /// Below a section.
    case part
  }

  /// A part of a long page, folded to its heading and a line that sums it up; it is printed whole.
  ///
  /// `id` makes its body a target of links, for which browsers unfold it.
  public static func fold(
    _ title: String,
    id: String? = nil,
    level: FoldLevel = .part,
    sum: HTML = .empty,
    isOpen: Bool = false,
    body: HTML
  ) -> HTML {
    let heading: HTML =
      switch level {
      case .section: "<h2>\(title)</h2>"
      case .part: "<h3>\(title)</h3>"
      }
    let line: HTML = sum.isEmpty ? .empty : "<span class=\"fold-sum\">\(sum)</span>"
    let open: HTML = isOpen ? " open" : .empty
    return """
      <details class="fold"\(open)><summary>\(heading)\(line)</summary><div\(attribute: "id", id)>\(body)</div></details>
      """
  }

  /// The three pages of an act (入力・確認・完了) and where the visitor stands; `current` counts from 1.
  public static func steps(_ titles: [String], current: Int) -> HTML {
    let items = titles.enumerated().map { index, title -> HTML in
      index + 1 == current
        ? "<li aria-current=\"step\">\(title)<span class=\"hidden\">（現在のステップ）</span></li>"
        : "<li>\(title)</li>"
    }
    return """
      <p class="hidden">全\(titles.count)ステップ中、\(current)ステップ目</p><ol class="steps">\(items)</ol>
      """
  }
}

extension Notice.Kind {
  /// The kind in a word, so that no colour is needed to tell it.
  var word: String {
    switch self {
    case .success: "完了"
    case .information: "お知らせ"
    case .warning: "注意"
    }
  }
}

public import Markup

/// The way through a long list.
public enum Pagination: Sendable {
  /// 「51〜100件／全412件」 and the links to the pages.
  ///
  /// `page` counts from 1; `path` holds filter and sort and gets `page=n` added.
  public static func links(page: Int, perPage: Int, total: Int, path: String) -> HTML {
    let size = max(perPage, 1)
    let pageCount = max((max(total, 0) + size - 1) / size, 1)
    let current = min(max(page, 1), pageCount)
    guard total > 0 else { return .empty }
    let first = (current - 1) * size + 1
    let count: HTML = """
      <p class="count">\(first)〜\(min(first + size - 1, total))件／全\(total)件</p>
      """
    guard pageCount > 1 else { return "<div class=\"pagination\">\(count)</div>" }
    let numbers = shown(current, of: pageCount).map { number -> HTML in
      guard let number else { return "<li class=\"gap\" aria-hidden=\"true\">…</li>" }
      return item(number, current: current, path: path)
    }
    let back: HTML = current > 1 ? "<li>\(link(current - 1, "前へ", path))</li>" : .empty
    let forth: HTML = current < pageCount ? "<li>\(link(current + 1, "次へ", path))</li>" : .empty
    return """
      <nav class="pagination" aria-label="ページ送り">\(count)<ul>\(back)\(numbers)\(forth)</ul></nav>
      """
  }

  /// First, last, and two on each side of the current page; nil for a gap.
  static func shown(_ current: Int, of pageCount: Int) -> [Int?] {
    let near = max(current - 2, 1)...min(current + 2, pageCount)
    var pages: [Int?] = []
    if near.lowerBound > 1 { pages.append(1) }
    if near.lowerBound == 3 { pages.append(2) }
    if near.lowerBound > 3 { pages.append(nil) }
    pages.append(contentsOf: near.map { $0 })
    if near.upperBound == pageCount - 2 { pages.append(pageCount - 1) }
    if near.upperBound < pageCount - 2 { pages.append(nil) }
    if near.upperBound < pageCount { pages.append(pageCount) }
    return pages
  }

  private static func item(_ number: Int, current: Int, path: String) -> HTML {
    guard number == current else {
      return "<li>\(link(number, "\(number)", path))</li>"
    }
    return """
      <li><a aria-current="page"\(href: target(number, path))><span class="hidden">ページ </span>\(number)</a></li>
      """
  }

  private static func link(_ number: Int, _ words: String, _ path: String) -> HTML {
    let prefix: HTML =
      words.utf8.first.map { $0 < 0x80 } == true ? "<span class=\"hidden\">ページ </span>" : .empty
    return "<a\(href: target(number, path))>\(prefix)\(words)</a>"
  }

  private static func target(_ number: Int, _ path: String) -> String {
    let separator = path.utf8.contains(UInt8(ascii: "?")) ? "&" : "?"
    return "\(path)\(separator)page=\(number)"
  }
}

import Markup

/// What stands above every page: where one is, who one is, and the main menu.
enum SiteHeader {
  static func draw(in context: ShellContext) -> HTML {
    """
    <header class="site-header">\(band(context.isDemo))<div class="frame bar">\(name)\(visitor(context))\
    \(PaperStamp.draw(shownAt: context.shownAt))</div>\
    \(menu(context))</header>
    """
  }

  private static func band(_ isDemo: Bool) -> HTML {
    isDemo ? "<p class=\"demo-band\">これは架空の府省のデモです。</p>" : .empty
  }

  private static let name: HTML = """
    <a class="service" href="/">\
    <svg class="emblem" width="32" height="32" viewBox="0 0 32 32" aria-hidden="true" focusable="false">\
    <rect class="ground" width="32" height="32" rx="8"/><circle class="line" cx="16" cy="16" r="9"/>\
    <path class="line" d="M16 10.5V16l4 2.5"/></svg>\
    <span>はたらき</span></a>
    """

  private static func visitor(_ context: ShellContext) -> HTML {
    let help: HTML = "<li><a href=\"/help\">使い方</a></li>"
    guard let person = context.signedInAs else { return "<ul class=\"visitor\">\(help)</ul>" }
    return """
      <ul class="visitor"><li class="person"><span class="unit">\(person.unit)</span> \
      <span class="name">\(person.name)</span> さん</li>\(help)<li>\(signOut(context.formToken))</li></ul>
      """
  }

  private static func signOut(_ token: String) -> HTML {
    """
    <form method="post" action="/sign-out">\(Forms.guards(token: token, once: nil))\
    <button class="plain" type="submit">ログアウト</button></form>
    """
  }

  private static func menu(_ context: ShellContext) -> HTML {
    guard !context.navigation.isEmpty else { return .empty }
    let current = currentEntry(context.navigation, path: context.path)
    let items = context.navigation.enumerated().map { index, entry -> HTML in
      let mark: HTML =
        index == current
        ? "\(attribute: "aria-current", isSame(entry.path, context.path) ? "page" : "true")" : .empty
      return "<li><a\(href: entry.path)\(mark)>\(entry.title)</a></li>"
    }
    return "<nav class=\"menu frame\" aria-label=\"主要メニュー\"><ul>\(items)</ul></nav>"
  }

  /// The entry with the longest path that is the page's path or leads to it, by whole steps: `/leave` holds
  /// `/leave/2`, not `/leaves`.
  static func currentEntry(_ entries: [NavigationEntry], path: String) -> Int? {
    entries.indices
      .filter { holds(entries[$0].path, path) }
      .max { entries[$0].path.utf8.count < entries[$1].path.utf8.count }
  }

  private static func holds(_ entry: String, _ path: String) -> Bool {
    if isSame(entry, path) { return true }
    guard entry.utf8.count > 1 else { return false }
    return path.utf8.starts(with: entry.utf8)
      && path.utf8.dropFirst(entry.utf8.count).first == UInt8(ascii: "/")
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    one.utf8.elementsEqual(other.utf8)
  }
}

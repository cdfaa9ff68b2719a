public import Markup

/// The whole document around a page.
public enum PageShell: Sendable {
  /// The name of the service.
  public static let serviceName = "はたらき"

  /// The document of a page for one visitor.
  public static func draw(_ page: PageContent, in context: ShellContext) -> HTML {
    """
    <!DOCTYPE html>
    <html lang="ja">\(DocumentHead.draw(title: documentTitle(of: page)))\
    <body class="\(printClass(of: page.printing))"><a class="skip" href="#main">本文へ移動</a>\
    \(SiteHeader.draw(in: context))<div class="frame">\(BreadcrumbTrail.draw(page, in: context))\
    \(main(page, in: context))</div>\(SiteFooter.draw())</body></html>

    """
  }

  private static func main(_ page: PageContent, in context: ShellContext) -> HTML {
    let lead: HTML = page.lead.isEmpty ? .empty : "<div class=\"lead\">\(page.lead)</div>"
    return """
      <main id="main" tabindex="-1">\(told(page, context.notice))<h1>\(page.title)</h1>\(lead)\(page.body)</main>
      """
  }

  /// Faults speak alone; a notice beside them would be read past.
  private static func told(_ page: PageContent, _ notice: Notice?) -> HTML {
    if !page.faults.isEmpty { return ErrorSummary.draw(page.faults) }
    return notice.map(NoticeBanner.draw) ?? .empty
  }

  private static func documentTitle(of page: PageContent) -> String {
    let prefix = page.faults.isEmpty ? "" : "エラー："
    return "\(prefix)\(page.title)｜\(serviceName)"
  }

  private static func printClass(of printing: PageContent.Printing) -> HTML {
    switch printing {
    case .portrait: "page"
    case .landscape: "page landscape"
    }
  }
}

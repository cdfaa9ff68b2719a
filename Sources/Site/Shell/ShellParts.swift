import Markup

/// The head of every document.
enum DocumentHead {
  private static let links: HTML = """
    <link rel="stylesheet"\(href: Assets.stylesheet.path)><link rel="icon" type="image/svg+xml"\
    \(href: Assets.icon.path)><script defer\(attribute: "src", Assets.script.path)></script>
    """

  static func draw(title: String) -> HTML {
    """
    <head><meta charset="utf-8"><title>\(title)</title>\
    <meta name="viewport" content="width=device-width, initial-scale=1">\
    <meta name="format-detection" content="telephone=no"><meta name="robots" content="noindex">\(links)</head>
    """
  }
}

/// The way to a page (現在位置); none on the home page and for guests.
enum BreadcrumbTrail {
  static func draw(_ page: PageContent, in context: ShellContext) -> HTML {
    guard context.signedInAs != nil, !context.path.utf8.elementsEqual("/".utf8) else { return .empty }
    let steps = ([Breadcrumb("ホーム", "/")] + page.breadcrumbs).map { step -> HTML in
      "<li><a\(href: step.path)>\(step.title)</a></li>"
    }
    return """
      <nav class="breadcrumbs" aria-label="現在位置"><ol>\(steps)<li aria-current="page">\(page.title)</li></ol></nav>
      """
  }
}

/// What was done in the request before.
enum NoticeBanner {
  static func draw(_ notice: Notice) -> HTML {
    """
    <div class="notice \(notice.kind.rawValue)" role="status"><p class="notice-title">\
    <span class="notice-kind">\(notice.kind.word)</span>\(notice.text)</p></div>
    """
  }
}

/// What to mend in a form, with links to the controls; it takes the focus.
enum ErrorSummary {
  static func draw(_ faults: [FormFault]) -> HTML {
    let items = faults.map { fault -> HTML in
      "<li><a\(href: "#\(fault.field)")>\(fault.message)</a></li>"
    }
    return """
      <div class="error-summary" role="alert" tabindex="-1" autofocus data-error-summary \
      aria-labelledby="error-summary-title"><h2 id="error-summary-title">\
      入力内容を確認してください（\(faults.count)件）</h2><ul>\(items)</ul></div>
      """
  }
}

/// What stands below every page, always in the same order.
enum SiteFooter {
  static func draw() -> HTML {
    """
    <footer class="site-footer"><div class="frame"><ul><li><a href="/help">使い方</a></li>\
    <li><a href="/contact">お問い合わせ</a></li><li><a href="/accessibility">アクセシビリティ</a></li></ul>\
    <p>はたらき　働き方改革の取組を進めるための業務システム</p></div></footer>
    """
  }
}

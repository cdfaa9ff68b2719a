import Markup
import Testing

@Suite struct HTMLTests {
  @Test func literalsAreMarkupAndPiecesAreInserted() {
    let inner: HTML = "<b>太字</b>"
    let page: HTML = "<p>\(inner)と\("<i>")と\(42)と\([inner, inner])と\(HTML?.none)</p>"
    #expect(page.text == "<p><b>太字</b>と&lt;i&gt;と42と<b>太字</b><b>太字</b>と</p>")
  }

  @Test func piecesAreJoinedInOrder() {
    #expect(HTML(["<br>", HTML(text: "&"), .empty]).text == "<br>&amp;")
    #expect(("<a>" as HTML + "</a>").text == "<a></a>")
    #expect(HTML.empty.isEmpty)
  }

  @Test func attributesAreQuotedEscapedOrLeftOut() {
    let field: HTML =
      "<input\(attribute: "value", "\"\u{301}<")\(attribute: "name", nil)\(flag: "checked", true)>"
    #expect(field.bytes == Array("<input value=\"&quot;\u{301}&lt;\" checked>".utf8))
    let off: HTML = "<input\(flag: "checked", false)>"
    #expect(off.text == "<input>")
  }

  static let refused = [
    "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
    "data:text/html,x",
    "//example.org", "/\\example.org", "\\\\example.org", "/\t/example.org", "/\n/example.org",
    "\t//example.org",
    "https://example.org/", "example.org", "", "/a b", "/a\u{0}", "/x\\..\\y",
  ]

  @Test(arguments: refused)
  func pathsThatMightLeadElsewhereBecomeTheHomePage(path: String) {
    let link: HTML = "<a\(href: path)>"
    let form: HTML = "<form\(action: path)>"
    #expect(!SitePath.isSafe(path))
    #expect(link.text == "<a href=\"/\">")
    #expect(form.text == "<form action=\"/\">")
  }

  static let taken = ["/", "/time/2026-08", "/a?b=c&d=%2F", "?page=2", "#reason", "/人", "/a//b", "/x:y"]

  @Test(arguments: taken)
  func pathsInsideTheSiteStay(path: String) {
    let link: HTML = "<a\(href: path)>"
    #expect(link.bytes == Array("<a href=\"".utf8) + HTML(text: path).bytes + Array("\">".utf8))
  }
}

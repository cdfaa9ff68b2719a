import Testing

@testable import Evidence

@Suite("Links that people type")
struct ExternalLinkTests {
  static let good = [
    "https://www.example.go.jp/kaigi.html", "http://intra/x?a=1&b=2#c", "HTTPS://Example.jp",
    "https://例え.jp/資料",
    "https://[::1]/x",
  ]
  static let bad = [
    "", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//example.jp", "example.jp",
    "https:",
    "https://", "https:///x", "https:// example.jp", "https://a\"onclick=b", "https://a<b>",
    "https://a\u{7}b",
    "ftp://example.jp", "https:\\\\example.jp", "\thttps://example.jp", "ｈttps://example.jp", "https://@x",
    "https://.x",
  ]

  @Test(arguments: good)
  func areTakenAsTyped(link: String) {
    #expect(ExternalLink(link)?.text == link)
  }

  @Test(arguments: bad)
  func areRefused(link: String) {
    #expect(ExternalLink(link) == nil)
  }

  @Test func areNoLongerThanAllowed() {
    let host = "https://a/"
    let room = ExternalLink.mostBytes - host.utf8.count
    #expect(ExternalLink(host + String(repeating: "x", count: room)) != nil)
    #expect(ExternalLink(host + String(repeating: "x", count: room + 1)) == nil)
  }
}

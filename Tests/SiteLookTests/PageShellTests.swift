import Markup
import Site
import Testing

@Suite struct PageShellTests {
  private func draw(
    _ page: PageContent,
    path: String = "/time/1",
    entries: [String] = [],
    notice: Notice? = nil,
    isGuest: Bool = false
  ) -> String {
    let context = ShellContext(
      signedInAs: isGuest ? nil : (name: "髙橋 花子", unit: "秘書課"),
      navigation: entries.map { NavigationEntry($0, $0) },
      path: path,
      notice: notice,
      formToken: "token",
      isDemo: false
    )
    return PageShell.draw(page, in: context).text
  }

  @Test func theTitleNamesPageAndService() {
    #expect(draw(PageContent(title: "休暇の申請", body: .empty)).contains("<title>休暇の申請｜はたらき</title>"))
  }

  @Test func faultsAreToldInTheTitleAndAboveTheHeadingInPlaceOfANotice() throws {
    let page = PageContent(title: "休暇の申請", faults: [.init("day", "日を入力してください")], body: .empty)
    let text = draw(page, notice: .init(.success, "保存しました。"))
    #expect(text.contains("<title>エラー：休暇の申請｜はたらき</title>"))
    #expect(text.contains("<li><a href=\"#day\">日を入力してください</a></li>"))
    #expect(!text.contains("保存しました。"))
    let summary = try #require(text.utf8.firstRange(of: "role=\"alert\""))
    let heading = try #require(text.utf8.firstRange(of: "<h1>"))
    #expect(summary < heading)
  }

  @Test func aNoticeIsToldOnce() {
    let text = draw(PageContent(title: "休暇", body: .empty), notice: .init(.success, "保存しました。"))
    #expect(text.contains("role=\"status\""))
    #expect(text.contains("保存しました。"))
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let path: String
    let entries: [String]
    let current: String?
    var testDescription: String { "\(path) in \(entries)" }
  }

  static let cases = [
    Case(path: "/", entries: ["/", "/leave"], current: "/"),
    Case(path: "/leave", entries: ["/", "/leave"], current: "/leave"),
    Case(path: "/leave/2", entries: ["/", "/leave"], current: "/leave"),
    Case(path: "/leaves", entries: ["/", "/leave"], current: nil),
    Case(path: "/plan/targets/1", entries: ["/plan", "/plan/targets"], current: "/plan/targets"),
    Case(path: "/other", entries: ["/plan"], current: nil),
  ]

  @Test(arguments: cases)
  func theMenuShowsWhereOneIs(_ given: Case) {
    let context = ShellContext(
      signedInAs: nil,
      navigation: given.entries.map { NavigationEntry($0, $0) },
      path: given.path,
      notice: nil,
      formToken: "",
      isDemo: false
    )
    let tags = TagReader.tags(in: PageShell.draw(PageContent(title: "", body: .empty), in: context))
    let current = tags.filter { $0.name == "a" && $0.value(of: "aria-current") != nil }
    #expect(current.compactMap { $0.value(of: "href") } == [given.current].compactMap { $0 })
  }

  @Test func signingOutIsAPostWithTheToken() {
    let text = draw(PageContent(title: "休暇", body: .empty))
    let form = """
      <form method="post" action="/sign-out"><input type="hidden" name="_token" value="token">\
      <button class="plain" type="submit">ログアウト</button></form>
      """
    #expect(text.contains(form))
    #expect(!draw(PageContent(title: "ログイン", body: .empty), isGuest: true).contains("/sign-out"))
  }

  @Test func aWidePagePrintsOnItsSide() {
    #expect(
      draw(PageContent(title: "表", printing: .landscape, body: .empty)).contains(
        "<body class=\"page landscape\">"
      )
    )
  }
}

extension Sequence<UInt8> where Self: Collection {
  /// Where a text first begins.
  fileprivate func firstRange(of text: String) -> Index? {
    indices.first { self[$0...].starts(with: text.utf8) }
  }
}

import CivilTime
import Markup
import Site
import Testing

@Suite struct PaperStampTests {
  private static func draw(shownAt: Instant?) -> String {
    let context = ShellContext(
      signedInAs: nil,
      navigation: [],
      path: "/",
      notice: nil,
      formToken: "",
      isDemo: false,
      shownAt: shownAt
    )
    return PageShell.draw(PageContent(title: "表", body: .empty), in: context).text
  }

  @Test func paperTellsWhenThePageWasDrawnByTheClockOfTheOffice() {
    // 06:04 UTC is four past three in Tokyo.
    let text = Self.draw(shownAt: Instant(milliseconds: 1_795_413_840_000))
    #expect(text.contains("<p class=\"stamp\" data-stamp>表示: 2026年11月23日 15:04</p>"))
  }

  @Test func withoutATimeThePlaceIsLeftForTheBrowser() {
    #expect(Self.draw(shownAt: nil).contains("<p class=\"stamp\" data-stamp></p>"))
  }
}

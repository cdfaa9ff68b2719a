import Markup
import Testing

@Suite struct LimitBarTests {
  static let limit = LimitBar.Mark(2700, "上限 45時間")

  @Test func aDescribedBarIsNamedByItsOwnIDs() {
    let bar = LimitBar(
      value: 2460,
      limit: Self.limit,
      voice: .described(id: "august", title: "8月", description: "41時間。上限は45時間です。")
    )
    let text = bar.svg.text
    #expect(text.contains("role=\"img\" aria-labelledby=\"august-title august-description\""))
    #expect(text.contains("<title id=\"august-title\">8月</title>"))
    #expect(text.contains("<desc id=\"august-description\">41時間。上限は45時間です。</desc>"))
    #expect(text.contains(">上限 45時間</text>"))
    #expect(!text.contains("style="))
    #expect(!text.contains("class=\"over\""))
  }

  @Test func aDecorativeBarIsHidden() {
    let text = LimitBar(value: 1, limit: Self.limit, voice: .decorative).svg.text
    #expect(text.contains("aria-hidden=\"true\""))
    #expect(!text.contains("<title"))
  }

  @Test func theLimitStandsAtItsShareOfTheWidth() {
    // 2700 of 2700 and a tenth more: 90.9 %.
    let text = LimitBar(value: 1350, limit: Self.limit, voice: .decorative).svg.text
    #expect(text.contains("class=\"limit\" x1=\"90.9%\""))
    #expect(text.contains("class=\"value\" x=\"0\" y=\"8\" width=\"45.4%\""))
  }

  @Test func whatIsBeyondTheLimitIsAPieceOfItsOwn() {
    let text = LimitBar(value: 5400, limit: Self.limit, voice: .decorative).svg.text
    #expect(text.contains("class=\"over\" x=\"45.4%\" y=\"8\" width=\"45.5%\""))
  }

  @Test func labelsThatWouldTouchStandInRows() {
    let near = LimitBar(value: 0, limit: Self.limit, marks: [.init(2160, "8割 36時間")], voice: .decorative)
    let far = LimitBar(value: 0, limit: Self.limit, marks: [.init(600, "10時間")], voice: .decorative)
    #expect(near.svg.text.contains("height=\"72\""))
    #expect(far.svg.text.contains("height=\"52\""))
  }

  @Test(arguments: [(-5, 0), (0, 0), (Int.max, 1), (1, Int.max), (Int.min, Int.min)])
  func noValueIsTooLargeOrTooSmall(value: Int, limit: Int) {
    let text = LimitBar(value: value, limit: .init(limit, "上限"), voice: .decorative).svg.text
    #expect(!text.contains("=\"-"), "a negative place or width: \(text)")
  }

  @Test(arguments: ProbeStrings.hiddenQuotes + ProbeStrings.breakOuts)
  func wordsInAFigureCannotLeaveIt(probe: String) {
    func svg(_ text: String) -> HTML {
      LimitBar(
        value: 1,
        limit: .init(2, text),
        voice: .described(id: text, title: text, description: text)
      ).svg
    }
    let tags = svg(probe).bytes.filter { $0 == UInt8(ascii: "<") }.count
    #expect(tags == svg("無害").bytes.filter { $0 == UInt8(ascii: "<") }.count)
  }
}

import Testing

@testable import Markup

@Suite("Charts of the plan")
struct ChartTests {
  private static let voice = LimitBar.Voice.described(id: "line", title: "題<", description: "説明&")

  private func line(_ runs: [[YearLine.Point]]) -> String {
    YearLine(
      series: [
        YearLine.Series("自分", mark: .circle, runs: runs),
        YearLine.Series(
          "国",
          mark: .square,
          runs: [[.init(place: 0, value: 10), .init(place: 24, value: 20)]]
        ),
      ],
      target: .init(35, "目標 35％"),
      ticks: [.init(0, "R6"), .init(12, "R7"), .init(24, "R8")],
      voice: Self.voice
    ).figure.text
  }

  private static let own: [YearLine.Point] = [
    .init(place: 0, value: 30), .init(place: 12, value: 32), .init(place: 24, value: 40),
  ]

  private func count(_ part: String, in text: String) -> Int { text.split(separator: part).count - 1 }

  @Test func namesItselfInWordsAndCarriesNoStyle() {
    let text = line([Self.own])
    #expect(
      text.contains("<title id=\"line-title\">題&lt;</title><desc id=\"line-description\">説明&amp;</desc>")
    )
    #expect(text.contains("aria-labelledby=\"line-title line-description\""))
    #expect(!text.contains("style="))
    #expect(!text.contains("viewBox"))
    for words in ["目標 35％", "自分", "国", "R6", "R7", "R8"] { #expect(text.contains(words), "\(words)") }
  }

  @Test func joinsPointsOfARunAndNoOthers() {
    let thick = "stroke-width=\"3\""
    // One line more than there are joints: the key.
    #expect(count(thick, in: line([Self.own])) == 3)
    #expect(count(thick, in: line([[Self.own[0]], [Self.own[1], Self.own[2]]])) == 2)
    #expect(count(thick, in: line(Self.own.map { [$0] })) == 1)
    #expect(count("<circle", in: line(Self.own.map { [$0] })) == 4)
  }

  @Test func keepsEveryPointInsideTheFigure() {
    let scale = YearLineScale(places: [5, 29], values: [0, 1_025, 100], top: 24, floor: 184)
    #expect(scale.across(5) == 60)
    #expect(scale.across(29) == 940)
    #expect(scale.height(0) == 184)
    #expect((24...184).contains(scale.height(1_025)))
    #expect(scale.height(-5) == 184)
    #expect(YearLineScale(places: [7], values: [], top: 24, floor: 184).across(7) == 500)
    #expect(YearLineScale(places: [], values: [.max], top: 24, floor: 184).height(.max) == 24)
  }

  @Test func drawsAValueBeyondATargetToReachAsGoodAndBeyondALimitAsTooMuch() {
    let target = LimitBar.Mark(100, "目標 100％")
    let reached = TargetBar(value: 103, target: target, side: .atLeast, voice: .decorative).svg.text
    #expect(!reached.contains("class=\"over\""))
    let above = TargetBar(value: 103, target: target, side: .atMost, voice: .decorative).svg.text
    #expect(above.contains("class=\"over\""))
  }

  @Test func drawsASparkOfTwoValuesOrMore() {
    #expect(SparkLine([3]).svg.isEmpty)
    let text = SparkLine([3, 9, 6]).svg.text
    #expect(text.contains("points=\"2,17 40,3 78,10\""))
    #expect(text.contains("aria-hidden=\"true\""))
  }

  @Test func keepsPeriodsWithinTheYear() {
    let text = PeriodBar(spans: [-50...250, 900...1_400], today: 1_200).svg.text
    #expect(text.contains("x=\"0.0%\""))
    #expect(text.contains("width=\"25.0%\""))
    #expect(text.contains("width=\"10.0%\""))
    #expect(text.contains("x1=\"100.0%\""))
  }
}

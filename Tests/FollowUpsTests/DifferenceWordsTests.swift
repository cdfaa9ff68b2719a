import CivilTime
import Plan
import Testing

@testable import FollowUps

@Suite("Words of differences")
struct DifferenceWordsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let fact: String
    let words: String
    var testDescription: String { fact }
  }

  private static let cases = [
    Case(fact: "all 課長級に占める女性", words: "全体、課長級に占める女性"),
    Case(fact: "soumu 課長級に占める女性 2025", words: "総務省、課長級に占める女性（令和7年度の数値）"),
    Case(fact: "soumu 総務省", words: "総務省"), Case(fact: "soumu 統計局", words: "総務省、統計局"),
    Case(fact: "全体", words: "全体"), Case(fact: "mura 役場", words: "mura 役場"),
  ]

  @Test(arguments: cases)
  func namesEmployersAndYears(one: Case) throws {
    let words = DifferenceWords(employers: try SampleReport.version().plan.employers)
    #expect(words.place(one.fact) == one.words)
  }

  @Test(arguments: [(0, "0"), (1500, "1.5"), (-7, "-0.007"), (149_000, "149"), (12_340, "12.34")])
  func writesThousandthsAsDecimals(milli: Int, text: String) {
    #expect(ReportedAmount.decimal(milli) == text)
  }
}

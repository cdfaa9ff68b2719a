import CivilTime
import Store
import Testing

@testable import WorkingTime

/// A day's overtime on one line.
@Suite struct ClaimNotationTests {
  struct Line: Sendable, CustomTestStringConvertible {
    let text: String
    let stretches: [Range<ClockTime>]
    var testDescription: String { text }

    init(_ text: String, _ stretches: Range<ClockTime>...) {
      self.text = text
      self.stretches = stretches
    }
  }

  private static let evening = time(18, 15)..<time(20, 30)
  private static let night = time(22)..<time(25, 30)

  static let lines = [
    Line("1815-2030", evening), Line("18:15-20:30", evening), Line("18:15–20:30", evening),
    Line("18:15〜20:30", evening), Line("18:15～20:30", evening), Line("18:15 - 20:30", evening),
    Line("１８１５－２０３０", evening), Line("１８：１５ー２０：３０", evening), Line("　1815-2030　", evening),
    Line("1815-2030 2200-2530", evening, night), Line("18:15-20:30、22:00-25:30", evening, night),
    Line("18:15–20:30、22:00–25:30", evening, night), Line("１８１５－２０３０　２２－２５３０", evening, night),
    Line("22-25:30,1815-2030", evening, night), Line("1815-20 20-2030", evening),
    Line("830-9", time(8, 30)..<time(9)), Line("0-1", time(0)..<time(1)),
    Line("24-47:59", time(24)..<time(47, 59)),
    Line(
      "6-7 12-1230 18-19 20-21",
      time(6)..<time(7),
      time(12)..<time(12, 30),
      time(18)..<time(19),
      time(20)..<time(21)
    ),
  ]

  @Test(arguments: lines)
  func stretchesAreReadInAnyHand(_ line: Line) throws {
    let (claim, faults) = ClaimReading.read(line: line.text)
    #expect(faults.isEmpty)
    guard case .stretches(let worked) = claim else {
      Issue.record("\(line.text) is read as \(String(describing: claim))")
      return
    }
    #expect(worked.all == line.stretches)
  }

  @Test(arguments: [("2:30", 150), ("２：３０", 150), ("0", 0), ("0:00", 0), ("24:00", 1440)])
  func aLengthAloneIsReadToo(_ text: String, _ minutes: Int) {
    let (claim, faults) = ClaimReading.read(line: text)
    #expect(faults.isEmpty)
    guard case .length(let length) = claim else {
      Issue.record("\(text) is no length")
      return
    }
    #expect(length == Minutes(minutes))
  }

  @Test(arguments: [
    ("", "勤務した時間帯か、長さを入力してください"), ("1815", "「1815」を読み取れません"), ("1815-2030-2200", "読み取れません"),
    ("1815-2030 2:00", "「2:00」を読み取れません"), ("夕方", "「夕方」を読み取れません"), ("1815-", "終わりを入力"),
    ("-2030", "始まりを入力"), ("2030-1815", "終わりを始まりより後"), ("2200-130", "25:30"), ("1815-2060", "終わりを「9:30」"),
    ("1815-4800", "終わりを「9:30」"), ("18:15-20:00 19:30-21:00", "重なっています"), ("25:00", "24:00まで"),
    ("0-24 24-25", "24:00を超えます"), ("-1:00", "始まりを入力"), ("18-19-", "読み取れません"),
  ])
  func whatCannotStandIsToldWithWhatToDo(_ text: String, _ words: String) {
    let (claim, faults) = ClaimReading.read(line: text)
    #expect(claim == nil)
    #expect(faults.contains { $0.contains(words) }, "\(text): \(faults)")
  }

  @Test func aLineLongerThanAnyDayIsRefusedBeforeItIsTakenApart() throws {
    let most = (0..<24).map { "\($0):00-\($0):30" }.joined(separator: " ")
    #expect(throws: Never.self) { try ClaimNotation(reading: most) }
    for line in [
      most + " 24:00-24:30", String(repeating: "1", count: 501),
      "1815-2030" + String(repeating: " ", count: 500),
    ] {
      let (claim, faults) = ClaimReading.read(line: line)
      #expect(claim == nil)
      #expect(faults.count == 1, "\(faults)")
      #expect(faults.allSatisfy { $0.contains("…」を読み取れません") && $0.contains("24個まで") }, "\(faults)")
    }
  }

  @Test(arguments: lines)
  func whatIsShownReadsAsTheSame(_ line: Line) throws {
    let worked = try WorkedStretches(line.stretches)
    let text = ClaimNotation.text(of: Self.claim(.stretches(worked, overtime: .zero)))
    guard case .stretches(let again) = ClaimReading.read(line: text).claim else {
      Issue.record("\(text) cannot be read")
      return
    }
    #expect(again == worked)
  }

  @Test func oneTakenBackShowsNothing() {
    #expect(ClaimNotation.text(of: nil).isEmpty)
    #expect(ClaimNotation.text(of: Self.claim(.length(.zero))).isEmpty)
    #expect(ClaimNotation.text(of: Self.claim(.length(Minutes(150)))) == "2:30")
  }

  private static func claim(_ amount: OvertimeDeclaration.Amount) -> OvertimeDeclaration {
    OvertimeDeclaration(
      id: .init(1),
      date: day("2026-04-01"),
      amount: amount,
      isSpecial: false,
      reason: "国会",
      recordedAt: instant("2026-04-01", 9)
    )
  }
}

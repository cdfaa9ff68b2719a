import CivilTime
import Store
import Testing
import WorkingTimeRules

@testable import OvertimeOrders
@testable import WorkingTime

@Suite struct LimitProjectionTests {
  /// A month with so much overtime, and what so much more makes of its limits.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let post: PostKind
    let earlier: [Int]
    let month: Int?
    let added: Int
    let warnings: [String]

    init(
      _ name: String,
      _ post: PostKind,
      earlier: [Int] = [],
      _ month: Int?,
      _ added: Int,
      _ warnings: [String]
    ) {
      testDescription = name
      self.post = post
      self.earlier = earlier
      self.month = month
      self.added = added
      self.warnings = warnings
    }
  }

  static let november = OrdersOffice.month

  static let cases = [
    Case("exactly 45 hours", .ordinary, 2400, 300, []),
    Case("a minute more", .ordinary, 2400, 301, ["1か月の上限を超える見込み"]),
    Case("nothing stands for the month yet", .ordinary, nil, 2701, ["1か月の上限を超える見込み"]),
    Case("it is exceeded already", .ordinary, 2760, 60, ["1か月の上限を超過"]),
    Case("external: exactly 100 hours", .external, 5940, 60, ["1か月の上限を超える見込み"]),
    Case("external: a minute less", .external, 5940, 59, []),
    Case(
      "external: the average of two months",
      .external,
      earlier: [5400],
      4200,
      1,
      ["2か月平均の上限を超える見込み"]
    ),
  ]

  @Test(arguments: cases)
  func whatIsAddedShowsWhichLimitsAreCrossed(_ one: Case) {
    let projection = Self.projection(one)
    #expect(projection.warnings == one.warnings)
  }

  @Test func whatStandsIsToldWithoutTheAddition() throws {
    let projection = Self.projection(Case("", .ordinary, 2400, 120, []))
    let month = try #require(projection.lines.first { $0.now.test == .month })
    #expect(month.now.value == 2400)
    #expect(month.now.remaining == Minutes(300))
    #expect(month.after.value == 2520)
    #expect(month.after.remaining == Minutes(180))
    #expect(projection.remaining == Minutes(300))
  }

  private static func projection(_ one: Case) -> LimitProjection {
    let before = one.earlier.enumerated().map { position, minutes in
      MonthlyOvertime(
        month: november.adding(months: position - one.earlier.count),
        overtime: Minutes(minutes),
        post: one.post
      )
    }
    let own =
      one.month.map { [MonthlyOvertime(month: november, overtime: Minutes($0), post: one.post)] } ?? []
    return LimitProjection(
      before + own,
      month: november,
      post: one.post,
      adding: Minutes(one.added),
      isSpecial: false
    )
  }
}

@Suite struct AmountTextTests {
  @Test func anAmountIsReadAsItWasStored() throws {
    let amounts: [OvertimeDeclaration.Amount] = try [
      .length(Minutes(150)), .stretches(worked(1095..<1275), overtime: Minutes(180)),
      .stretches(worked(1095..<1200, 1290..<1530), overtime: Minutes(300)),
    ]
    for amount in amounts {
      #expect(OvertimeDeclaration.Amount(stored: amount.length, amount.storedStretches) == amount)
    }
  }

  @Test(arguments: ["", "1095", "1095-1095", "1200-1100", "9999-10000", "a-b"])
  func whatIsNoTimeIsNotRead(_ text: String) {
    #expect(OvertimeDeclaration.Amount(stored: Minutes(60), text) == nil)
  }

  @Test func nightWorkIsWhatLiesBetweenTenAndFive() throws {
    let (both, none) = (try worked(240..<330, 1260..<1500), try worked(1095..<1275))
    #expect(NightWork.minutes(of: both.all) == Minutes(60 + 180))
    #expect(NightWork.minutes(of: none.all) == .zero)
  }
}

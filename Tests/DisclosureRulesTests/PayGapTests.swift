import DisclosureRules
import Testing

@Suite("The pay gap")
struct PayGapTests {
  /// So many people of a kind with the same pay.
  static func people(
    _ count: Int,
    _ sex: PaidPerson.Sex,
    pay: Int,
    isPermanent: Bool = true,
    band: PayBand? = nil,
    years: Int? = nil,
    share: Int = 1000
  ) throws -> [PaidPerson] {
    let person = try #require(
      PaidPerson(
        sex: sex,
        isPermanent: isPermanent,
        band: band,
        serviceYears: years,
        annualPay: pay,
        fullTimeShare: share
      )
    )
    return Array(repeating: person, count: count)
  }

  static func figure(
    _ row: PayGapRow,
    _ people: [PaidPerson],
    _ method: PayGap.Method = .persons
  ) throws
    -> PayGapFigure
  {
    let figures = PayGap.figures(of: people, scheme: .state, method: method)
    return try #require(figures.first { $0.row == row })
  }

  @Test func comparesAveragesNotSums() throws {
    // Women: (6,000,000 + 4,000,000) ÷ 2 = 5,000,000; men: 6,250,000. 5 ÷ 6.25 = 80.0 %.
    let all =
      try Self.people(1, .woman, pay: 6_000_000) + Self.people(1, .woman, pay: 4_000_000)
      + Self.people(3, .man, pay: 6_250_000)
    let figure = try Self.figure(.employment(.all), all)
    #expect(figure == PayGapFigure(row: .employment(.all), permille: 800, women: 2, men: 3))
  }

  struct RoundingCase: Sendable {
    let women: Int
    let men: Int
    let permille: Int
  }

  @Test(arguments: [
    RoundingCase(women: 8_874, men: 10_000, permille: 887),
    RoundingCase(women: 8_875, men: 10_000, permille: 888),
    RoundingCase(women: 1, men: 3, permille: 333),
    RoundingCase(women: 2, men: 3, permille: 667),
    RoundingCase(women: 0, men: 3, permille: 0),
    RoundingCase(women: 12_345, men: 10_000, permille: 1235),
  ])
  func roundsHalfUpToOneDecimal(_ example: RoundingCase) throws {
    let all = try Self.people(1, .woman, pay: example.women) + Self.people(1, .man, pay: example.men)
    #expect(try Self.figure(.employment(.permanent), all).permille == example.permille)
  }

  @Test func countsHeadsByHoursOnlyWhenTold() throws {
    // Two women at half time with 2,000,000 each, one man with 5,000,000.
    let all =
      try Self.people(2, .woman, pay: 2_000_000, isPermanent: false, share: 500)
      + Self.people(1, .man, pay: 5_000_000, isPermanent: false)
    #expect(try Self.figure(.employment(.other), all, .persons).permille == 400)
    let byHours = try Self.figure(.employment(.other), all, .hours)
    #expect(byHours.permille == 800)
    #expect(byHours.women == 2)
  }

  @Test func leavesARowBlankWhenOneSexHasNobody() throws {
    let women = try Self.people(12, .woman, pay: 5_000_000)
    #expect(try Self.figure(.employment(.all), women).permille == nil)
    #expect(try Self.figure(.employment(.all), women).shown(isReleased: true) == .blank)
    let unpaidMen = try women + Self.people(12, .man, pay: 0)
    #expect(try Self.figure(.employment(.all), unpaidMen).permille == nil)
  }

  @Test func mayBeLowerForAllThanForBothParts() throws {
    // Permanent 90.0 %, others 80.0 %, yet all together far below, as women are many in the part with low pay.
    let all =
      try Self.people(20, .woman, pay: 6_300_000) + Self.people(80, .man, pay: 7_000_000)
      + Self.people(90, .woman, pay: 1_600_000, isPermanent: false)
      + Self.people(10, .man, pay: 2_000_000, isPermanent: false)
    let figures = PayGap.figures(of: all, scheme: .local, method: .persons)
    // Women: (126 + 144) ÷ 110 = 2.4545 million; men: (560 + 20) ÷ 90 = 6.4444 million; 38.09 %.
    #expect(figures.prefix(3).map(\.permille) == [900, 800, 381])
    #expect(PayGap.wholeIsBelowItsParts(figures))
    #expect(!PayGap.wholeIsBelowItsParts([]))
  }

  @Test func cutsOnlyPermanentStaffByRankAndService() throws {
    let all =
      try Self.people(1, .woman, pay: 9, band: .director, years: 36)
      + Self.people(1, .man, pay: 10, band: .director, years: 40)
      + Self.people(5, .man, pay: 999, isPermanent: false, band: .director, years: 36)
      + Self.people(1, .woman, pay: 7, band: nil, years: nil)
    #expect(try Self.figure(.band(.director), all).permille == 900)
    #expect(try Self.figure(.service(.years36), all).permille == 900)
    #expect(try Self.figure(.employment(.permanent), all).women == 2)
    #expect(try Self.figure(.band(.chief), all).permille == nil)
  }

  struct ServiceCase: Sendable {
    let years: Int
    let row: PayService?
  }

  @Test(arguments: [
    ServiceCase(years: 0, row: nil), ServiceCase(years: 1, row: .years1), ServiceCase(years: 5, row: .years1),
    ServiceCase(years: 6, row: .years6), ServiceCase(years: 10, row: .years6),
    ServiceCase(years: 11, row: .years11), ServiceCase(years: 20, row: .years16),
    ServiceCase(years: 21, row: .years21), ServiceCase(years: 30, row: .years26),
    ServiceCase(years: 35, row: .years31), ServiceCase(years: 36, row: .years36),
    ServiceCase(years: 50, row: .years36),
  ])
  func bandsYearsOfService(_ example: ServiceCase) {
    #expect(PayService(years: example.years) == example.row)
  }

  struct ShownCase: Sendable {
    let women: Int?
    let men: Int?
    var isReleased = false
    let shown: PayGapFigure.Shown
  }

  @Test(arguments: [
    ShownCase(women: 10, men: 10, shown: .ratio(permille: 812)),
    ShownCase(women: 9, men: 400, shown: .withheld),
    ShownCase(women: 400, men: 9, shown: .withheld),
    ShownCase(women: 1, men: 400, isReleased: true, shown: .ratio(permille: 812)),
    ShownCase(women: nil, men: nil, shown: .ratio(permille: 812)),
    ShownCase(women: 3, men: nil, shown: .withheld),
  ])
  func keepsRowsOfFewBack(_ example: ShownCase) {
    let figure = PayGapFigure(row: .employment(.all), permille: 812, women: example.women, men: example.men)
    #expect(figure.shown(isReleased: example.isReleased) == example.shown)
  }

  @Test func refusesImpossiblePeople() {
    #expect(PaidPerson(sex: .woman, isPermanent: true, annualPay: -1) == nil)
    #expect(PaidPerson(sex: .woman, isPermanent: true, annualPay: 1, fullTimeShare: 0) == nil)
    #expect(PaidPerson(sex: .woman, isPermanent: true, annualPay: 1, fullTimeShare: 1001) == nil)
  }

  @Test func holdsTheLargestPayrolls() throws {
    let most = PaidPerson.mostPay
    let all = try Self.people(20_000, .woman, pay: most) + Self.people(20_000, .man, pay: most)
    #expect(try Self.figure(.employment(.all), all).permille == 1000)
  }

  @Test(arguments: PayBand.Scheme.allCases)
  func namesEachRowByTableAndKey(_ scheme: PayBand.Scheme) {
    let rows = PayGapRow.all(scheme)
    #expect(rows.count == 15)
    #expect(Set(rows).count == 15)
    for row in rows { #expect(PayGapRow(table: row.table, key: row.key) == row) }
    #expect(PayGapRow(table: .band, key: "permanent") == nil)
  }
}

public import CivilTime

/// 上限の判定結果 – what one test of the overtime limits says of a month, with value and limit.
public struct OvertimeFinding: Hashable, Sendable {
  /// The month that is judged; windows and totals end with it.
  public let month: YearMonth

  /// The kind of post in that month.
  public let post: PostKind

  /// The test.
  public let test: OvertimeTest

  /// The value tested: minutes, and months for `monthsOver45`.
  public let value: Int

  /// The limit in the unit of the value; reached is exceeded only in the month of an external post.
  public let limit: Int

  /// Whether the value stays within the limit.
  public let verdict: OvertimeVerdict

  /// How much more overtime the month bears by this test alone; nil where the test sets no bound to it.
  public let remaining: Minutes?

  /// The article of the limit.
  public var citation: String {
    switch (test, post) {
    case (.month, .ordinary): OvertimeCaps.ordinaryMonth.newest.citation
    case (.month, .external): OvertimeCaps.externalMonth.newest.citation
    case (.year, .external): OvertimeCaps.externalYear.newest.citation
    case (.year, .ordinary): isYearOfMove ? movedYearCitation : OvertimeCaps.ordinaryYear.newest.citation
    case (.afterMove, _): OvertimeCaps.afterMove.newest.citation
    case (.average, _): OvertimeCaps.average.newest.citation
    case (.monthsOver45, _): OvertimeCaps.monthsOver45.newest.citation
    }
  }

  /// Only a move from an external post in the same fiscal year gives an ordinary post another limit.
  private var isYearOfMove: Bool { limit != OvertimeCaps.ordinaryYear.newest.amount.count }
  private var movedYearCitation: String { OvertimeCaps.movedYear.newest.citation }
}

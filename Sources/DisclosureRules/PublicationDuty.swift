public import CivilTime

/// 公表の義務 – which items a public employer must publish at least.
public struct PublicationDuty: Sendable, Hashable {
  /// The items that must always be there.
  public let always: Set<DisclosureItem>
  /// How many more of the items on 機会の提供 there must be at least.
  public let leastOfOpportunity: Int
  /// How many of the items on 両立 there must be at least.
  public let leastOfBalance: Int
  /// Whether the article was read in its own text; pages say so where it was not.
  public let isConfirmed: Bool

  /// What pages say where the article was not read in its own text; nil where it was.
  public var caution: String? { isConfirmed ? nil : "公表が要る項目の規定は、条文での確認が済んでいません。" }

  /// The duty through time (女性活躍推進法第21条, 府令第6条).
  ///
  /// For the change of 1 April 2026 only a secondary source was seen for public employers.
  public static let law = LegalFigureTable(
    "女性の職業選択に資する情報の公表",
    newest: LegalFigure(
      PublicationDuty(
        always: [.payGap, .managers],
        leastOfOpportunity: 1,
        leastOfBalance: 1,
        isConfirmed: false
      ),
      from: FiscalYear(startYear: 2026).firstDay,
      citation: citation
    ),
    earlier: [
      LegalFigure(
        PublicationDuty(always: [.payGap], leastOfOpportunity: 1, leastOfBalance: 1, isConfirmed: true),
        from: FiscalYear(startYear: 2023).firstDay,
        to: FiscalYear(startYear: 2025).lastDay,
        citation: citation
      )
    ]
  )

  /// How many months old the last day of published data may be: about two years (府令第2条).
  public static let oldestMonths = LegalFigureTable(
    "公表する数値の時点",
    newest: LegalFigure(24, from: FiscalYear(startYear: 2016).firstDay, citation: "府令第2条")
  )

  private static let citation = "女性活躍推進法第21条、府令第6条第1項"
}

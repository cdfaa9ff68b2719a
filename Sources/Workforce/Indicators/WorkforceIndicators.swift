internal import CivilTime
public import Indicators
internal import People
internal import Store

/// What people and posts count for the plan: hires, ranks, promotions, service and leaving.
public enum WorkforceIndicators: Sendable {
  /// All indicators of this capability.
  public static let all =
    HiringIndicators.all + RankIndicators.all + PromotionIndicators.all + ServiceIndicators.all

  /// What is said with every share of women.
  static let sexCaution = "性別の記載がない職員は、分母にだけ入ります。"

  /// The share of women in a group of people; numbers of persons, so few are never shown.
  static func share(
    _ name: String,
    _ title: String,
    of group: String,
    asOf: AsOfRule,
    source: String = "職員の名簿",
    caution: String = sexCaution,
    family: Indicator.Family? = nil,
    facts: MemberFacts,
    members:
      @escaping @Sendable (FiscalYear, CivilDate, any SQLConnection) throws
      -> [WorkforceRegister.Member]
  ) -> Indicator {
    Indicator(
      .init(
        id: "workforce." + name,
        title: title,
        numerator: "うち女性",
        denominator: group,
        form: .share,
        source: source,
        methodVersion: 1,
        asOf: asOf,
        guardKind: .people,
        caution: caution,
        family: family
      ),
      listing: RowListing(
        for: .personnelRecord,
        of: .counted,
        headings: facts.headings
      ) { year, today, connection in
        guard let day = asOf.day(year, today: today)?.day else { return [] }
        // People whose sex is not stated stand below the line only.
        return try members(year, day, connection).map { member in
          member.row(Ratio(member.sex == .female ? 1 : 0, of: 1), facts.of(member))
        }
      }
    )
  }
}

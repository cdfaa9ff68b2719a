internal import CivilTime
internal import Indicators
internal import People
internal import Store

/// 役職 – the share of women in each band of posts, on 31 March and on 1 July (T04–T06), and among managers.
///
/// The plan counts at the end of the fiscal year, the government's yearly series on 1 July: both stand beside each
/// other. Part-time staff hold no rank.
enum RankIndicators {
  static let all =
    both("women-designated", "指定職に占める女性", "指定職の職員", .band(.designated))
    + both("women-director", "本省課室長相当職に占める女性", "本省課室長相当職の職員", .band(.director))
    + both(
      "women-deputy-director",
      "地方機関課長・本省課長補佐相当職に占める女性",
      "地方機関課長・本省課長補佐相当職の職員",
      .band(.deputyDirector)
    )
    + both("women-chief", "本省係長相当職に占める女性", "本省の係長相当職の職員", .headquartersChiefs)
    + both("women-managers", "管理的地位にある職員に占める女性", "管理職の職員", .managers)
    + [
      WorkforceIndicators.share(
        "women-staff",
        "職員に占める女性",
        of: "官職にある職員（非常勤を除く）",
        asOf: .fiscalYearEnd,
        family: Indicator.Family("posts-march", rank: 5, parts: Set(Group.parts.joined())),
        facts: .rank
      ) { _, day, connection in
        try WorkforceRegister(day...day, on: connection).inPost
      }
    ]

  /// Which people of a day are counted.
  private enum Group {
    case band(RankBand)
    case headquartersChiefs
    case managers

    /// All posts by band and by whether they are managerial, as which everybody takes the two highest bands.
    static let parts: [Set<String>] = [
      ["designated"], ["director"], ["deputy-director", "deputy-director-managers"],
      ["chief", "chief-managers"], ["elsewhere", "elsewhere-managers"],
    ]

    /// What the group is made of.
    var parts: Set<String> {
      switch self {
      case .band(.designated): Self.parts[0]
      case .band(.director): Self.parts[1]
      case .band(.deputyDirector): Self.parts[2]
      case .headquartersChiefs: Self.parts[3]
      case .band(.chief), .band(.clerk): Self.parts[4]
      case .managers:
        Self.parts[0].union(Self.parts[1]).union(
          Self.parts[2...].joined().filter { $0.hasSuffix("managers") }
        )
      }
    }

    /// Which figure stays where two cannot stand beside each other: first those of the plan's targets, then the share
    /// among managers, which every employer has to publish.
    var rank: Int {
      switch self {
      case .band(.director): 0
      case .band(.deputyDirector): 1
      case .headquartersChiefs: 2
      case .managers: 3
      case .band(.designated), .band(.chief), .band(.clerk): 4
      }
    }

    func members(on day: CivilDate, _ connection: any SQLConnection) throws -> [WorkforceRegister.Member] {
      let inPost = try WorkforceRegister(day...day, on: connection).inPost
      switch self {
      case .band(let band):
        return inPost.filter { member in member.posting?.band == band }
      case .headquartersChiefs:
        let headquarters = try Headquarters(on: connection)
        return inPost.filter { member in
          guard let posting = member.posting, posting.band == .chief else { return false }
          return headquarters.holds(posting.unit, on: day)
        }
      case .managers:
        return inPost.filter { member in member.posting?.isManagerial ?? false }
      }
    }
  }

  /// The share on 31 March, and beside it the share on 1 July.
  private static func both(
    _ name: String,
    _ title: String,
    _ people: String,
    _ group: Group
  ) -> [Indicator] {
    [(AsOfRule.fiscalYearEnd, "march", "3月31日"), (.firstOfJuly, "july", "7月1日")].map { asOf, ending, day in
      WorkforceIndicators.share(
        "\(name)-\(ending)",
        "\(title)（\(day)）",
        of: "\(day)に\(people)",
        asOf: asOf,
        family: Indicator.Family("posts-\(ending)", rank: group.rank, parts: group.parts),
        facts: .rank
      ) { _, day, connection in
        try group.members(on: day, connection)
      }
    }
  }
}

internal import CivilTime
internal import Indicators
internal import People

/// 内訳の事実 – which facts of a person stand beside the row, so that everybody sees why the row counts.
enum MemberFacts {
  case hire
  case rank
  case promotion
  case tenure
  case leaving

  /// The headings of the facts.
  var headings: [String] {
    switch self {
    case .hire: ["性別", "採用日", "採用区分", "技術系"]
    case .rank: ["性別", "職員区分", "管理職"]
    case .promotion: ["性別", "昇任日"]
    case .tenure: ["採用日"]
    case .leaving: ["採用日", "離職日"]
    }
  }

  /// The facts of a person, one under each heading.
  func of(_ member: WorkforceRegister.Member) -> [CountedRow.Fact] {
    switch self {
    case .hire:
      [
        .words(member.sex.japanese), .day(member.hiredOn), .words(member.exam.japanese),
        member.isTechnical ? .words("該当") : .none,
      ]
    case .rank:
      [
        .words(member.sex.japanese), .words(member.category.japanese),
        member.posting?.isManagerial == true ? .words("該当") : .none,
      ]
    case .promotion: [.words(member.sex.japanese), Self.day(member.promotedOn)]
    case .tenure: [.day(member.hiredOn)]
    case .leaving: [.day(member.hiredOn), Self.day(member.leftOn)]
    }
  }

  private static func day(_ day: CivilDate?) -> CountedRow.Fact { day.map { .day($0) } ?? .none }
}

extension WorkforceRegister.Member {
  /// The person as a row that counts for the unit of the primary post.
  func row(_ ratio: Ratio, _ facts: [CountedRow.Fact]) -> CountedRow {
    CountedRow(
      employer: employer,
      unit: posting?.unit,
      subject: .person(employee),
      ratio: ratio,
      facts: facts
    )
  }

  /// The same with the day of a promotion.
  func promoted(on day: CivilDate) -> WorkforceRegister.Member {
    var member = self
    member.promotedOn = day
    return member
  }
}

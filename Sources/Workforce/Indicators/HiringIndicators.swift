internal import CivilTime
internal import Indicators
internal import People

/// 採用 – the share of women among those hired in a fiscal year, by examination (T01–T03).
///
/// Hired are staff without a term and with one; re-employed and part-time staff are left out. The government's own
/// figures count the hires of 1 April alone.
enum HiringIndicators {
  static let all =
    [
      make("women-hired", "採用者に占める女性", "年度内に採用した職員（常勤・任期付）", family(5, everyExam)) {
        $0.exam != .none
      },
      make(
        "women-hired-exams",
        "総合職・一般職試験の採用者に占める女性（合計）",
        "年度内に総合職試験・一般職試験（大卒・高卒）から採用した職員",
        family(4, [.general] + ordinary)
      ) { [.general, .ordinary, .ordinaryHighSchool].contains($0.exam) },
      make(
        "women-hired-experienced",
        "経験者採用に占める女性",
        "年度内に経験者採用で採用した職員",
        family(3, [.experienced])
      ) { $0.exam == .experienced },
    ]
    + pair("women-hired-general", "総合職試験の採用者に占める女性", "総合職試験から採用した職員", 0, [.general]) {
      $0.exam == .general
    }
    + pair("women-hired-ordinary", "一般職試験の採用者に占める女性", "一般職試験（大卒・高卒）から採用した職員", 1, ordinary) {
      $0.exam == .ordinary || $0.exam == .ordinaryHighSchool
    }
    + pair(
      "women-hired-technical",
      "技術系区分の採用者に占める女性",
      "技術系の区分から採用した職員",
      2,
      everyExam,
      isTechnical: true
    ) { $0.isTechnical && $0.exam != .none }

  private static let everyExam = ExamCategory.allCases.filter { $0 != .none }
  private static let ordinary: [ExamCategory] = [.ordinary, .ordinaryHighSchool]
  /// Where figures cannot stand beside each other, those of 1 April alone go first.
  private static let rankOfApril = 6

  /// The parts of all hires: by examination, kind of work and day of entry.
  private static func family(
    _ rank: Int,
    _ exams: [ExamCategory],
    isTechnical: Bool = false,
    isApril: Bool = false
  ) -> Indicator.Family {
    let works = isTechnical ? ["technical"] : ["technical", "other"]
    let entries = isApril ? ["april"] : ["april", "later"]
    let parts = exams.flatMap { exam in
      works.flatMap { work in entries.map { entry in "\(exam.rawValue)-\(work)-\(entry)" } }
    }
    return Indicator.Family("hires", rank: rank, parts: Set(parts))
  }

  /// The hires of the whole year, and beside them those of 1 April alone.
  private static func pair(
    _ name: String,
    _ title: String,
    _ group: String,
    _ rank: Int,
    _ exams: [ExamCategory],
    isTechnical: Bool = false,
    _ belongs: @escaping @Sendable (WorkforceRegister.Member) -> Bool
  ) -> [Indicator] {
    let april = WorkforceIndicators.share(
      name + "-april",
      "\(title)（4月1日採用）",
      of: "4月1日に\(group)",
      asOf: .firstOfApril,
      family: family(rankOfApril + rank, exams, isTechnical: isTechnical, isApril: true),
      facts: .hire
    ) { year, day, connection in
      try WorkforceRegister(day...day, on: connection).members.filter { member in
        member.hiredOn == year.firstDay && isHire(member) && belongs(member)
      }
    }
    let whole = family(rank, exams, isTechnical: isTechnical)
    return [make(name, title, "年度内に\(group)", whole, belongs), april]
  }

  private static func make(
    _ name: String,
    _ title: String,
    _ group: String,
    _ family: Indicator.Family,
    _ belongs: @escaping @Sendable (WorkforceRegister.Member) -> Bool
  ) -> Indicator {
    WorkforceIndicators.share(
      name,
      title,
      of: group,
      asOf: .throughYear,
      family: family,
      facts: .hire
    ) { year, day, connection in
      try WorkforceRegister(year.firstDay...day, on: connection).members.filter { member in
        year.contains(member.hiredOn) && isHire(member) && belongs(member)
      }
    }
  }

  private static func isHire(_ member: WorkforceRegister.Member) -> Bool {
    member.category == .regular || member.category == .termLimited
  }
}

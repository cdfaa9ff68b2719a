internal import CivilTime
internal import Indicators
internal import People
internal import Store

/// 継続勤務年数と離職率 – by sex, of staff without a term, to be held beside each other (府令第6条第1項第2号イ).
enum ServiceIndicators {
  static let all = [Sex.female, .male].flatMap { sex in [tenure(sex), leaving(sex)] }

  private static func tenure(_ sex: Sex) -> Indicator {
    Indicator(
      .init(
        id: "workforce.tenure-\(word(sex))",
        title: "平均継続勤務年数（\(sex.japanese)）",
        numerator: "採用の日から時点の日までの満月数の合計",
        denominator: "時点の日に在職する任期の定めのない常勤の\(sex.japanese)職員",
        form: .average(.years),
        source: "職員の名簿",
        methodVersion: 1,
        asOf: .fiscalYearEnd,
        caution: "再び採用された職員は、再び採用された日から数えます。"
      ),
      listing: listing(.tenure) { year, today, connection in
        guard let day = AsOfRule.fiscalYearEnd.day(year, today: today)?.day else { return [] }
        return try members(sex, day...day, connection).map { member in
          let months = ServiceMonths.count(from: member.hiredOn, through: day)
          return member.row(Ratio(months, of: 1), MemberFacts.tenure.of(member))
        }
      }
    )
  }

  private static func leaving(_ sex: Sex) -> Indicator {
    Indicator(
      .init(
        id: "workforce.leaving-\(word(sex))",
        title: "離職率（\(sex.japanese)）",
        numerator: "年度内に離職した職員",
        denominator: "年度内に在職した任期の定めのない常勤の\(sex.japanese)職員",
        form: .share,
        source: "職員の名簿",
        methodVersion: 1,
        guardKind: .people,
        caution: "離職の理由は記録にないため、定年による退職も含みます。"
      ),
      listing: listing(.leaving) { year, today, connection in
        guard let day = AsOfRule.throughYear.day(year, today: today)?.day else { return [] }
        let days = year.firstDay...day
        return try members(sex, days, connection).map { member in
          let hasLeft = member.leftOn.map(days.contains) ?? false
          return member.row(Ratio(hasLeft ? 1 : 0, of: 1), MemberFacts.leaving.of(member))
        }
      }
    )
  }

  private static func listing(
    _ facts: MemberFacts,
    _ rows: @escaping @Sendable (FiscalYear, CivilDate, any SQLConnection) throws -> [CountedRow]
  ) -> RowListing {
    RowListing(for: .personnelRecord, of: .counted, headings: facts.headings, rows: rows)
  }

  /// Staff of one sex without a term who were in service on any of the days.
  private static func members(
    _ sex: Sex,
    _ days: ClosedRange<CivilDate>,
    _ connection: any SQLConnection
  ) throws -> [WorkforceRegister.Member] {
    try WorkforceRegister(days, on: connection).members.filter { member in
      member.sex == sex && member.category == .regular
    }
  }

  private static func word(_ sex: Sex) -> String { sex == .female ? "women" : "men" }
}

/// 勤続月数 – the whole months of service.
enum ServiceMonths {
  /// The whole months from the day of hire to a day, both of them in service; nought before the hire.
  static func count(from hiredOn: CivilDate, through day: CivilDate) -> Int {
    let end = day.adding(days: 1)
    let months = hiredOn.yearMonth.distance(to: end.yearMonth)
    return max(0, end.day < hiredOn.day ? months - 1 : months)
  }
}

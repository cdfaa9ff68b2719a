internal import CivilTime
internal import Indicators
internal import People
internal import Store

/// 新任係長 – the share of women among those newly promoted into the band of chiefs at headquarters (T07).
///
/// No document states the window: one year up to the day of the snapshot is taken, and said with the figure.
enum PromotionIndicators {
  static let all = [
    make("march", "4月1日から3月31日まで", .fiscalYearEnd) { year, _ in year.firstDay },
    make("july", "前年の7月2日から7月1日まで", .firstOfJuly) { _, day in
      day.adding(months: -12).adding(days: 1)
    },
  ]

  private static func make(
    _ ending: String,
    _ window: String,
    _ asOf: AsOfRule,
    from first: @escaping @Sendable (FiscalYear, CivilDate) -> CivilDate
  ) -> Indicator {
    WorkforceIndicators.share(
      "women-new-chief-\(ending)",
      "新たに本省係長相当職に昇任した者に占める女性（\(window)）",
      of: "\(window)に係員から本省の係長相当職に初めて昇任した職員",
      asOf: asOf,
      source: "職員の名簿と本務の発令",
      caution: "昇任を数える期間は資料に定めがないため、時点までの1年としています。\(WorkforceIndicators.sexCaution)",
      facts: .promotion
    ) { year, day, connection in
      let days = first(year, day)...day
      let headquarters = try Headquarters(on: connection)
      let promoted = Dictionary(
        try PromotionRecords.newChiefs(days, on: connection)
          .filter { promotion in headquarters.holds(promotion.unit, on: promotion.on) }
          .map { promotion in (promotion.employee, promotion.on) }
      ) { first, _ in first }
      return try WorkforceRegister(days, on: connection).members.compactMap { member in
        guard let day = promoted[member.employee], member.category != .partTime else { return nil }
        return member.promoted(on: day)
      }
    }
  }
}

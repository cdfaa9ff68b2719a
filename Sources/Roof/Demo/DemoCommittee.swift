internal import Access
internal import CivilTime
internal import Committee
internal import Duties
internal import People
internal import Plan
internal import Store

/// What the committee of a made-up ministry has done in the last fiscal year and in this one up to a day.
struct DemoCommittee {
  let plan: ActionPlan
  let today: CivilDate
  let secretariat: Actor

  /// Who the decisions are given to, and whose voices are heard.
  private struct Places {
    let employers: [Employer]
    let lead: Employer
    let unit: RecordID<OrganizationUnit>?
  }

  func write(in office: Office) async throws {
    guard let places = try await places(in: office.database) else { return }
    let work = CommitteeWork(
      database: office.database,
      ids: office.ids,
      indicators: House.indicators,
      actor: secretariat
    )
    let this = today.fiscalYear
    for year in [this.advanced(by: -1), this] {
      try await writeIntensivePeriod(of: year, places, work)
      for sitting in sittings(of: year, places) { try await work.hold(sitting) }
    }
    for voice in openVoices(places) { try await work.hear(voice) }
    try await work.call(next(this, places), on: yesterday)
  }

  private var yesterday: CivilDate { today.adding(days: -1) }

  private func places(in database: any SQLDatabase) async throws -> Places? {
    let day = yesterday
    return try await database.read { connection in
      let employers = try EmployerRecords.all(on: connection)
      guard let lead = employers.first else { return nil }
      let head = try AccountRecords.account(login: Role.superior.rawValue, on: connection)?.employee
      let units = try head.map { try SuperiorRecords.unitsHeaded(by: $0, asOf: day, on: connection) }
      return Places(employers: employers, lead: lead, unit: units?.min())
    }
  }
}

// The intensive period.
extension DemoCommittee {
  private func writeIntensivePeriod(
    of year: FiscalYear,
    _ places: Places,
    _ work: CommitteeWork
  ) async throws {
    let days = CycleCalendar.usualSummer(of: year)
    let day = days.lowerBound.adding(days: -30)
    guard day <= yesterday else { return }
    for employer in places.employers {
      try await work.setIntensivePeriod(
        days,
        title: "夏の働き方改革集中取組期間",
        of: employer.id,
        in: year,
        on: day
      )
    }
    for (measure, action) in zip(summerMeasures, Self.actions) {
      try await work.addIntensiveAction(
        action.title,
        note: action.note,
        measure: measure,
        of: places.lead.id,
        in: year,
        on: day
      )
    }
  }

  /// The measures that ask for something in the summer.
  private var summerMeasures: [MeasureID] {
    plan.originals.filter { measure in
      measure.ownContent?.duties.contains { $0.occasion == .every(.summer) } ?? false
    }.map(\.id)
  }

  private static let actions = [
    (title: "管理職のマネジメント研修を期間中に開く", note: "新任の課長は必ず出席します。"),
    (title: "連続5日以上の夏季の休暇を計画表に入れる", note: "計画表は6月末までに課ごとに作ります。"),
    (title: "16時以降の会議と、翌日が期限の作業依頼をしない", note: "国会・災害の対応は除きます。"),
  ]
}

// The meetings.
extension DemoCommittee {
  /// Those that were held and written up by now.
  private func sittings(of year: FiscalYear, _ places: Places) -> [CommitteeSitting] {
    [early(year, places), late(year, places)].filter { $0.day.adding(days: 7) <= yesterday }
  }

  private func early(_ year: FiscalYear, _ places: Places) -> CommitteeSitting {
    let day = Self.workday(year.firstMonth.adding(months: 2).firstDay.adding(days: 17))
    let report = "\(year.advanced(by: -1).japanese)の年次フォローアップ"
    return sitting(
      day,
      "\(year.japanese)第1回推進委員会",
      [
        TabledItem(
          "\(report)の内容を確認する",
          resolution: .init(
            "期限を過ぎた取組の理由と見通しを部局ごとにまとめ、次の委員会で報告します。",
            owner: .office(.secretariat, places.lead.id),
            employer: places.lead.id,
            dueOn: day.adding(days: 90)
          )
        ),
        TabledItem("集中取組期間の日程と取組を決める"),
      ],
      [
        voice(
          day.adding(days: -20),
          places,
          "作業依頼の期限",
          "夕方に届く翌朝までの依頼が多く、早く帰る日を決めても守れないという話が複数の人からありました。",
          .adopted("依頼の期限は48時間以上とし、守られなかった依頼の件数を半期ごとに公表します。")
        )
      ],
      "\(report)の案を確認し、意見を反映して協議会に報告することにした。作業依頼の期限について意見を交わした。"
    )
  }

  private func late(_ year: FiscalYear, _ places: Places) -> CommitteeSitting {
    let day = Self.workday(year.firstMonth.adding(months: 6).firstDay.adding(days: 20))
    let unit: DutyOwner = places.unit.map { .head($0) } ?? .office(.personnel, places.lead.id)
    return sitting(
      day,
      "\(year.japanese)第2回推進委員会",
      [
        TabledItem("集中取組期間の結果を確認する"),
        TabledItem(
          "上限を超えた職員が多い課室の業務を見直す",
          resolution: .init(
            "業務の洗い出しをして、減らす業務と分担の案を作ります。",
            owner: unit,
            employer: places.lead.id,
            dueOn: day.adding(days: 45)
          )
        ),
      ],
      [
        voice(
          day.adding(days: -25),
          places,
          "テレワークの日の問合せ",
          "テレワークの日に電話が出勤している人に集まり、かえって残業が増えるという話がありました。",
          .studied("電話の転送とチャットの使い方を試す課室を募り、年度末に結果を確かめます。")
        ),
        TabledVoice(
          receivedOn: day.adding(days: -12),
          employer: places.lead.id,
          unit: nil,
          theme: "会議室の予約",
          text: "会議の場所を探す時間がむだなので、会議室を増やしてほしいという意見が出ました。",
          answer: .declined("会議室は増やせません。30分以内の打合せはオンラインで行うよう呼び掛けます。")
        ),
      ],
      "集中取組期間の結果を確認した。上限を超えた職員が多い課室について、要因の説明を受けた。"
    )
  }

  private func next(_ year: FiscalYear, _ places: Places) -> CommitteeSitting {
    sitting(
      Self.workday(today.adding(days: 24)),
      "推進委員会（次回）",
      [TabledItem("これまでの委員会で決めたことの進み具合を確認する")],
      [],
      ""
    )
  }

  private func openVoices(_ places: Places) -> [TabledVoice] {
    [
      voice(
        yesterday.adding(days: -16),
        places,
        "時差出勤の届出",
        "時差出勤の届出を紙で出しており、変更のたびに押印をもらい直すのが負担だという話がありました。",
        nil
      ),
      voice(
        yesterday.adding(days: -4),
        places,
        "育児時間中の会議",
        "育児時間を取る人が出られない時間に課内会議が開かれているので、時間を変えてほしいという話がありました。",
        nil
      ),
    ]
  }

  private func sitting(
    _ day: CivilDate,
    _ title: String,
    _ items: [TabledItem],
    _ voices: [TabledVoice],
    _ minutes: String
  ) -> CommitteeSitting {
    CommitteeSitting(day: day, title: title, place: "第1会議室", items: items, voices: voices, minutes: minutes)
  }

  private func voice(
    _ day: CivilDate,
    _ places: Places,
    _ theme: String,
    _ text: String,
    _ answer: TabledVoice.Answer?
  ) -> TabledVoice {
    TabledVoice(
      receivedOn: day,
      employer: places.lead.id,
      unit: places.unit,
      theme: theme,
      text: text,
      answer: answer
    )
  }

  /// The day, or the first one after it on which the office is open.
  private static func workday(_ day: CivilDate) -> CivilDate {
    var day = day
    while day.weekday.isWeekend || HolidayCalendar.holiday(on: day) != nil { day = day.adding(days: 1) }
    return day
  }
}

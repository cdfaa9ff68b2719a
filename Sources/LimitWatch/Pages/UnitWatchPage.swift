internal import CivilTime
internal import DelimitedText
internal import Markup
internal import People
internal import Site
internal import Store
internal import WorkingTime
internal import WorkingTimeRules

/// 組織の休息: rests between duties of a unit's people, and for its heads who needs time for a doctor.
struct UnitWatchPage: Sendable {
  let unit: RecordID<OrganizationUnit>
  let path: String
  let month: YearMonth
  let members: [Member]
  let lines: [RecordID<Employee>: RestQuery.Line]
  /// Empty for those who do not head the unit.
  let interviews: [RecordID<Employee>: InterviewCase]
  let interviewMonth: YearMonth
  let isHead: Bool
  let today: CivilDate

  private var people: [(member: Member, line: RestQuery.Line)] {
    var seen: Set<RecordID<Employee>> = []
    return members.filter { seen.insert($0.employee).inserted }
      .compactMap { member in lines[member.employee].map { (member, $0) } }
  }

  var content: PageContent {
    PageContent(
      title: "\(path)の勤務間インターバル",
      breadcrumbs: [
        Breadcrumb("超過勤務の上限", LimitWatchPaths.home), Breadcrumb("組織の休息", LimitWatchPaths.units),
      ],
      lead: lead,
      body: actions + ahead + table + doctor
    )
  }

  private var lead: HTML {
    let short = people.filter { !$0.line.rest.short.isEmpty }
    guard !short.isEmpty else { return "\(month.japanese)に、目安の11時間を下回った休息はありません。" }
    let times = short.reduce(0) { $0 + $1.line.rest.short.count }
    return "\(month.japanese)に目安の11時間を下回った休息は、\(short.count)人で延べ\(times)回です。"
  }

  private var actions: HTML {
    Panels.actions([
      Buttons.link("前の月", to: LimitWatchPaths.unit(unit, month.adding(months: -1)), size: .small),
      Buttons.link("次の月", to: LimitWatchPaths.unit(unit, month.adding(months: 1)), size: .small),
      Buttons.link("CSVで保存", to: LimitWatchPaths.unitFile(unit, month), size: .small),
    ])
  }

  /// Those who ended late and could start later.
  private var ahead: HTML {
    let late = people.compactMap { person in person.line.next.map { (person.member, $0) } }
    guard !late.isEmpty else { return .empty }
    return DataTable.draw(
      id: "next-starts",
      caption: "直前の終業が遅かった職員",
      columns: [
        .init("氏名", .rowHeader), .init("終業", .word), .init("通常の始業まで", .number, unit: "時間:分"),
        .init("目安", .text),
      ],
      rows: late.map { member, next in
        [
          .text(member.name), .text(RestWords.moment(next.interval.end)), .text("\(next.interval.length)"),
          .text(next.words),
        ]
      },
      note: "始業を遅らせるかどうかは、本人と業務の状況を相談して決めてください。早出遅出勤務やフレックスタイム制を使えます。",
      narrow: .stacks
    )
  }

  private var table: HTML {
    guard !people.isEmpty else {
      return Panels.emptyState("この組織に直接所属する職員はいません", "下位の組織を選んでください。")
    }
    return DataTable.draw(
      id: "rests",
      caption: "\(month.japanese)の休息",
      columns: [
        .init("氏名", .rowHeader), .init("測れた休息", .number, unit: "回"), .init("11時間未満", .number, unit: "回"),
        .init("最短", .number, unit: "時間:分"), .init("11時間未満の日", .text),
      ],
      rows: people.map { member, line in
        DataTable.Row(
          [
            .link(member.name, to: Paths.month(month, of: member.employee)),
            .text("\(line.rest.rests.count)"),
            .text("\(line.rest.short.count)"), line.rest.shortest.map { .text("\($0)") } ?? .none,
            .text(line.rest.short.map { "\($0.start.date.day)日" }.joined(separator: "、")),
          ],
          tone: line.rest.short.isEmpty ? .plain : .attention
        )
      },
      note: """
        前の退勤から次の出勤までを、両方の記録がある日だけ測ります。11時間は目安です（人事院規則15―14第1条の2、職職―78）。\
        下回っても違反ではありません。
        """
    )
  }

  /// Only what heads need to free the time: mandatory interviews, due or held.
  private var doctor: HTML {
    guard isHead else { return .empty }
    let rows = people.compactMap { person -> DataTable.Row? in
      guard let found = interviews[person.member.employee], found.verdict.duty == .mandatory else {
        return nil
      }
      switch found.state {
      case .due(let day):
        return [
          .text(person.member.name), .html(StatusTag.draw("実施が必要", tone: .attention)), .text(day.japanese),
        ]
      case .held: return [.text(person.member.name), .html(StatusTag.draw("実施済み", tone: .success)), .none]
      case .exempt, .mayRequest, .none: return nil
      }
    }
    guard !rows.isEmpty else { return .empty }
    let table = DataTable.draw(
      id: "interviews",
      caption: "\(interviewMonth.japanese)分の面接指導",
      columns: [.init("氏名", .rowHeader), .init("状態", .word), .init("目安の期限", .word)],
      rows: rows,
      note: "申出がなくても行う面接指導だけを示します。本人が面接に行く時間を空けてください。内容は示しません。",
      narrow: .stacks
    )
    return Panels.section("医師の面接指導", body: table)
  }

  /// The rests as a machine-readable table.
  func file() throws -> [UInt8] {
    var writer = try DelimitedWriter(style: .spreadsheet)
    writer.write(["氏名", "年月", "測れた休息（回）", "11時間未満（回）", "最短（分）"])
    for (member, line) in people {
      writer.write(fields: [
        .freeText(member.name), .value(month.iso), .value("\(line.rest.rests.count)"),
        .value("\(line.rest.short.count)"), .value(line.rest.shortest.map { "\($0.count)" } ?? ""),
      ])
    }
    return writer.bytes
  }
}

/// How moments of rests are told.
enum RestWords {
  static func moment(_ moment: WorkMoment) -> String {
    "\(moment.date.month)月\(moment.date.day)日 \(moment.time)"
  }
}

/// 組織ごとの休息: the units within reach with their rests of a month.
struct RestUnitsPage: Sendable {
  let month: YearMonth
  let units: [OrganizationUnit]
  let counts: [RecordID<OrganizationUnit>: RestQuery.UnitCount]
  let tree: UnitTree

  var content: PageContent {
    let sum = counts.values.reduce(into: RestQuery.UnitCount()) { sum, count in
      sum.short += count.short
      sum.people += count.people
    }
    return PageContent(
      title: "組織の休息（勤務間インターバル）",
      breadcrumbs: [Breadcrumb("超過勤務の上限", LimitWatchPaths.home)],
      lead: "\(month.japanese)に目安の11時間を下回った休息は、\(units.count)の組織の\(sum.people)人で延べ\(sum.short)回です。",
      body: actions + table
    )
  }

  private var actions: HTML {
    Panels.actions([
      Buttons.link("前の月", to: "\(LimitWatchPaths.units)?month=\(month.adding(months: -1).iso)", size: .small),
      Buttons.link("次の月", to: "\(LimitWatchPaths.units)?month=\(month.adding(months: 1).iso)", size: .small),
    ])
  }

  private var table: HTML {
    guard !units.isEmpty else {
      return Panels.emptyState("表示できる組織はありません", "組織の長や代理、勤務時間管理員になると、ここに組織を表示します。")
    }
    return DataTable.draw(
      id: "units",
      caption: "\(month.japanese)の組織ごとの休息",
      columns: [
        .init("組織", .rowHeader), .init("測れた休息", .number, unit: "回"), .init("11時間未満", .number, unit: "回"),
        .init("11時間未満があった職員", .number, unit: "人"),
      ],
      rows: units.map { unit in
        let count = counts[unit.id]
        return [
          .link(tree.path(of: unit.id) ?? unit.name, to: LimitWatchPaths.unit(unit.id, month)),
          count.map { .text("\($0.rests)") } ?? .none, count.map { .text("\($0.short)") } ?? .none,
          count.map { .text("\($0.people)") } ?? .none,
        ]
      },
      note: "本務の組織ごとの数で、下位の組織を含みません。11時間は目安で、下回っても違反ではありません。"
    )
  }
}

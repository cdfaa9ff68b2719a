internal import CivilTime
internal import DelimitedText
internal import Markup
internal import People
internal import Site
internal import Store
internal import WorkingTime
internal import WorkingTimeRules

/// 特例業務の台帳: what was recorded in the year, and what of a month needs an answer.
struct SpecialWorkPage: Sendable {
  let month: YearMonth
  let works: [SpecialWork]
  let questions: SpecialWorkQuestions
  let reach: LimitReach
  /// Units that stand no more and for which the visitor answers.
  let former: FormerUnits
  let today: CivilDate

  var content: PageContent {
    PageContent(
      title: "特例業務の台帳",
      breadcrumbs: [Breadcrumb("超過勤務の上限", LimitWatchPaths.home)],
      lead: lead,
      printing: .landscape,
      body: actions + asked + register + start
    )
  }

  private var lead: HTML {
    let open = questions.unregistered.count + questions.unlifted.count
    let state = open == 0 ? "確かめることはありません。" : "台帳と申告について確かめることが\(open)件あります。"
    return "\(month.japanese)は、\(state)\(month.fiscalYear.japanese)の記録は\(standing.count)件です。"
  }

  private var standing: [SpecialWork] { works.filter { !$0.isWithdrawn } }

  private var actions: HTML {
    let mayRecord = !former.all.isEmpty || reach.tree.ordered.contains { reach.answersFor($0.id) }
    let record = mayRecord ? [Buttons.link("特例業務を記録する", to: "#record", style: .primary, size: .small)] : []
    return Panels.actions(
      record + [
        Buttons.link("前の月", to: LimitWatchPaths.specialWork(month.adding(months: -1)), size: .small),
        Buttons.link("次の月", to: LimitWatchPaths.specialWork(month.adding(months: 1)), size: .small),
        Buttons.link("CSVで保存", to: "\(LimitWatchPaths.specialWorkFile)?month=\(month.iso)", size: .small),
      ]
    )
  }

  private func path(_ unit: RecordID<OrganizationUnit>) -> String {
    reach.tree.path(of: unit) ?? former.unit(unit)?.path ?? "廃止された組織"
  }

  private var asked: HTML {
    let unregistered: HTML =
      questions.unregistered.isEmpty
      ? .empty
      : DataTable.draw(
        id: "unregistered",
        caption: "台帳にない特例業務の申告",
        columns: [
          .init("氏名", .rowHeader), .init("組織", .text), .init("日", .text), .init("長さ", .number, unit: "時間:分"),
        ],
        rows: questions.unregistered.map { line in
          [
            .link(line.person.name, to: Paths.month(month, of: line.person.id)),
            .text(path(line.person.unit)),
            .text(line.days.map { "\($0.day)日" }.joined(separator: "、")), .text("\(line.length)"),
          ]
        },
        note: "特例業務であれば台帳に記録し、そうでなければ本人に申告の訂正を相談してください。",
        narrow: .stacks
      )
    let unlifted: HTML =
      questions.unlifted.isEmpty
      ? .empty
      : DataTable.draw(
        id: "unlifted",
        caption: "上限を超え、特例業務の申告がない職員",
        columns: [.init("氏名", .rowHeader), .init("組織", .text), .init("理由", .text)],
        rows: questions.unlifted.map { line in
          [
            .link(line.person.name, to: Paths.limits(month, of: line.person.id)),
            .text(path(line.person.unit)),
            .text(Self.reason(line)),
          ]
        },
        note: "特例業務に従事していたのに申告に印がないのか、上限を超えて命じたのかを確かめてください。判定は記録を変えません。",
        narrow: .stacks
      )
    guard !unregistered.isEmpty || !unlifted.isEmpty else { return .empty }
    return Panels.section("\(month.japanese)に確かめること", body: unregistered + unlifted)
  }

  /// The first limit in words; the page of the person's limits tells the others.
  private static func reason(_ line: SpecialWorkQuestions.Unlifted) -> String {
    let others = line.findings.count - 1
    return (line.findings.first?.explanation ?? "") + (others > 0 ? "ほかに\(others)つの上限を超えています。" : "")
  }

  private var register: HTML {
    guard !works.isEmpty else {
      return Panels.emptyState(
        "\(month.fiscalYear.japanese)の特例業務の記録はありません",
        "特例業務を行わせるときに、組織の長か人事担当が記録すると、ここに表示します。"
      )
    }
    return DataTable.draw(
      id: "special-work",
      caption: "\(month.fiscalYear.japanese)の特例業務",
      columns: [
        .init("業務の内容", .rowHeader), .init("組織", .text), .init("区分", .text), .init("期間", .word),
        .init("従事する職員", .word), .init("周知の日", .word),
      ],
      rows: works.map(row),
      note: "特例業務には必要な範囲に限って上限を適用しません（人事院規則15―14第16条の2の2第2項）。超えたときは要因を整理、分析及び検証します（同条第3項）。",
      narrow: .stacks
    )
  }

  private func row(_ work: SpecialWork) -> DataTable.Row {
    DataTable.Row(
      [
        .link(work.description, to: LimitWatchPaths.specialWork(work.id)), .text(path(work.unit)),
        .text(work.category.japanese), .text(SpecialWorkWords.period(work)),
        work.isWithdrawn
          ? .html(StatusTag.draw("取り消し", tone: .neutral)) : .text(SpecialWorkWords.people(work)),
        work.madeKnownOn.map { .text($0.japaneseShort) } ?? .html(StatusTag.draw("記録なし", tone: .attention)),
      ],
      tone: work.isWithdrawn ? .quiet : .plain
    )
  }

  private var start: HTML {
    let units = reach.tree.ordered.filter { reach.answersFor($0.id) }
    guard !units.isEmpty || !former.all.isEmpty else { return .empty }
    let list = entries(units.map(\.id))
    let gone: HTML =
      former.all.isEmpty
      ? .empty : Panels.details("廃止された\(former.all.count)の組織から選ぶ", body: entries(former.all.map(\.id)))
    return Panels.section(
      "特例業務を記録する",
      id: "record",
      body: "<p>特例業務を行う組織を選んでください。</p>"
        + (units.count > 8 ? Panels.details("\(units.count)の組織から選ぶ", body: list) : list) + gone
    )
  }

  private func entries(_ units: [RecordID<OrganizationUnit>]) -> HTML {
    let entries = units.map { Panels.Entry(path($0), to: LimitWatchPaths.specialWork(of: $0)) }
    return entries.isEmpty ? .empty : Panels.entries(entries)
  }

  /// The register of the year as a machine-readable table, without names.
  func file() throws -> [UInt8] {
    var writer = try DelimitedWriter(style: .spreadsheet)
    writer.write(["組織", "区分", "業務の内容", "開始日", "終了日", "従事する職員", "周知の日", "取り消し"])
    for work in works {
      writer.write(fields: [
        .freeText(path(work.unit)), .value(work.category.japanese), .freeText(work.description),
        .value(work.from.iso), .value(work.to?.iso ?? ""), .value(SpecialWorkWords.people(work)),
        .value(work.madeKnownOn?.iso ?? ""), .value(work.isWithdrawn ? "1" : "0"),
      ])
    }
    return writer.bytes
  }
}

/// How a record of special work is told.
enum SpecialWorkWords {
  static func period(_ work: SpecialWork) -> String {
    "\(work.from.japaneseShort)〜\(work.to?.japaneseShort ?? "")"
  }

  static func people(_ work: SpecialWork) -> String {
    switch work.people {
    case .everyone: "全員"
    case .named(let names): "\(names.count)人"
    }
  }
}

internal import CivilTime
internal import Markup
internal import People
internal import Site

/// 組織の取組: what the head of a unit owes, how far it is done, and the units below.
struct UnitPage: Sendable {
  let sheet: UnitSheet
  let figures: UnitFigures
  /// The ways to the rows behind figures that the reader may open.
  let links: RowLinks

  private var overview: PlanOverview { sheet.overview }
  private var year: FiscalYear { overview.year }

  var content: PageContent {
    PageContent(
      title: "\(sheet.unit.name)の取組",
      breadcrumbs: [
        Breadcrumb("取組と指標", Paths.home(year)), Breadcrumb("組織ごとの取組", Paths.units(year)),
      ],
      lead: lead,
      printing: .landscape,
      body: PlanNotices.period(overview.plan, in: year, today: overview.today) + actions + own + below
        + UnitFigurePart(figures: figures, unit: sheet.unit, year: year, links: links).section
        + reports + choice
    )
  }

  private var lead: HTML {
    let open = sheet.own.reduce(0) { $0 + $1.coverage.open }
    let overdue = sheet.own.reduce(0) { $0 + $1.coverage.overdue }
    return "\(sheet.path)。\(year.japanese)に組織の長が担当するもののうち、まだのものは\(open)件、期限を過ぎたものは\(overdue)件です。"
  }

  private var actions: HTML {
    Panels.actions([Buttons.link("一件ずつ見る・答える", to: Paths.unitDuties(sheet.unit.id), size: .small)])
  }

  private var own: HTML {
    guard !sheet.own.isEmpty else {
      return Panels.section(
        "この組織の担当",
        body: Panels.emptyState("担当はありません", "\(year.japanese)に、この組織の長が担当するものはありません。")
      )
    }
    let table = DataTable.draw(
      id: "own",
      caption: "\(sheet.unit.name)の長が担当するもの",
      columns: [
        .init("番号", .rowHeader), .init("取組", .text), .init("求めた数", .number), .init("済み", .number),
        .init("まだ", .number), .init("期限超過", .number), .init("次の期限", .word),
      ],
      rows: sheet.own.map(row),
      narrow: .stacks
    )
    return Panels.section("この組織の担当", body: table)
  }

  private func row(_ line: UnitMeasure) -> DataTable.Row {
    let coverage = line.coverage
    let numbers = [coverage.owed, coverage.fulfilled, coverage.open, coverage.overdue]
    return DataTable.Row(
      [
        .link(line.measure.id.text, to: Paths.measure(line.measure.id, year)), .text(line.content.title),
      ] + numbers.map { .text(FigureWords.grouped($0)) }
        + [line.nextDueOn.map { .text($0.japaneseShort) } ?? .none],
      tone: coverage.overdue > 0 ? .attention : .plain
    )
  }

  private var below: HTML {
    guard !sheet.below.isEmpty else { return .empty }
    return Panels.section("下の組織", body: UnitTotals(totals: sheet.below, year: year, id: "below").table)
  }

  private var reports: HTML {
    guard !sheet.reports.isEmpty else { return .empty }
    let table = DataTable.draw(
      id: "reports",
      caption: "この組織と下の組織の新しい報告",
      columns: [
        .init("実施日", .rowHeader), .init("組織", .text), .init("番号", .word), .init("取組", .text),
      ],
      rows: sheet.reports.sorted { $0.heldOn > $1.heldOn }.map { report in
        [
          .link(report.heldOn.japaneseShort, to: "/evidence/\(report.evidence)"), .text(report.unitName),
          .link(report.measure.text, to: Paths.measure(report.measure, year)), .text(report.title),
        ]
      },
      narrow: .stacks
    )
    return Panels.section("新しい報告", body: table)
  }

  private var choice: HTML {
    Forms.search(
      action: "\(Paths.units)/\(sheet.unit.id)",
      submit: "この年度を見る",
      content: YearField.draw(overview.years, chosen: year)
    )
  }
}

/// 組織ごとの取組: the units that somebody answers for or watches over.
struct UnitsPage: Sendable {
  let overview: PlanOverview
  let totals: [UnitTotal]

  var content: PageContent {
    PageContent(
      title: "組織ごとの取組",
      breadcrumbs: [Breadcrumb("取組と指標", Paths.home(overview.year))],
      lead: "\(overview.year.japanese)に組織の長が担当するものを、下の組織も含めて建制順に示します。",
      printing: .landscape,
      body: PlanNotices.period(overview.plan, in: overview.year, today: overview.today) + choice + table
    )
  }

  private var table: HTML {
    guard !totals.isEmpty else {
      return Panels.emptyState("見られる組織はありません", "組織の長になると、ここに自分の組織が並びます。")
    }
    return UnitTotals(totals: totals, year: overview.year, id: "units").table
  }

  private var choice: HTML {
    Forms.search(
      action: Paths.units,
      submit: "この年度を見る",
      content: YearField.draw(overview.years, chosen: overview.year)
    )
  }
}

/// Units with what they owe, each with all below it.
struct UnitTotals {
  let totals: [UnitTotal]
  let year: FiscalYear
  let id: String

  var table: HTML {
    DataTable.draw(
      id: id,
      caption: "組織と担当の数",
      columns: [
        .init("組織", .rowHeader), .init("求めた数", .number), .init("済み", .number), .init("免除", .number),
        .init("まだ", .number), .init("期限超過", .number),
      ],
      rows: totals.map { total in
        let coverage = total.coverage
        let numbers = [coverage.owed, coverage.fulfilled, coverage.excused, coverage.open, coverage.overdue]
        return DataTable.Row(
          [.link(total.unit.name, to: Paths.unit(total.unit.id, year))]
            + numbers.map { .text(FigureWords.grouped($0)) }
        )
      },
      note: "<p>どの数にも、下の組織の分を含みます。職員が自分で担当するものは含みません。</p>",
      narrow: .stacks
    )
  }
}

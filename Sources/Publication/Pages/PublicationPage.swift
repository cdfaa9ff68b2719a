internal import CivilTime
internal import DisclosureRules
internal import FollowUps
internal import Markup
internal import People
internal import Plan
internal import Site
internal import Store

/// 公表の確認 – what of a year can be published, what the law still asks for, and what must be mended first.
struct PublicationPage: Sendable {
  let material: PublicationMaterial
  /// The employers that the visitor answers for, by code.
  let own: [(code: String, id: RecordID<Employer>)]
  let today: CivilDate

  var content: PageContent {
    PageContent(
      title: "\(material.year.japanese)の公表",
      breadcrumbs: [Breadcrumb("取組と指標", "/plan")],
      lead: "年次フォローアップは「\((material.stage ?? .draft).japanese)」です。国のサイトに載せる二つのファイルと、公開フォルダーの中身を確かめます。",
      body: files + HTML(shown.map(employer)) + limits
    )
  }

  private var shown: [EmployerMaterial] {
    material.employers.filter { employer in own.contains { $0.code == employer.code } }
  }

  private var files: HTML {
    Panels.actions([
      Buttons.link("実施状況のCSVを保存する", to: Paths.file(.implementation, material.year), size: .small),
      Buttons.link("情報公表のCSVを保存する", to: Paths.file(.disclosure, material.year), size: .small),
      Buttons.link("年次フォローアップを開く", to: Paths.report(material.year), size: .small),
      Buttons.link(
        "\(material.year.advanced(by: -1).japanese)の公表",
        to: Paths.year(material.year.advanced(by: -1)),
        size: .small
      ),
    ])
      + "<p>公開フォルダー（ページとデータの一式）は、フォローアップを公表した後に、システム管理者がコマンドで書き出します。</p>"
  }

  private func employer(_ employer: EmployerMaterial) -> HTML {
    let findings = LayoutCheck.verdict(employer, on: day(employer))
    let verdict: HTML =
      findings.isEmpty
      ? Panels.notice(.success, "公表が要る項目はそろっています。")
      : Panels.notice(
        .warning,
        "公表が足りません。",
        body: "<ul>\(findings.map { "<li>\($0.japanese)</li>" as HTML })</ul>"
      )
    let path = own.first { $0.code == employer.code }.map { Paths.employer($0.id, material.year) }
    let link = path.map { Buttons.link("設定と給与の差異を開く", to: $0) } ?? .empty
    return Panels.section(
      employer.name,
      body: verdict + doubt(employer) + Panels.actions([link]) + items(employer)
    )
  }

  /// That the rule of the day was not read in its own text.
  private func doubt(_ employer: EmployerMaterial) -> HTML {
    let caution = PublicationDuty.law.figure(on: day(employer))?.amount.caution
    return caution.map { "<p>\($0)</p>" } ?? .empty
  }

  /// The rule of the month in which it will stand in public; without one, that of today.
  private func day(_ employer: EmployerMaterial) -> CivilDate { employer.settings.month?.lastDay ?? today }

  private func items(_ employer: EmployerMaterial) -> HTML {
    let published = DisclosureLayout.rows(employer)
    let rows = published.map { row -> DataTable.Row in
      let fault = row.entry.fault(on: day(employer))
      let state =
        row.entry.content == .nothing
        ? StatusTag.draw("値なし", tone: .neutral)
        : StatusTag.draw(fault == nil ? "公表できる" : "要確認", tone: fault == nil ? .success : .attention)
      let remark = [row.remark, fault.map(\.japanese) ?? ""].filter { !$0.utf8.isEmpty }
      return [
        .text("\(row.item.code) \(row.item.japanese)"), .html(state), .text(remark.joined(separator: "。")),
      ]
    }
    let table = DataTable.draw(
      id: "items-\(employer.code)",
      caption: "\(employer.name)：情報公表の項目",
      columns: [.init("項目", .rowHeader), .init("状態", .word), .init("備考")],
      rows: rows,
      narrow: .stacks
    )
    let filled = published.count { $0.entry.content != .nothing }
    return Panels.fold(
      "\(employer.name)の情報公表の項目",
      sum: "<span>値または理由があるもの \(filled)／\(rows.count)項目</span>",
      body: table
    )
  }

  private var limits: HTML {
    let findings = LayoutCheck.findings(material)
    let parts = shown.map { employer -> HTML in
      let own = findings.filter { $0.employer.utf8.elementsEqual(employer.name.utf8) }
      return own.isEmpty ? .empty : fold(employer, own)
    }
    let body: HTML =
      parts.allSatisfy(\.isEmpty)
      ? Panels.emptyState("直すところはありません", "二つのファイルの欄は、様式のきまりに合っています。") : HTML(parts)
    return Panels.section(
      "様式の確認",
      body: "<p>「要修正」があると、公開フォルダーは書き出せません（案を除く）。</p>\(body)"
    )
  }

  private func fold(_ employer: EmployerMaterial, _ findings: [LayoutFinding]) -> HTML {
    let faults = findings.filter { $0.weight == .fault }
    let others = findings.filter { $0.weight != .fault }
    let faultTag: HTML =
      faults.isEmpty ? .empty : StatusTag.draw("要修正 \(faults.count)件", tone: .alarm)
    let table = DataTable.draw(
      id: "limits-\(employer.code)",
      caption: "\(employer.name)：二つのファイルの欄の確認",
      columns: [.init("欄", .rowHeader), .init("区分", .word), .init("内容")],
      rows: (faults + others).map(row),
      note: "\(SiteHeadings.caution)文字数は1文字（Unicodeの符号位置）ごとに数えます。",
      narrow: .stacks
    )
    let sum: HTML = others.isEmpty ? faultTag : faultTag + "<span>確認 \(others.count)件</span>"
    return Panels.fold(employer.name, sum: sum, body: table)
  }

  private func row(_ finding: LayoutFinding) -> DataTable.Row {
    let isFault = finding.weight == .fault
    return DataTable.Row(
      [
        .text(finding.column),
        .html(StatusTag.draw(isFault ? "要修正" : "確認", tone: isFault ? .alarm : .attention)),
        .text(finding.message),
      ],
      tone: isFault ? .attention : .plain
    )
  }
}

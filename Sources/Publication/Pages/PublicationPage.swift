internal import CivilTime
internal import DisclosureRules
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
  /// The stage of the follow-up in words.
  let stage: String
  let today: CivilDate

  var content: PageContent {
    PageContent(
      title: "\(material.year.japanese)の公表",
      breadcrumbs: [Breadcrumb("取組と指標", "/plan")],
      lead: "年次フォローアップは「\(stage)」です。国のサイトに載せる二つのファイルと、公開フォルダーの中身を確かめます。",
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
      body: verdict + Panels.actions([link]) + items(employer)
    )
  }

  /// The rule of the month in which it will stand in public; without one, that of today.
  private func day(_ employer: EmployerMaterial) -> CivilDate { employer.settings.month?.lastDay ?? today }

  private func items(_ employer: EmployerMaterial) -> HTML {
    let rows = DisclosureLayout.rows(employer).map { row -> DataTable.Row in
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
    return DataTable.draw(
      id: "items-\(employer.code)",
      caption: "\(employer.name)：情報公表の項目",
      columns: [.init("項目", .rowHeader), .init("状態", .word), .init("備考")],
      rows: rows,
      narrow: .stacks
    )
  }

  private var limits: HTML {
    let names = Set(shown.map(\.name))
    let findings = LayoutCheck.findings(material).filter { names.contains($0.employer) }
    let rows = findings.map { finding -> DataTable.Row in
      let isFault = finding.weight == .fault
      return DataTable.Row(
        [
          .text(finding.employer),
          .html(StatusTag.draw(isFault ? "要修正" : "確認", tone: isFault ? .alarm : .attention)),
          .text(finding.column), .text(finding.message),
        ],
        tone: isFault ? .attention : .plain
      )
    }
    let columns: [DataTable.Column] = [
      .init("特定事業主", .rowHeader), .init("区分", .word), .init("欄"), .init("内容"),
    ]
    return Panels.section(
      "様式の確認",
      body: DataTable.draw(
        id: "limits",
        caption: "二つのファイルの欄の確認",
        columns: columns,
        rows: rows,
        note: "文字数は1文字（Unicodeの符号位置）ごとに数えます。「要修正」があると、公開フォルダーは書き出せません（案を除く）。",
        narrow: .stacks
      )
    )
  }
}

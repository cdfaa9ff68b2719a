internal import CivilTime
internal import DisclosureRules
internal import Markup
internal import People
internal import Site
internal import Store

/// 特定事業主の公表の設定 – what one employer sets for its publication of a year, and its pay gap.
struct EmployerPage: Sendable {
  let employer: EmployerMaterial
  let id: RecordID<Employer>
  let year: FiscalYear
  let form: SettingForm
  /// Whether the visitor is the personnel authority of this employer.
  let isPersonnel: Bool
  let token: String

  var content: PageContent {
    PageContent(
      title: "\(employer.name)の公表の設定",
      breadcrumbs: [
        Breadcrumb("取組と指標", "/plan"), Breadcrumb("\(year.japanese)の公表", Paths.year(year)),
      ],
      faults: form.faults,
      body: clash + settings + payGap
    )
  }

  private var clash: HTML {
    guard !form.overtaken.isEmpty else { return .empty }
    let theirs = form.overtaken.map { setting, change -> (term: String, value: HTML) in
      let who = "\(change.by)、\(OfficeZone.dateTimeText(change.at))"
      return (
        term: "\(SettingForm.label(setting))（\(who)）", value: "\(SettingForm.words(setting, change.value))"
      )
    }
    return Panels.notice(
      .warning,
      "あなたが入力している間に、ほかの人が設定を変えました。あなたの入力はまだ保存していません。",
      body: """
        <p>先に保存された値です。下の欄にはあなたの入力が残っています。どちらにするかを決めて、もう一度保存してください。</p>\
        \(Panels.keyValues(theirs))
        """
    )
  }

  private var settings: HTML {
    Forms.form(
      action: Paths.employer(id, year),
      token: token,
      actions: [Buttons.submit("設定を保存する")],
      content: Forms.group("リンクと公表年月", content: frame) + Forms.group("数え方", content: counting)
        + Forms.group("公表しない理由", hint: "値のない項目を、理由を書いて空欄で公表するときに入力します。", content: reasons)
        + Fields.hidden(SettingForm.seen, value: "\(employer.settings.lastChange)")
    )
  }

  private var frame: HTML {
    let month = Fields.text(
      SettingForm.month,
      label: SettingForm.label(.month),
      need: .optional,
      hint: "例：2026-06",
      value: form.value(SettingForm.month),
      faults: form.faults,
      width: .short
    )
    return month + link(SettingForm.planLink, .planLink) + link(SettingForm.recruitingLink, .recruitingLink)
  }

  private func link(_ name: String, _ setting: PublicationSetting) -> HTML {
    Fields.text(
      name,
      label: SettingForm.label(setting),
      need: .optional,
      hint: "https://で始まるアドレス。空のときは計画のファイルの値を使います。",
      value: form.value(name),
      faults: form.faults
    )
  }

  private var counting: HTML {
    Fields.text(
      SettingForm.mainGroup,
      label: SettingForm.label(.mainGroup),
      need: .optional,
      hint: "常勤職員の数値をこのまとまりの欄に入れます。空のときは「その他」の欄に入れます。",
      value: form.value(SettingForm.mainGroup),
      faults: form.faults
    )
      + Fields.select(
        SettingForm.tenureItem,
        label: SettingForm.label(.tenureItem),
        choices: TenureItem.allCases.map { .init($0.rawValue, $0.japanese) },
        value: form.value(SettingForm.tenureItem),
        faults: form.faults
      )
      + Fields.select(
        SettingForm.rankDay,
        label: SettingForm.label(.rankDay),
        choices: RankDay.allCases.map { .init($0.rawValue, $0.japanese) },
        value: form.value(SettingForm.rankDay),
        faults: form.faults
      )
  }

  private var reasons: HTML {
    HTML(
      DisclosureItem.allCases.map { item in
        Fields.text(
          SettingForm.reason(item),
          label: SettingForm.label(.blankReason(item)),
          need: .optional,
          value: form.value(SettingForm.reason(item)),
          faults: form.faults
        )
      }
    )
  }

  private var payGap: HTML {
    Panels.section(DisclosureItem.payGap.japanese, body: payGapBody)
  }

  private var payGapBody: HTML {
    guard let payGap = employer.payGap else {
      return "<p>まだありません。給与のファイルからの計算か、比率の取り込みを、システム管理者がコマンドで行います。個人の給与は保存しません。</p>"
    }
    let warnings = PayGapWords.warnings(payGap, before: employer.payGapBefore).map { sentence in
      Panels.notice(.information, sentence)
    }
    let facts = Panels.keyValues([
      (term: "年度", value: "\(payGap.year.japanese)"), (term: "方法", value: "\(payGap.method.japanese)"),
      (term: "出どころ", value: "\(payGap.origin.japanese)"),
    ])
    let tables =
      isPersonnel
      ? payGapWithPeople(payGap)
      : HTML(PayGapRow.Table.allCases.map { PayGapTable.draw(payGap, $0, settings: employer.settings) })
    return HTML(warnings) + facts + tables + "<p>\(PayGapWords.withheldNote)</p>"
  }

  /// For the personnel authority alone: how many people stand behind each ratio, and whether it is published.
  private func payGapWithPeople(_ payGap: PayGapYear) -> HTML {
    let rows = payGap.figures.map { figure -> DataTable.Row in
      let isReleased = employer.settings.isReleased(figure, of: payGap)
      let shown = payGap.shown(figure, employer.settings)
      let isOfFew = figure.shown(isReleased: false) == .withheld
      return [
        .text("\(figure.row.japanese)"),
        figure.permille.map { .text(FileNumber.text($0, decimals: 1)) } ?? .none,
        figure.women.map { .text("\($0)") } ?? .none, figure.men.map { .text("\($0)") } ?? .none,
        .text(state(shown)), isOfFew ? .html(release(figure, of: payGap, isReleased)) : .none,
      ]
    }
    let columns: [DataTable.Column] = [
      .init("区分", .rowHeader), .init("男女の差異", .number, unit: "％"), .init("女性", .number, unit: "人"),
      .init("男性", .number, unit: "人"), .init("公表", .word), .init("操作"),
    ]
    return DataTable.draw(id: "pay-gap", caption: "給与の差異と人数（人事担当だけに表示）", columns: columns, rows: rows)
  }

  private func state(_ shown: PayGapFigure.Shown) -> String {
    switch shown {
    case .ratio: "公表する"
    case .blank: "空欄"
    case .withheld: PayGapWords.withheld
    }
  }

  private func release(_ figure: PayGapFigure, of payGap: PayGapYear, _ isReleased: Bool) -> HTML {
    let name = figure.row.japanese
    return Forms.button(
      isReleased ? "\(name)を非表示に戻す" : "\(name)を公表する",
      action: Paths.release(id, year),
      token: token,
      hidden: [
        (name: "table", value: figure.row.table.rawValue), (name: "row", value: figure.row.key),
        (name: "figure", value: payGap.releaseName(of: figure)),
        (name: "release", value: isReleased ? "" : "yes"),
      ]
    )
  }
}

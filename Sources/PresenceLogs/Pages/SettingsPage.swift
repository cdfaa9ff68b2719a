internal import CivilTime
internal import Markup
internal import People
internal import Site
internal import Store

/// 差の基準: from which gap on each of the visitor's employers asks for a reason.
struct SettingsPage: Sendable {
  let employers: [Employer]
  let thresholds: GapThresholds
  let today: CivilDate
  let token: String
  let once: String
  var faults: [FormFault] = []
  var entered = FormFields.empty

  var content: PageContent {
    PageContent(
      title: "差の基準",
      breadcrumbs: [Breadcrumb("PC記録の取込", PresencePaths.logs)],
      lead: "在庁時間と申告の差がこの長さ以上のとき、本人に理由を求めます。法令に数字はなく、特定事業主が決めます（初めは\(GapThreshold.usual.japanese)）。",
      faults: faults,
      body: list + form
    )
  }

  private var list: HTML {
    let rows = employers.map { employer -> DataTable.Row in
      let now = thresholds.threshold(of: employer.id, on: today)
      let later = thresholds.all.filter { $0.employer == employer.id && $0.from > today }
      let words = later.map { "\($0.from.japaneseWithoutWeekday)から\($0.minutes.japanese)" }
      return [.text(employer.name), .text(now.japanese), .text(words.joined(separator: "、"))]
    }
    return DataTable.draw(
      id: "thresholds",
      caption: "いまの基準",
      columns: [.init("特定事業主", .rowHeader), .init("基準", .word), .init("これからの基準", .text)],
      rows: rows
    )
  }

  private var form: HTML {
    guard !employers.isEmpty else { return .empty }
    let choices = employers.map { Fields.Choice("\($0.id)", $0.name) }
    let fields = [
      Fields.select(
        "employer",
        label: "特定事業主",
        choices: choices,
        value: entered.first("employer") ?? "",
        faults: faults
      ),
      Fields.text(
        "minutes",
        label: "基準（分）",
        hint: "5分から480分まで",
        value: entered.first("minutes") ?? "",
        faults: faults,
        input: .digits,
        width: .tiny
      ),
      Fields.date(
        "from",
        label: "適用を始める日",
        hint: "それより前の日の基準は変わりません。",
        value: entered.first("from") ?? "",
        faults: faults
      ),
    ]
    let form = Forms.form(
      action: PresencePaths.threshold,
      token: token,
      once: once,
      actions: [Buttons.submit("基準を定める")],
      content: HTML(fields)
    )
    return Panels.section("基準を定める", body: form)
  }
}

internal import CivilTime
internal import Markup
internal import People
internal import Site
internal import Store

/// The controls of a designation.
struct DesignationFields {
  /// What of a unit is designated, as the form asks it.
  enum Extent: String, CaseIterable {
    case unit
    case part
  }

  let faults: [FormFault]
  let entered: FormFields

  func unit(_ choices: [Fields.Choice]) -> HTML {
    Fields.select(
      "unit",
      label: "組織",
      choices: [Fields.Choice("", "選んでください")] + choices,
      value: entered.first("unit") ?? "",
      faults: faults
    )
  }

  var extent: HTML {
    Fields.radios(
      "extent",
      label: "範囲",
      choices: [
        Fields.Choice(Extent.unit.rawValue, "組織の全体"),
        Fields.Choice(
          Extent.part.rawValue,
          "一部の官職・チームだけ",
          hint: "判定は組織ごとに行うため、この指定は判定に使いません。係などを組織として登録すると判定に使えます。"
        ),
      ],
      value: entered.first("extent") ?? Extent.unit.rawValue,
      faults: faults
    )
      + Fields.text(
        "part",
        label: "官職・チームの名前",
        need: .optional,
        hint: "範囲が一部のときだけ入力します。",
        value: entered.first("part") ?? "",
        faults: faults,
        width: .medium
      )
  }

  var from: HTML { Fields.date("from", label: "開始日", value: entered.first("from") ?? "", faults: faults) }

  func to(_ standing: String = "") -> HTML {
    Fields.date(
      "to",
      label: "終了日",
      need: .optional,
      hint: "終わりを定めないときは空欄にします。",
      value: entered.first("to") ?? standing,
      faults: faults
    )
  }

  func reason(_ standing: String = "") -> HTML {
    Fields.text(
      "reason",
      label: "指定の理由",
      hint: "例：国会対応と他府省との協議が業務の大半を占める",
      value: entered.first("reason") ?? standing,
      faults: faults
    )
  }

  func known(_ standing: String = "") -> HTML {
    Fields.date(
      "known",
      label: "周知の日",
      need: .optional,
      hint: "指定の範囲を職員に知らせた日です。知らせたら入力してください。",
      value: entered.first("known") ?? standing,
      faults: faults
    )
  }
}

/// 他律部署の指定: one designation with its history, and the form that ends or corrects it.
struct DesignationSheet: Sendable {
  let newest: ListedDesignation
  let earlier: [ListedDesignation]
  let path: String
  let mayChange: Bool
  let today: CivilDate
  let token: String
  let once: String
  var faults: [FormFault] = []
  var entered = FormFields.empty

  var content: PageContent {
    let one = newest.designation
    return PageContent(
      title: "\(path)の指定",
      breadcrumbs: [
        Breadcrumb("超過勤務の上限", LimitWatchPaths.home), Breadcrumb("他律部署の台帳", LimitWatchPaths.designations),
      ],
      lead: one.isWithdrawn
        ? "取り消された指定です。上限の判定には使いません。" : "\(one.standing(on: today).japanese)の指定です。期間は\(period(one))です。",
      faults: faults,
      body: Panels.keyValues(facts(one)) + form + history
    )
  }

  private func period(_ one: Designation) -> String {
    "\(one.from.japaneseWithoutWeekday)から\(one.to.map { "\($0.japaneseWithoutWeekday)まで" } ?? "（終わりの定めなし）")"
  }

  private func facts(_ one: Designation) -> [(term: String, value: HTML)] {
    [
      (term: "範囲", value: "\(one.extent.japanese)"), (term: "期間", value: "\(period(one))"),
      (term: "理由", value: "\(one.reason)"),
      (term: "周知の日", value: one.madeKnownOn.map { "\($0.japanese)" } ?? "記録なし"),
      (term: "根拠", value: "人事院規則15―14第16条の2の2第1項第2号"),
    ]
  }

  private var form: HTML {
    guard mayChange else { return .empty }
    let one = newest.designation
    let fields = DesignationFields(faults: faults, entered: entered)
    let withdrawn = Fields.checkbox(
      "withdrawn",
      label: "この指定を取り消す（開始日から指定ではなかった）",
      isChecked: entered.pairs.isEmpty ? one.isWithdrawn : entered.first("withdrawn") == "1"
    )
    let why = Fields.text(
      "why",
      label: "変える理由",
      hint: "例：部署の再編により終了、開始時の周知を記録",
      value: entered.first("why") ?? "",
      faults: faults
    )
    let body = Forms.form(
      action: LimitWatchPaths.designation(one.id),
      token: token,
      once: once,
      actions: [Buttons.submit("変更を記録する")],
      content: Fields.hidden("seen", value: entered.first("seen") ?? "\(one.id)")
        + fields.to(one.to?.iso ?? "") + fields.reason(one.reason) + fields.known(one.madeKnownOn?.iso ?? "")
        + withdrawn + why
    )
    return Panels.section("終了・訂正・取消し", id: "change", body: body)
  }

  private var history: HTML {
    guard !earlier.isEmpty else { return .empty }
    let events = ([newest] + earlier).map { listed -> Panels.Event in
      let one = listed.designation
      let change: HTML =
        one.changeReason.utf8.isEmpty ? "記録" : "\(one.isWithdrawn ? "取消し：" : "")\(one.changeReason)"
      return Panels.Event(
        when: one.recordedAt.map { OfficeZone.date(of: $0).japanese } ?? "取込",
        who: "",
        what: "\(change)：\(period(one))、\(one.reason)"
      )
    }
    return Panels.section("履歴", body: Panels.history(events))
  }
}

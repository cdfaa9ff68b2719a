internal import CivilTime
internal import Markup
internal import People
internal import Site
internal import Store

/// The controls of a record of special work.
struct SpecialWorkFields {
  /// Who is engaged, as the form asks it.
  enum People: String, CaseIterable {
    case everyone
    case named
  }

  let faults: [FormFault]
  let entered: FormFields
  /// What stands where nothing was entered yet.
  let standing: SpecialWork?
  let members: [SpecialWork.Candidate]

  var all: HTML { period + kind + people + known }

  private var period: HTML {
    Fields.date(
      "from",
      label: "開始日",
      value: entered.first("from") ?? standing?.from.iso ?? "",
      faults: faults
    )
      + Fields.date(
        "to",
        label: "終了日",
        need: .optional,
        hint: "終わりが決まっていないときは空欄にします。",
        value: entered.first("to") ?? standing?.to?.iso ?? "",
        faults: faults
      )
  }

  private var kind: HTML {
    Fields.radios(
      "category",
      label: "区分",
      choices: SpecialWork.Category.allCases.map { Fields.Choice($0.rawValue, $0.japanese) },
      value: entered.first("category") ?? standing?.category.rawValue ?? "",
      faults: faults
    )
      + Fields.textArea(
        "description",
        label: "業務の内容",
        hint: "上限を超えて命じる必要がある部分がわかるように書いてください。",
        value: entered.first("description") ?? standing?.description ?? "",
        faults: faults,
        rows: 3
      )
  }

  private var people: HTML {
    let isNamed: Bool =
      if case .named = standing?.people { true } else { false }
    let standingNames: [String] =
      if case .named(let names) = standing?.people { names.map(\.description) } else { [] }
    let choices = members.map { Fields.Choice("\($0.employee)", $0.label) }
    let names = Fields.checkboxes(
      "named",
      label: "職員",
      choices: choices,
      values: entered.pairs.isEmpty ? standingNames : entered.all("named"),
      faults: faults
    )
    return Fields.radios(
      "people",
      label: "従事する職員",
      choices: [
        Fields.Choice(People.everyone.rawValue, "組織の全員（下位の組織を含む）"),
        Fields.Choice(People.named.rawValue, "選んだ職員だけ", hint: "従事する範囲は必要最小限にします。"),
      ],
      value: entered.first("people") ?? (isNamed ? People.named.rawValue : standing == nil ? "" : "everyone"),
      faults: faults
    ) + (choices.isEmpty ? .empty : Panels.details("職員を選ぶ（\(choices.count)人）", body: names))
  }

  private var known: HTML {
    Fields.date(
      "known",
      label: "周知の日",
      need: .optional,
      hint: "特例業務の範囲を職員に知らせた日です。",
      value: entered.first("known") ?? standing?.madeKnownOn?.iso ?? "",
      faults: faults
    )
  }
}

/// 特例業務を記録する: the form for a unit.
struct SpecialWorkForm: Sendable {
  let unit: RecordID<OrganizationUnit>
  let path: String
  let members: [SpecialWork.Candidate]
  /// The last day of a unit that stands no more.
  let lastDay: CivilDate?
  let token: String
  let once: String
  var faults: [FormFault] = []
  var entered = FormFields.empty

  var memberIDs: Set<RecordID<Employee>> { Set(members.map(\.employee)) }

  var content: PageContent {
    PageContent(
      title: "\(path)の特例業務を記録する",
      breadcrumbs: [
        Breadcrumb("超過勤務の上限", LimitWatchPaths.home), Breadcrumb("特例業務の台帳", LimitWatchPaths.specialWork),
      ],
      lead: "記録は消えません。後から訂正や取り消しを重ねて記録できます。",
      faults: faults,
      body: Forms.form(
        action: LimitWatchPaths.specialWork(of: unit),
        token: token,
        once: once,
        actions: [Buttons.submit("台帳に記録する"), Buttons.link("やめる", to: LimitWatchPaths.specialWork)],
        content: SpecialWorkFields(faults: faults, entered: entered, standing: nil, members: members).all
      )
    )
  }
}

/// 特例業務の記録: one record with its history, and the form that corrects or withdraws it.
struct SpecialWorkSheet: Sendable {
  /// The newest first; never empty.
  let revisions: [SpecialWork]
  let path: String
  let members: [SpecialWork.Candidate]
  let mayChange: Bool
  /// The last day of a unit that stands no more.
  let lastDay: CivilDate?
  let token: String
  let once: String
  var faults: [FormFault] = []
  var entered = FormFields.empty

  var memberIDs: Set<RecordID<Employee>> { Set(members.map(\.employee)) }

  /// The revision that the form showed.
  func seen(_ fields: FormFields) -> SpecialWork? {
    let revision = fields.first("seen").flatMap { Int($0) }
    return revision.flatMap { wanted in revisions.first { $0.revision == wanted } } ?? revisions.first
  }

  var content: PageContent {
    PageContent(
      title: "\(path)の特例業務",
      breadcrumbs: [
        Breadcrumb("超過勤務の上限", LimitWatchPaths.home), Breadcrumb("特例業務の台帳", LimitWatchPaths.specialWork),
      ],
      lead: lead,
      faults: faults,
      body: facts + form + history
    )
  }

  private var lead: HTML {
    guard let newest = revisions.first else { return .empty }
    return newest.isWithdrawn
      ? "この記録は取り消されています。" : "\(newest.category.japanese)の記録です。"
  }

  private var facts: HTML {
    guard let newest = revisions.first else { return .empty }
    return Panels.keyValues([
      (term: "業務の内容", value: "\(newest.description)"), (term: "区分", value: "\(newest.category.japanese)"),
      (term: "期間", value: "\(SpecialWorkWords.period(newest))"), (term: "従事する職員", value: names(newest)),
      (term: "周知の日", value: newest.madeKnownOn.map { "\($0.japanese)" } ?? "記録なし"),
      (term: "根拠", value: "人事院規則15―14第16条の2の2第2項"),
    ])
  }

  /// Names stand for those alone whom the visitor sees anyway.
  private func names(_ work: SpecialWork) -> HTML {
    guard case .named(let ids) = work.people else { return "組織の全員" }
    let known = members.filter { ids.contains($0.employee) }.map(\.name)
    let others = ids.count - known.count
    let words = known + (others > 0 ? ["ほか\(others)人"] : [])
    return "\(words.joined(separator: "、"))"
  }

  private var form: HTML {
    guard mayChange, let newest = revisions.first else { return .empty }
    let fields = SpecialWorkFields(faults: faults, entered: entered, standing: newest, members: members)
    let withdrawn = Fields.checkbox(
      "withdrawn",
      label: "この記録を取り消す（特例業務ではなかった）",
      isChecked: entered.pairs.isEmpty ? newest.isWithdrawn : entered.first("withdrawn") == "1"
    )
    let why = Fields.text(
      "why",
      label: "変える理由",
      value: entered.first("why") ?? "",
      faults: faults
    )
    let body = Forms.form(
      action: LimitWatchPaths.specialWork(newest.id),
      token: token,
      once: once,
      actions: [Buttons.submit("変更を記録する")],
      content: Fields.hidden("seen", value: entered.first("seen") ?? "\(newest.revision)") + fields.all
        + withdrawn + why
    )
    return Panels.section("訂正・取り消し", id: "change", body: body)
  }

  private var history: HTML {
    let events = revisions.map { work -> Panels.Event in
      let change =
        work.revision == 1 ? "記録" : work.isWithdrawn ? "取り消し：\(work.changeReason)" : work.changeReason
      return Panels.Event(
        when: OfficeZone.date(of: work.recordedAt).japanese,
        who: "",
        what: "\(change)（\(SpecialWorkWords.period(work))、\(SpecialWorkWords.people(work))）"
      )
    }
    return Panels.section("履歴", body: Panels.history(events))
  }
}

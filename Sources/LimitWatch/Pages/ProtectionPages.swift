internal import CivilTime
internal import Markup
internal import People
internal import Site
internal import Store
internal import WorkingTimeRules

/// How requests for protection are told.
enum ProtectionWords {
  static func period(_ request: ProtectionRequest) -> String {
    let last = min(request.lastDay, request.asked.upperBound)
    return "\(request.asked.lowerBound.japaneseShort)〜\(last.japaneseShort)"
  }

  static func state(_ request: ProtectionRequest, on today: CivilDate) -> HTML {
    switch request.state {
    case .waiting: StatusTag.draw("確認待ち", tone: .attention)
    case .declined: StatusTag.draw("認められませんでした", tone: .neutral)
    case .withdrawn: StatusTag.draw("取り下げ", tone: .neutral)
    case .confirmed:
      request.protection.map { state($0.period.lowerBound, $0.period.upperBound, on: today) }
        ?? StatusTag.draw("適用される日なし", tone: .neutral)
    }
  }

  static func state(_ first: CivilDate, _ last: CivilDate, on today: CivilDate) -> HTML {
    last < today
      ? StatusTag.draw("終了", tone: .neutral)
      : StatusTag.draw(today < first ? "これから" : "適用中", tone: .success)
  }

  static let late = "請求が期限の後に届きました"

  /// From when a request holds that came after its beginning, and why; nil for others.
  static func effect(_ request: ProtectionRequest) -> String? {
    let from = request.holdsFrom
    guard request.asked.lowerBound < from, request.kind.mayBeDeclined else { return nil }
    switch request.state {
    case .declined, .withdrawn: return nil
    case .waiting, .confirmed: break
    }
    let term = request.kind == .night ? "1か月前まで（人事院規則10―11第6条）" : "前日まで（人事院規則10―11第9条・第10条）"
    let why = "請求は開始日の\(term)にするもので、届く前に命じられた勤務にはさかのぼりません。"
    guard from <= request.lastDay else { return "適用される日はありません。\(why)" }
    let condition = request.state == .waiting ? "確認されると、" : ""
    return "\(condition)請求が届いた日の翌日の\(from.japanese)から適用されます。\(why)"
  }
}

/// 自分の勤務の制限: what the visitor has asked for, and the form to ask.
struct OwnProtectionsPage: Sendable {
  let requests: [ProtectionRequest]
  let today: CivilDate
  let token: String
  let once: String
  var faults: [FormFault] = []
  var entered = FormFields.empty

  var content: PageContent {
    PageContent(
      title: "自分の勤務の制限（育児・介護・妊産婦）",
      breadcrumbs: [Breadcrumb("超過勤務の上限", LimitWatchPaths.home)],
      lead: lead,
      faults: faults,
      body: HTML(requests.map(part)) + form
    )
  }

  private var lead: HTML {
    let current = requests.compactMap(\.protection).filter { $0.period.contains(today) }
    guard !current.isEmpty else { return "いま適用されている制限はありません。" }
    return "いま適用されている制限：\(current.map(\.kind.plain).joined(separator: "。"))。"
  }

  private func part(_ request: ProtectionRequest) -> HTML {
    var facts: [(term: String, value: HTML)] = [
      (term: "状態", value: ProtectionWords.state(request, on: today)),
      (term: "期間", value: "\(ProtectionWords.period(request))"),
      (term: "請求した日", value: "\(request.receivedOn.japanese)"),
    ]
    if request.isLate { facts.append((term: "注意", value: "\(ProtectionWords.late)。記録は残ります。")) }
    if let effect = ProtectionWords.effect(request) { facts.append((term: "効力", value: "\(effect)")) }
    if request.state == .waiting, request.protection != nil {
      facts.append((term: "効力", value: "確認を待たず、請求の時から適用されます。"))
    }
    if case .declined(let ground) = request.state { facts.append((term: "理由", value: "\(ground.japanese)")) }
    return Panels.section(request.kind.japanese, body: Panels.keyValues(facts) + end(request))
  }

  private func end(_ request: ProtectionRequest) -> HTML {
    guard request.state == .waiting || request.state == .confirmed,
      today <= request.lastDay
    else { return .empty }
    let form = Forms.form(
      action: LimitWatchPaths.endProtection(request.id),
      token: token,
      once: "\(once)-\(request.id)",
      actions: [Buttons.submit("終了を記録する", style: .secondary)],
      content: Fields.hidden("seen", value: "\(request.revision)")
        + Fields.date("end-\(request.id)", label: "最後の日", hint: "始まる前の日を入力すると、請求を取り下げます。延ばすときは、改めて請求してください。")
    )
    return Panels.details("早く終える・取り下げる", body: form)
  }

  private var form: HTML {
    let body = Forms.form(
      action: LimitWatchPaths.ownProtections,
      token: token,
      once: once,
      actions: [Buttons.submit("請求する")],
      content: Fields.radios(
        "kind",
        label: "種類",
        choices: Protection.Kind.allCases.map { Fields.Choice($0.rawValue, $0.japanese, hint: hint($0)) },
        value: entered.first("kind") ?? "",
        faults: faults
      ) + Fields.date("from", label: "開始日", value: entered.first("from") ?? "", faults: faults)
        + Fields.date("to", label: "終了日", value: entered.first("to") ?? "", faults: faults)
    )
    return Panels.section(
      "制限を請求する",
      id: "ask",
      body: "<p>家族の事情は入力しません。上司には、命じられない勤務と期間だけを示します。必要な書類は人事担当に提出してください。</p>" + body
    )
  }

  private func hint(_ kind: Protection.Kind) -> String {
    switch kind {
    case .exemption: "小学校就学前の子の養育、家族の介護。1年以内の期間を、前日までに請求します（人事院規則10―11第9条）。"
    case .restriction: "小学校就学前の子の養育、家族の介護。1年以内の期間を、前日までに請求します（同第10条）。"
    case .night: "小学校就学前の子の養育、家族の介護。6か月以内の期間を、1か月前までに請求します（同第6条）。"
    case .maternity: "妊娠中と産後1年以内。いつでも請求でき、断られません（人事院規則10―7第4条）。"
    }
  }
}

/// 勤務の制限の一覧: what may not be ordered to whom, and work that did not keep to it; never why.
struct ProtectionsPage: Sendable {
  /// One request with what was worked under it.
  struct Line: Sendable {
    let person: StaffPerson
    let request: ProtectionRequest
    /// Whether the visitor is the personnel authority of the person, who keeps the papers.
    let isOfAuthority: Bool
    /// Nil unless it stands.
    let use: ProtectionUse?

    /// Whether the visitor may decide it: what nobody may decline is no matter of the line.
    var isDecided: Bool { request.state == .waiting && (isOfAuthority || request.kind.mayBeDeclined) }
  }

  let lines: [Line]
  /// The visitor, who decides nothing about oneself.
  let own: RecordID<Employee>?
  let tree: UnitTree
  let today: CivilDate
  let token: String
  let once: String

  var content: PageContent {
    PageContent(
      title: "勤務の制限のある職員",
      breadcrumbs: [Breadcrumb("超過勤務の上限", LimitWatchPaths.home)],
      lead: lead,
      body: waiting + concerns + table
    )
  }

  private var open: [Line] { lines.filter(\.isDecided) }
  private var breached: [Line] { lines.filter { !($0.use?.breaches.isEmpty ?? true) } }

  private var lead: HTML {
    let wait = open.isEmpty ? "確認を待つ請求はありません。" : "確認を待つ請求が\(open.count)件あります。"
    return "\(wait)\(breached.isEmpty ? "" : "制限に合わない勤務が\(Set(breached.map(\.person.id)).count)人にあります。")"
  }

  private var waiting: HTML {
    guard !open.isEmpty else { return .empty }
    return Panels.section("確認を待つ請求", body: HTML(open.map(part)))
  }

  private func part(_ line: Line) -> HTML {
    let request = line.request
    var facts: [(term: String, value: HTML)] = [
      (term: "職員", value: "\(line.person.name)（\(tree.path(of: line.person.unit) ?? "")）"),
      (term: "内容", value: "\(request.kind.plain)"), (term: "期間", value: "\(ProtectionWords.period(request))"),
      (term: "請求した日", value: "\(request.receivedOn.japanese)"),
    ]
    if line.isOfAuthority { facts.append((term: "種類", value: "\(request.kind.japanese)")) }
    if request.isLate { facts.append((term: "注意", value: "\(ProtectionWords.late)。開始日の取扱いを本人と確かめてください。")) }
    if let effect = ProtectionWords.effect(request) { facts.append((term: "効力", value: "\(effect)")) }
    return Panels.keyValues(facts) + (line.person.id == own ? Self.ownWords : acts(request))
  }

  private static let ownWords: HTML = "<p>自分の請求は確認できません。上位の組織の長か人事担当が確認します。</p>"

  private func acts(_ request: ProtectionRequest) -> HTML {
    let path = LimitWatchPaths.protection(request.id)
    let confirm = Forms.button(
      "確認する",
      action: path,
      token: token,
      once: "\(once)-\(request.id)-c",
      style: .primary,
      size: .medium,
      hidden: [("act", "confirm"), ("seen", "\(request.revision)")]
    )
    guard request.kind.mayBeDeclined else { return confirm }
    let form = Forms.form(
      action: path,
      token: token,
      once: "\(once)-\(request.id)-d",
      actions: [Buttons.submit("認めないことを記録する", style: .secondary)],
      content: Fields.hidden("act", value: "decline") + Fields.hidden("seen", value: "\(request.revision)")
        + grounds(request)
    )
    return confirm + Panels.details("認められないとき", body: form)
  }

  /// Each form of the page has ids of its own, so that labels lead to their control.
  private func grounds(_ request: ProtectionRequest) -> HTML {
    let choices = ProtectionRequest.Ground.allCases.map { ground -> HTML in
      """
      <option\(attribute: "value", ground.rawValue)>\(ground.japanese)</option>
      """
    }
    let id = "ground-\(request.id)"
    return """
      <div class="field"><label class="label"\(attribute: "for", id)>理由</label>\
      <select class="control"\(attribute: "id", id) name="ground">\(choices)</select></div>
      """
  }

  /// Work that did not keep to a protection, and months near the limit of a restriction.
  private var concerns: HTML {
    let rows = lines.flatMap { line -> [DataTable.Row] in
      let breaches = (line.use?.breaches ?? []).map { breach -> DataTable.Row in
        DataTable.Row(
          [
            .text(line.person.name), .html(StatusTag.draw("合わない勤務", tone: .alarm)), .text(breach.explanation),
          ],
          tone: .attention
        )
      }
      let near = (line.use?.near ?? []).map { near -> DataTable.Row in
        [
          .text(line.person.name), .html(StatusTag.draw("8割以上", tone: .attention)),
          .text(near.explanation),
        ]
      }
      return breaches + near
    }
    guard !rows.isEmpty else { return .empty }
    return DataTable.draw(
      id: "concerns",
      caption: "制限に合わない勤務・上限に近い月",
      columns: [.init("氏名", .rowHeader), .init("状態", .word), .init("内容", .text)],
      rows: rows,
      note: "申告された超過勤務から示します。深夜の勤務は、時刻のある申告だけから数えます。災害などのやむを得ない勤務かを確かめてください。記録は変えません。",
      narrow: .stacks
    )
  }

  private var table: HTML {
    let bars = bars
    guard !bars.isEmpty else {
      return open.isEmpty
        ? Panels.emptyState("勤務の制限のある職員はいません", "職員の請求を確認すると、命じられない勤務と期間をここに表示します。") : .empty
    }
    return DataTable.draw(
      id: "protections",
      caption: "勤務の制限",
      columns: [
        .init("氏名", .rowHeader), .init("組織", .text), .init("命じられない勤務", .text), .init("期間", .word),
        .init("状態", .word),
      ],
      rows: bars.map { person, bar in
        let (first, last) = (bar.period.lowerBound, bar.period.upperBound)
        return [
          .text(person.name), .text(tree.path(of: person.unit) ?? ""), .text(bar.kind.plain),
          .text("\(first.japaneseShort)〜\(last.japaneseShort)"),
          .html(ProtectionWords.state(first, last, on: today)),
        ]
      },
      note: "今年度からの制限を表示しています。理由は示しません。本人にも理由を尋ねないでください。",
      narrow: .stacks
    )
  }

  /// What may not be ordered, person by person in the order of the requests; the same for every reader.
  private var bars: [(person: StaffPerson, bar: OrderBar)] {
    var people: [StaffPerson] = []
    for line in lines where !people.contains(where: { $0.id == line.person.id }) {
      people.append(line.person)
    }
    let standing = Dictionary(grouping: lines, by: \.person.id)
    return people.flatMap { person in
      OrderBar.bars(of: (standing[person.id] ?? []).compactMap(\.request.protection)).map { (person, $0) }
    }
  }
}

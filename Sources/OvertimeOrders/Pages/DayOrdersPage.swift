internal import CivilTime
internal import Markup
internal import People
internal import Site
internal import Store
internal import WorkingTime

/// 1日の命令と実績: everything that was declared, ordered, claimed, asked and proposed, and what the reader can do.
struct DayOrdersPage: Sendable {
  /// What the reader may do.
  enum Reader: Sendable, Hashable {
    case owner
    /// A superior who confirms claims.
    case superior
    /// Somebody who may propose other minutes, but confirms nothing.
    case editor
    case other
  }

  let employee: RecordID<Employee>
  let name: String
  let day: DayOrders
  let reader: Reader
  let entered: FormFields
  let faults: [FormFault]
  let token: String
  let once: String

  var content: PageContent {
    PageContent(
      title: "\(name) \(day.date.japanese)の超過勤務",
      breadcrumbs: breadcrumbs,
      lead: lead,
      faults: faults,
      body: toDo + requests + claims + exchange + changes + links
    )
  }

  private var breadcrumbs: [Breadcrumb] {
    let start =
      reader == .superior
      ? Breadcrumb("承認箱", OrderPaths.approvals) : Breadcrumb("超過勤務の申告と命令", OrderPaths.own)
    let month = day.date.yearMonth
    return [start, Breadcrumb("\(month.japanese)の命令簿", OrderPaths.book(month, of: employee))]
  }

  private var lead: HTML {
    let ordered = day.ordered.map { "命令は\($0.japanese)" } ?? "命令はありません"
    guard let claim = day.claim else { return "\(ordered)。実績の申告はまだありません。" }
    let state = day.claimState.map { "（\($0.japanese)）" } ?? ""
    return "\(ordered)。実績は\(claim.length.japanese)です\(state)。"
  }

  private var toDo: HTML {
    switch reader {
    case .owner: ownerForms
    case .superior: confirmForm
    case .editor, .other: .empty
    }
  }

  private var ownerForms: HTML {
    var parts: [HTML] = []
    for change in day.openChanges { parts.append(answerForm(change)) }
    if day.claimState == .asked { parts.append(askedForm) }
    if day.difference.map({ $0 != .zero }) ?? false { parts.append(differenceForm) }
    return HTML(parts)
  }

  private func answerForm(_ change: ClaimChange) -> HTML {
    let form = Forms.form(
      action: OrderPaths.changeAnswer(change.id),
      token: token,
      once: "\(once)-\(change.id)",
      actions: [
        Buttons.submit("申出のとおりに申告し直す", style: .secondary, name: "answer", value: "confirmed"),
        Buttons.submit("異議を伝える", style: .secondary, name: "answer", value: "objected"),
      ],
      content: """
        <p>\(change.by)が、あなたの申告\(change.claimed.japanese)を\(change.amount.japanese)に直すよう申し出ています。\
        理由：\(change.reason)</p><p>あなたが確認するまで、あなたの申告が有効です。異議は人事担当と監査も見ることができます。</p>\
        \(Fields.textArea(
          "words", label: "異議の内容", need: .optional, hint: "異議を伝えるときに入力します。200文字以内",
          value: entered.first("words") ?? "", faults: faults, rows: 3))
        """
    )
    return Panels.section("修正の申出への回答", body: form)
  }

  private var askedForm: HTML {
    let question = day.thread.last { $0.step == .asked }
    let form = Forms.form(
      action: OrderPaths.answer(day.date),
      token: token,
      once: "\(once)-answer",
      actions: [Buttons.submit("回答する")],
      content: """
        <p>\(question?.by ?? "")からの照会：\(question?.words ?? "")</p>\(seen)\
        \(Fields.textArea(
          "reply", label: "回答", hint: "申告を直すときは、その日の勤務の画面で申告し直してください。", value: entered.first("reply") ?? "",
          faults: faults, rows: 3))
        """
    )
    return Panels.section("上司からの照会", body: form)
  }

  private var differenceForm: HTML {
    let form = Forms.form(
      action: OrderPaths.difference(day.date),
      token: token,
      once: "\(once)-difference",
      actions: [Buttons.submit("差の理由を記録する", style: day.asksReason ? .primary : .secondary)],
      content: Fields.text(
        "reason",
        label: "命令と実績が違う理由",
        hint: "例：国会の質問通告が遅れたため",
        value: entered.first("reason") ?? day.differences.last?.reason ?? "",
        faults: faults
      )
    )
    return Panels.section("命令との差（\(DayWords.signed(day.difference ?? .zero))）", body: form)
  }

  private var confirmForm: HTML {
    guard day.claimState == .waiting || day.claimState == .asked else { return .empty }
    let form = Forms.form(
      action: OrderPaths.confirmation(day.date, of: employee),
      token: token,
      once: "\(once)-confirm",
      actions: [
        Buttons.submit("確認する", name: "step", value: "confirmed"),
        Buttons.submit("照会する", style: .secondary, name: "step", value: "asked"),
      ],
      content: """
        <p>事前の命令を超える申告です。黙示の命令による勤務や、後から分かった勤務も、申告のとおり記録します。\
        確認も照会も、申告の時間を変えません。</p>\(seen)\
        \(Fields.textArea(
          "words", label: "照会する内容", need: .optional, hint: "照会するときに入力します。200文字以内",
          value: entered.first("words") ?? "", faults: faults, rows: 3))
        """
    )
    return Panels.section("事後の確認", body: form)
  }

  private var seen: HTML {
    Fields.hidden("declaration", value: day.claim.map { "\($0.id)" } ?? "")
      + Fields.hidden("seen", value: "\(day.thread.count)")
  }

  private var requests: HTML {
    guard !day.requests.isEmpty else {
      return Panels.section("事前申告と命令", body: Panels.emptyState("事前申告はありません", "申告すると、命令とともにここに表示します。"))
    }
    return Panels.section("事前申告と命令", body: DayTables.requests(day.requests))
  }

  private var claims: HTML {
    guard !day.claims.isEmpty else { return .empty }
    return Panels.section("実績の申告", body: DayTables.claims(day))
  }

  private var exchange: HTML {
    guard !day.confirmations.isEmpty else { return .empty }
    let events = day.confirmations.map { step -> Panels.Event in
      let words = step.words.map { "：\($0)" } ?? ""
      return Panels.Event(
        when: OfficeZone.dateTimeText(step.at),
        who: step.by,
        what: "\(step.step.japanese)\(words)"
      )
    }
    return Panels.section("確認と照会", body: Panels.history(events))
  }

  private var changes: HTML {
    guard !day.changes.isEmpty else { return .empty }
    return Panels.section("他者による修正の申出", body: DayTables.changes(day))
  }

  private var links: HTML {
    switch reader {
    case .owner:
      return Panels.actions([Buttons.link("この日の実績を申告する", to: Paths.day(day.date))])
    case .superior, .editor:
      return Panels.actions([
        Buttons.link("別の時間を申し出る", to: OrderPaths.change(day.date, of: employee)),
        Buttons.link("この日の打刻と申告を見る", to: Paths.day(day.date, of: employee)),
      ])
    case .other:
      return Panels.actions([Buttons.link("この日の打刻と申告を見る", to: Paths.day(day.date, of: employee))])
    }
  }
}

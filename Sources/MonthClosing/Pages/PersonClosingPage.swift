internal import CivilTime
internal import Markup
internal import Site
internal import Store
internal import WorkingTime

/// 一人の月次の確定: where the month stands, what was recorded, what changed since, and what can be done.
struct PersonClosingPage: Sendable {
  /// How the visitor stands to the month.
  enum Reader: Sendable, Hashable {
    case owner
    /// What the visitor may do with it today.
    case other(acts: Set<ClosingAct>)
  }

  let one: ClosingCase
  let reader: Reader
  let entries: [LateEntry]
  let today: CivilDate
  let token: String
  let once: String
  var faults: [FormFault] = []
  var entered = FormFields.empty

  private var month: YearMonth { one.present.month }
  private var isOwner: Bool { reader == .owner }

  var content: PageContent {
    PageContent(
      title: isOwner ? "\(month.japanese)の確定" : "\(one.person.name) \(month.japanese)の確定",
      breadcrumbs: [Breadcrumb("月次の確定", ClosingPaths.home)],
      lead: lead,
      faults: faults,
      body: """
        \(objection)\(acts)\(links)\(concerns)\(corrections)\
        \(Panels.section(one.closed.isEmpty ? "現在の記録" : "確定した内容", body: sheet))\(history)
        """
    )
  }

  private var lead: HTML {
    let who = isOwner ? "あなた" : "本人"
    let state =
      switch one.state.stage {
      case .open where today < one.person.lastDay(in: month): "まだ月の途中です。"
      case .open:
        (one.state.returned.map { "差し戻されました（理由: \($0.reason)）。" } ?? "")
          + "\(who)の確認を待っています。期限は\(one.dues.confirm.japanese)です。"
      case .answered: "勤務時間管理員の点検を待っています。期限は\(one.dues.check.japanese)です。"
      case .checked: "管理者の確定を待っています。期限は\(one.dues.approve.japanese)です。"
      case .approved:
        one.corrections.isEmpty ? "確定しています。" : "確定しています。その後に\(one.corrections.count)日分の訂正があります。"
      }
    let isUnconfirmed = one.state.answer == .none && one.state.stage >= .checked
    return "\(state)\(isUnconfirmed ? "本人はまだ確認していません。" : "")"
  }

  private var objection: HTML {
    guard case .objected(let words) = one.state.answer else { return .empty }
    return Panels.notice(.warning, "本人が異議を申し立てています。", body: "<p>\(words)</p>")
  }

  private var acts: HTML {
    switch reader {
    case .owner: ownerActs
    case .other(let acts): officerActs(acts)
    }
  }

  private var ownerActs: HTML {
    guard one.rules.refusal(of: .object, on: today) == nil else { return .empty }
    let seen = Fields.hidden("seen", value: one.present.digest)
    let confirm =
      one.rules.refusal(of: .confirm, on: today) != nil
      ? .empty
      : Panels.section(
        "確認",
        id: "confirm",
        body: Forms.form(
          action: ClosingPaths.confirm(month),
          token: token,
          once: once,
          actions: [Buttons.submit("この内容で確認する")],
          content: "<p>下の\(one.closed.isEmpty ? "" : "記録と確定後の訂正を合わせた現在の")記録に間違いがなければ、確認してください。</p>" + seen
        )
      )
    let objecting = Forms.form(
      action: ClosingPaths.object(month),
      token: token,
      once: "\(once)-object",
      actions: [Buttons.submit("異議を申し立てる", style: .secondary)],
      content: Fields.textArea(
        "words",
        label: "どこが違うか",
        hint: "勤務時間管理員と上司が読みます。申立てがあっても、ほかの人の手続は止まりません。",
        value: entered.first("words") ?? "",
        faults: faults,
        rows: 4
      ) + seen
    )
    return confirm + Panels.details("記録が違うとき（異議の申立て）", body: objecting)
  }

  private func officerActs(_ acts: Set<ClosingAct>) -> HTML {
    let unit = one.place.unit
    let buttons = [ClosingAct.check, .approve].filter(acts.contains).compactMap { act in
      unit.map { unit in
        Forms.button(
          "\(ClosingWords.act(act))へ進む",
          action: ClosingPaths.review(unit, month),
          token: token,
          style: .primary,
          size: .medium,
          hidden: [(name: "act", value: act.rawValue), (name: "person", value: "\(one.person.id)")]
        )
      }
    }
    guard acts.contains(.sendBack) else { return Panels.actions(buttons) }
    let form = Forms.form(
      action: ClosingPaths.sendBack(one.person.id, month),
      token: token,
      once: once,
      actions: [Buttons.submit("本人に差し戻す", style: .secondary)],
      content: Fields.textArea(
        "reason",
        label: "差し戻す理由",
        hint: "本人が読みます。直してほしい日と内容を書いてください。",
        value: entered.first("reason") ?? "",
        faults: faults,
        rows: 3
      ) + Fields.hidden("mark", value: one.mark)
    )
    return Panels.actions(buttons) + Panels.details("差し戻す", body: form)
  }

  private var links: HTML {
    let workSheet = isOwner ? Paths.ownMonth(month) : Paths.month(month, of: one.person.id)
    var links = [
      Buttons.link("月次勤務表を見る", to: workSheet, size: .small),
      Buttons.link("出勤簿を印刷する", to: ClosingPaths.sheet(one.person.id, month), size: .small),
    ]
    links += one.closed.map { closed in
      Buttons.link(
        closed.number == 1 ? "勤務時間の証明" : "勤務時間の証明（第\(closed.number)回）",
        to: ClosingPaths.certificate(one.person.id, month, number: closed.number),
        size: .small
      )
    }
    return Panels.actions(links)
  }

  private var concerns: HTML {
    let shown = isOwner ? ClosingConcerns.ofRecords(one.concerns) : one.concerns
    guard !shown.isEmpty else { return .empty }
    return Panels.section("見ておくこと", body: ConcernList.table(shown, isOwner: isOwner))
  }

  private var corrections: HTML {
    guard !one.corrections.isEmpty else { return .empty }
    return Panels.section(
      "確定後の訂正",
      id: "corrected",
      body: CorrectionTable.draw(one.corrections, entries)
    )
  }

  private var sheet: HTML {
    SheetTable.draw(one.shown, id: "sheet", caption: "\(month.japanese)の勤務")
  }

  private var history: HTML {
    guard !one.steps.isEmpty else { return .empty }
    let events = one.steps.reversed().map { step in
      let standing = step.standing.japanese.map { "（\($0)）" } ?? ""
      let words = step.words.map { ": \($0)" } ?? ""
      return Panels.Event(
        when: OfficeZone.dateTimeText(step.at),
        who: step.by.name,
        what: "\(step.kind.japanese)\(standing)\(words)"
      )
    }
    return Panels.section("履歴", body: Panels.history(events))
  }
}

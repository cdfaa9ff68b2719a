internal import CivilTime
internal import Markup
internal import Site
internal import Store

/// One duty: what, why, by when, what happened to it, and what can be done.
struct DutyPage: Sendable {
  /// Which of the forms of the page was sent.
  enum Form: String, Sendable {
    case excuse
    case reopen
    case handOver = "hand-over"

    /// The name of its box for the reason.
    var reason: String { "\(rawValue)-reason" }
  }

  let shown: ShownDuty
  let words: DutyWords
  let today: CivilDate
  let kept: FormFields
  let faults: [FormFault]
  let formToken: String
  /// A fresh key, from which each form of the page makes its own.
  let once: String

  private var sheet: DutySheet { shown.sheet }
  private var duty: Duty { sheet.duty }

  var content: PageContent {
    PageContent(
      title: sheet.title,
      breadcrumbs: [Breadcrumb("担当の取組", DutyPaths.inbox)],
      lead: "\(sheet.task)",
      faults: faults,
      body: facts + main + history + HTML(desk)
    )
  }

  private var facts: HTML {
    var facts: [(term: String, value: HTML)] = [
      ("状態", DutyWords.tag(duty, today: today)),
      ("期限", "\(duty.dueOn.japanese)"),
      ("対象", "\(sheet.about)"),
      ("担うもの", "\(sheet.ownerName)"),
      ("なぜ", "\(words.why(duty, shown.rule))"),
      ("取組の番号", "\(duty.rule.measure)"),
      ("届いた日", "\(duty.openedOn.japanese)"),
    ]
    switch duty.state {
    case .open: break
    case .fulfilled(let day, _): facts.append(("実施した日", "\(day.japanese)"))
    case .excused(let day): facts.append(("免除した日", "\(day.japanese)"))
    }
    return Panels.keyValues(facts)
  }

  private var main: HTML {
    guard duty.state.isOpen, sheet.isOwner else { return .empty }
    guard EvidencePlace.isByHand(duty.evidence) else {
      return Panels.notice(.information, "この取組は、ふだんの業務の画面で記録すると自動で済みになります。")
    }
    return Panels.actions([Buttons.link("報告する", to: DutyPaths.report(duty.id), style: .primary)])
  }

  private var history: HTML {
    guard !shown.steps.isEmpty else { return .empty }
    let events = shown.steps.map { step in
      Panels.Event(when: OfficeZone.dateTimeText(step.at), who: step.who, what: "\(step.what)")
    }
    return Panels.section("経過", body: Panels.history(events))
  }

  private var desk: [HTML] {
    var forms: [HTML] = []
    if duty.state.isOpen {
      forms.append(handOver)
      if sheet.isWatched {
        let hint = "対象から外れたなど、求めない理由を書いてください。実施割合の分母から外れ、件数は残ります。"
        forms.append(section("免除する", .excuse, DutyPaths.excuse(duty.id), hint: hint))
      }
    } else if sheet.isWatched {
      let hint = "入力の誤りなど、戻す理由を書いてください。これまでの記録は残ります。"
      forms.append(section("未了に戻す", .reopen, DutyPaths.reopen(duty.id), hint: hint))
    }
    return forms
  }

  private var handOver: HTML {
    guard !shown.seats.isEmpty else { return .empty }
    let seats = Fields.select(
      "to",
      label: "引き継ぐ先",
      choices: [Fields.Choice("", "選んでください")] + shown.seats,
      value: kept.first("to") ?? "",
      faults: faults
    )
    let hint = "引き継いだ後は、対象の職員が異動しても、引き継いだ先に残ります。"
    return section("引き継ぐ", .handOver, DutyPaths.handOver(duty.id), hint: hint, fields: seats)
  }

  private func section(
    _ title: String,
    _ form: Form,
    _ action: String,
    hint: String,
    fields: HTML = .empty
  ) -> HTML {
    let reason = Fields.textArea(
      form.reason,
      label: "理由",
      hint: hint,
      value: kept.first(form.reason) ?? "",
      faults: faults,
      rows: 3
    )
    let whole = Forms.form(
      action: action,
      token: formToken,
      once: "\(once)-\(form.rawValue)",
      actions: [Buttons.submit(title, style: .secondary)],
      content: Fields.hidden("revision", value: "\(duty.revision)") + fields + reason
    )
    let isOpen = faults.contains {
      $0.field.utf8.elementsEqual(form.reason.utf8) || form == .handOver && $0.field == "to"
    }
    return isOpen ? Panels.section(title, body: whole) : Panels.details(title, body: whole)
  }
}

/// Where evidence of a kind is given.
enum EvidencePlace {
  private static let byHand = "hand."

  /// Whether a person reports it in the form of evidence by hand.
  static func isByHand(_ kind: EvidenceKindID) -> Bool { kind.rawValue.utf8.starts(with: byHand.utf8) }
}

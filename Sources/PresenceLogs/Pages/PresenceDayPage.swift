internal import CivilTime
internal import Markup
internal import People
internal import Site
internal import Store
internal import WorkingTime

/// One day of presence: each source, what was claimed, and what was said of the gap.
struct PresenceDayPage: Sendable {
  /// As what the viewer looks at it.
  enum Reader: Sendable, Hashable {
    /// The person: explains.
    case owner
    /// Who leads, keeps or administers: asks back.
    case other
  }

  let person: PresencePerson
  let day: DayPresence
  let reasons: [GapReason]
  let questions: [GapQuestion]
  let reader: Reader
  let token: String
  let once: String
  var faults: [FormFault] = []
  var entered = FormFields.empty

  private var date: CivilDate { day.date }

  var content: PageContent {
    PageContent(
      title: reader == .owner ? "\(date.japanese)の在庁" : "\(person.name) \(date.japanese)の在庁",
      breadcrumbs: reader == .owner
        ? [Breadcrumb("在庁時間と申告の差", PresencePaths.own)] : [Breadcrumb("組織の在庁と申告の差", PresencePaths.units)],
      lead: lead,
      faults: faults,
      body: """
        \(Panels.section("記録", body: DayParts(day: day).facts))\(DayParts.history(reasons, questions))\(form)\
        <p class="hint">\(DayParts.note)</p>
        """
    )
  }

  private var lead: HTML {
    switch day.status {
    case .none: "理由を求める差はありません（\(day.threshold.japanese)以上の差に理由を求めます）。"
    case .open: "差の理由がまだありません。"
    case .asked: "確認の依頼に、まだ答えがありません。"
    case .claimAwaited: "業務だったとの理由があり、超過勤務の申告を待っています。"
    case .explained(let reason): "差の理由は「\(reason.code.japanese)」です。"
    }
  }

  private var form: HTML {
    switch reader {
    case .owner:
      Panels.section(
        "差の理由",
        body: DayParts.form(day, token: token, once: once, faults: faults, entered: entered)
          + Panels.actions([Buttons.link("この日の勤務と申告を見る", to: Paths.day(date))])
      )
    case .other: Panels.section("本人に確認を依頼する", body: question)
    }
  }

  private var question: HTML {
    Forms.form(
      action: PresencePaths.question(date, about: person.id),
      token: token,
      once: once,
      actions: [
        Buttons.submit("確認を依頼する", style: .secondary),
        Buttons.link("勤務の記録を見る", to: Paths.day(date, of: person.id)),
      ],
      content: Fields.textArea(
        "words",
        label: "確認したいこと",
        hint: "本人の「在庁時間と申告の差」に表示されます。記録を書き換えるよう求めることはできません。",
        value: entered.first("words") ?? "",
        faults: faults,
        rows: 3
      )
    )
  }
}

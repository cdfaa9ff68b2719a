internal import CivilTime
internal import Markup
internal import Site
internal import Store
internal import WorkingTimeRules

/// 振替・代休: first what is moved and the day worked, then the days that may be freed for it, with the rule.
struct MovePage: Sendable {
  /// What was asked of the page so far.
  struct Asked: Sendable {
    let shift: DayShift
    let worked: CivilDate
    /// Whether the day worked is a day off, or a holiday where a compensatory day is asked for.
    let isFit: Bool
    /// The days that may still be freed.
    let freeable: [CivilDate]
    /// The start of the four hours that is offered.
    let usualStart: ClockTime
  }

  let personName: String
  let reader: SchedulePage.Reader
  /// Where the form leads, and where its first step is asked.
  let path: String
  let back: String
  let today: CivilDate
  let asked: Asked?
  let token: String
  let once: String
  var faults: [FormFault] = []
  var entered = FormFields.empty

  var content: PageContent {
    PageContent(
      title: reader == .owner ? "振替・代休の申出" : "\(personName)の振替・代休",
      breadcrumbs: [Breadcrumb(reader == .owner ? "勤務の割振り" : "\(personName)の勤務の割振り", back)],
      lead: "勤務する日と、その代わりに勤務しない日を、どちらの日よりも前に決めます。",
      faults: faults,
      body: firstStep + (asked.map(secondStep) ?? .empty)
    )
  }

  private var firstStep: HTML {
    let kinds = DayShift.allCases.map { shift in
      Fields.Choice(shift.word, shift.japanese)
    }
    return Forms.search(
      action: path,
      submit: "選べる日を見る",
      content: Fields.select(
        "kind",
        label: "区分",
        choices: kinds,
        value: asked?.shift.word ?? entered.first("kind") ?? "",
        faults: faults
      )
        + Fields.date(
          "worked",
          label: "勤務する日（週休日。代休は休日）",
          value: asked?.worked.iso ?? entered.first("worked") ?? "",
          faults: asked == nil ? faults : []
        )
    )
  }

  private func secondStep(_ asked: Asked) -> HTML {
    let window = asked.shift.window(forWorkOn: asked.worked)
    let rule = Panels.keyValues([
      (term: "区分", value: "\(asked.shift.japanese)（\(asked.shift.citation)）"),
      (term: "勤務する日", value: "\(asked.worked.japanese)"),
      (
        term: "勤務しない日を選べる期間",
        value: "\(window.lowerBound.japanese)から\(window.upperBound.japanese)まで"
      ),
    ])
    return Panels.section("勤務しない日を選ぶ", id: "freed-day", body: rule + (unfit(asked) ?? form(asked)))
  }

  /// Why no day can be chosen; work on the day is not lost but counts otherwise.
  private func unfit(_ asked: Asked) -> HTML? {
    guard asked.freeable.isEmpty else { return nil }
    guard asked.isFit, asked.worked <= today else {
      return Panels.notice(
        .information,
        "選べる日がありません。",
        body: "<p>\(MovePage.condition(asked.shift))</p>"
      )
    }
    let consequence =
      asked.shift == .compensatoryDay
      ? "休日の正規の勤務時間の勤務は、休日給の対象になります。" : "この日の勤務は、すべて超過勤務になります。失われることはありません。"
    let link: HTML =
      reader == .owner
      ? "<p><a\(href: SchedulePaths.day(asked.worked))>\(asked.worked.japanese)の勤務を記録する</a></p>" : .empty
    return Panels.notice(
      .warning,
      "勤務する日の前日までに決める必要がありました。",
      body: "<p>\(consequence)</p>\(link)"
    )
  }

  private static func condition(_ shift: DayShift) -> String {
    shift == .compensatoryDay
      ? "代休日は、勤務日に当たる休日に正規の勤務時間の全部を勤務するときに、その後の8週間から指定します。"
      : "勤務する日には週休日か勤務時間を割り振らない日を選んでください。4週間に4日以上の週休日が残り、勤務日が24日を超えて続かない日だけを選べます。"
  }

  private func form(_ asked: Asked) -> HTML {
    let days = asked.freeable.map { Fields.Choice($0.iso, $0.japanese) }
    let freed = Fields.select(
      "freed",
      label: asked.shift == .fourHours ? "4時間を減らす日" : "勤務しない日",
      choices: days,
      value: entered.first("freed") ?? "",
      faults: faults
    )
    let reason = Fields.text(
      "reason",
      label: "理由",
      hint: asked.shift == .compensatoryDay ? "本人が代休日を望まないときは、指定しません。" : nil,
      value: entered.first("reason") ?? "",
      faults: faults
    )
    return Forms.form(
      action: path,
      token: token,
      once: once,
      actions: [Buttons.submit(reader == .owner ? "申し出る" : "決める")],
      content: Fields.hidden("kind", value: asked.shift.word)
        + Fields.hidden("worked", value: asked.worked.iso) + freed + fourHours(asked) + reason
    )
  }

  private func fourHours(_ asked: Asked) -> HTML {
    guard asked.shift == .fourHours else { return .empty }
    return Fields.radios(
      "part",
      label: "減らす4時間",
      choices: MoveWish.Part.allCases.map { Fields.Choice($0.rawValue, $0.japanese) },
      value: entered.first("part") ?? "",
      faults: faults
    )
      + Fields.time(
        "from",
        label: "勤務する日に始まる時刻",
        value: entered.first("from") ?? "\(asked.usualStart)",
        faults: faults
      )
  }
}

internal import CivilTime
internal import Markup
internal import Schedules
internal import Site

/// 超過勤務のまとめ入力: one's month, a row a day, with the times and the work of each to be typed or copied.
struct SheetPage: Sendable {
  /// How the rows came to be.
  enum State: Sendable, Hashable {
    /// As they stand.
    case opened
    /// As they were typed or copied; nothing is written yet.
    case checked
    /// Something must be mended.
    case faulty
  }

  let facts: SheetFacts
  let rows: [SheetRow]
  let state: State
  var source = SheetSource.above
  /// Faults that belong to no row's times or work.
  var others: [FormFault] = []
  let formToken: String
  let once: String

  private var month: YearMonth { facts.month }

  var content: PageContent {
    PageContent(
      title: "\(month.japanese)の超過勤務のまとめ入力",
      breadcrumbs: [
        Breadcrumb("今日の勤務", Paths.today), Breadcrumb("\(month.japanese)の勤務表", Paths.ownMonth(month)),
      ],
      lead: lead,
      faults: faults,
      body: remarks + form
    )
  }

  private var lead: HTML {
    let claims = rows.compactMap(\.claim)
    let overtime = claims.reduce(Minutes.zero) { sum, claim in
      switch claim.amount {
      case .length(let length), .stretches(_, let length): sum + length
      }
    }
    switch state {
    case .opened:
      let days = facts.shown.days.count { ($0.overtime ?? .zero) > .zero }
      return "申告しているのは\(days)日、合わせて\(facts.shown.overtime.japanese)です。変更した日だけを申告します。"
    case .checked where claims.isEmpty: return "まだ申告していません。変更した日はありません。"
    case .checked: return "まだ申告していません。変更した日は\(claims.count)日、合わせて\(overtime.japanese)です。"
    case .faulty: return "まだ何も申告していません。入力した内容は残っています。"
    }
  }

  private var faults: [FormFault] {
    rows.flatMap { row in
      row.faults.map {
        FormFault(SheetFields.name($0.field, row.date), "\(SheetWords.day(row.date))：\($0.message)")
      }
    } + others
  }

  /// What is known of the month as a whole.
  private var remarks: HTML {
    HTML(
      facts.notes.filter { $0.day == nil }.map { note in
        let link: HTML = note.path.map { "<p><a\(href: $0)>くわしく見る</a></p>" } ?? .empty
        return Panels.notice(.information, note.words, body: link)
      }
    )
  }

  private var form: HTML {
    // Without the class of other forms, which are narrower than a row of this table.
    """
    <form method="post" novalidate data-sheet\(action: Paths.sheet(month))>\
    \(Fields.hidden(FormNames.token, value: formToken))\(Fields.hidden(FormNames.once, value: once))\
    <div class="on-screen"><p>時間帯は「1815-2030」「18:15-20:30 22:00-25:30」のように続けて入力します（25:30は翌日の1:30）。\
    長さだけなら「2:30」、申告を取り消すときは「0:00」です。</p>\
    <p hidden data-with-script>Enterで下の行、Shift＋Enterで上の行に移ります。Ctrl＋Enterで、上の入力のある行を写して下の行に移ります。</p></div>\
    \(SheetTable(facts: facts, rows: rows, showsCounted: state != .opened).table)\(copying)\
    \(Panels.actions([Buttons.submit("変更した日を申告する")]))</form>
    """
  }

  // It stands before the main button, so that Enter in a field without scripts never writes.
  private var copying: HTML {
    let days = rows.map { Fields.Choice($0.date.iso, SheetWords.day($0.date)) }
    let select = Fields.select(
      SheetFields.source,
      label: "写すもと",
      choices: [Fields.Choice(SheetFields.above, "すぐ上の入力のある行")] + days,
      need: .unmarked,
      hint: "写す先の行の「写す」に印を付けてから押します。写した内容を表に入れて確かめるだけで、申告はまだしません。",
      value: SheetFields.value(of: source),
      faults: others
    )
    let button = Buttons.submit("写して確かめる", style: .secondary, name: "act", value: SheetFields.check)
    return "<div class=\"on-screen\">\(select)\(button)</div>"
  }
}

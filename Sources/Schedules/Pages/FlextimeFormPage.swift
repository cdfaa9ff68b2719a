internal import CivilTime
internal import Markup
internal import Site
internal import Store
internal import WorkingTimeRules

/// The days of a settlement period, a row each, to be declared or changed.
struct FlextimeFormPage: Sendable {
  /// What the form is for.
  enum Purpose: Sendable, Hashable {
    /// A new period of one's own.
    case declare
    /// A period of one's own once more, after it came back or was allotted.
    case redeclare(seen: Int)
    /// The period of somebody led, with a reason.
    case change(seen: Int, name: String)
  }

  let purpose: Purpose
  let period: FlextimePeriod
  let terms: FlextimeTerms
  /// The names of holidays that the calendar does not know yet.
  let holidays: [CivilDate: String]
  let path: String
  let token: String
  let once: String
  /// What stands in the controls.
  let entered: FormFields
  var faults: [FormFault] = []
  /// What the days add up to, where all could be read.
  var total: Minutes?

  /// The button that only adds up and checks.
  static let check = "check"

  private var required: Minutes { RegularTime.week.newest.amount * period.weeks }

  var content: PageContent {
    PageContent(
      title: title,
      breadcrumbs: breadcrumbs,
      lead: """
        \(period.days.lowerBound.japanese)から\(period.days.upperBound.japanese)までの勤務時間を、合計が\
        \("\(required)")になるように入力します。
        """,
      faults: faults,
      printing: .landscape,
      body: rules + form
    )
  }

  private var title: String {
    switch purpose {
    case .declare: "単位期間の申告"
    case .redeclare: "単位期間の申告のやり直し・変更"
    case .change(_, let name): "\(name)の割振りの変更"
    }
  }

  private var breadcrumbs: [Breadcrumb] {
    switch purpose {
    case .declare, .redeclare: [Breadcrumb("フレックスタイム制", SchedulePaths.flextime)]
    case .change(_, let name): [Breadcrumb("\(name)の単位期間", SchedulePaths.period(period.id))]
    }
  }

  private var rules: HTML {
    guard let rules = FlextimeRules.table(for: period.person).figure(on: period.start)?.amount else {
      return .empty
    }
    let core = terms.core.map {
      "\(ScheduleWords.short($0))（標準休憩\(ScheduleWords.short(terms.standardBreak))を除く）"
    }
    return Panels.keyValues([
      (term: "職員の区分", value: "\(period.person.japanese)"), (term: "コアタイム", value: "\(core ?? "なし")"),
      (term: "勤務できる時間帯", value: "\("\(rules.band.lowerBound)")から\("\(rules.band.upperBound)")まで"),
      (
        term: "1日の勤務時間",
        value: "\("\(terms.dailyMinimum)")以上。休日は\("\(FlextimeRules.holidayHours)")"
      ),
      (
        term: "1週間に選べる日",
        value: """
        割り振らない日\(rules.offDaysPerWeek)日、または特例対象日（最短時間とコアタイムによらない日）\
        \(rules.exemptDaysPerWeek)日
        """
      ),
    ])
  }

  private var form: HTML {
    let reason: HTML
    switch purpose {
    case .declare: reason = .empty
    case .redeclare(let seen), .change(let seen, _):
      reason =
        Fields.hidden("seen", value: "\(seen)")
        + Fields.text("reason", label: "変更の理由", value: entered.first("reason") ?? "", faults: faults)
    }
    let hidden: HTML =
      purpose == .declare
      ? Fields.hidden("start", value: period.start.iso)
        + Fields.hidden("weeks", value: "\(period.weeks)")
        + Fields.hidden("person", value: period.person.word) : .empty
    // Without the class of other forms, which are narrower than a row of this table.
    return """
      <form method="post" novalidate\(action: path)>\(Fields.hidden(FormNames.token, value: token))\
      \(Fields.hidden(FormNames.once, value: once))\(hidden)\(table)\(sum)\(reason)\(Panels.actions(buttons))</form>
      """
  }

  private var buttons: [HTML] {
    [
      Buttons.submit(isChange ? "変更する" : "申告する"),
      Buttons.submit("合計を確かめる", style: .secondary, name: "act", value: Self.check),
    ]
  }

  private var isChange: Bool {
    if case .change = purpose { true } else { false }
  }

  private var sum: HTML {
    let words = total.map { "入力した合計は\($0)です（必要な合計は\(required)）。" } ?? "必要な合計は\(required)です。"
    return "<p id=\"total\" tabindex=\"-1\">\(words)</p>"
  }

  private var table: HTML {
    DataTable.draw(
      id: "days",
      caption: "日ごとの勤務時間",
      columns: [.init("日", .rowHeader), .init("区分", .word)]
        + RuleFields.times.map { .init($0.label, .word) },
      rows: FlextimeFields.weekdays(period.days).map(row),
      narrow: .stacks
    )
  }

  private func row(_ date: CivilDate) -> DataTable.Row {
    let holiday = HolidayCalendar.holiday(on: date)?.name ?? holidays[date]
    let heading = date.japaneseShort + "（\(date.weekday.japanese)）" + (holiday ?? "")
    let prefix = FlextimeFields.prefix(date)
    let times = RuleFields.times.map { time in
      DataTable.Cell.html(control("\(prefix)-\(time.name)", of: prefix, label: "\(heading) \(time.label)"))
    }
    let own = faults.contains { fault in fault.field.utf8.starts(with: prefix.utf8) }
    let cells = [.html(head(heading, prefix)), .html(kind(date, heading))] + times
    return DataTable.Row(cells, tone: own ? .attention : holiday == nil ? .plain : .quiet)
  }

  /// The day with what is wrong with it.
  private func head(_ heading: String, _ prefix: String) -> HTML {
    let own = faults.filter { $0.field.utf8.starts(with: prefix.utf8) }
    let lines = own.map { fault -> HTML in
      "<p class=\"fault\"><span class=\"hidden\">エラー：</span>\(fault.message)</p>"
    }
    return lines.isEmpty
      ? "\(heading)" : "\(heading)<div\(attribute: "id", "\(prefix)-faults")>\(lines)</div>"
  }

  private func kind(_ date: CivilDate, _ heading: String) -> HTML {
    let name = FlextimeFields.kind(date)
    let chosen = entered.first(name) ?? ""
    let options = FlextimeFields.Kind.allCases.map { kind -> HTML in
      """
      <option\(attribute: "value", kind.rawValue)\
      \(flag: "selected", kind.rawValue.utf8.elementsEqual(chosen.utf8))>\(kind.japanese)</option>
      """
    }
    return """
      <select class="control"\(attribute: "id", name)\(attribute: "name", name)\
      \(attribute: "aria-label", "\(heading) 区分")>\(options)</select>
      """
  }

  private func control(_ name: String, of prefix: String, label: String) -> HTML {
    let isFaulty = faults.contains { $0.field.utf8.elementsEqual(name.utf8) }
    return """
      <input class="control tiny" type="text" inputmode="numeric" autocomplete="off"\(attribute: "id", name)\
      \(attribute: "name", name)\(attribute: "value", entered.first(name) ?? "")\
      \(attribute: "aria-label", label)\(attribute: "aria-invalid", isFaulty ? "true" : nil)\
      \(attribute: "aria-describedby", isFaulty ? "\(prefix)-faults" : nil)>
      """
  }
}

internal import CivilTime
internal import Markup
internal import Site
internal import Store
internal import WorkingTime
internal import WorkingTimeRules

/// 超過勤務命令簿: of one person or of a unit, on A4 lying on its side.
struct BookPage: Sendable {
  /// Whose book it is.
  enum Subject: Sendable {
    case person(String)
    case unit(String)
  }

  let subject: Subject
  let month: YearMonth
  let parts: [BookPart]
  /// The path of this book in a month.
  let path: @Sendable (YearMonth) -> String

  var content: PageContent {
    PageContent(
      title: "\(name) \(month.japanese)の超過勤務命令簿",
      breadcrumbs: [Breadcrumb("超過勤務の申告と命令", OrderPaths.own)],
      lead: lead,
      printing: .landscape,
      body: acts + HTML(parts.enumerated().map(draw))
    )
  }

  private var name: String {
    switch subject {
    case .person(let name), .unit(let name): name
    }
  }

  private var lead: HTML {
    let claimed = parts.flatMap(\.days).filter { $0.date.yearMonth == month }
      .reduce(Minutes.zero) { $0 + ($1.claim?.length ?? .zero) }
    let waiting = parts.flatMap(\.days).count { $0.claimState == .waiting || $0.claimState == .asked }
    return "この月の超過勤務は\(claimed.japanese)です。確認を終えていない申告は\(waiting)日です。"
  }

  private var acts: HTML {
    Panels.actions([
      Buttons.link("CSVで保存する", to: OrderPaths.file(path(month))),
      Buttons.link("前の月", to: path(month.adding(months: -1))),
      Buttons.link("次の月", to: path(month.adding(months: 1))),
    ])
  }

  private func draw(_ position: Int, _ part: BookPart) -> HTML {
    let own =
      part.days.isEmpty
      ? Panels.emptyState("\(part.name)：記録はありません", "事前申告、命令、実績のどれかが記録されると、ここに表示します。")
      : table(position, part)
    return own
      + (part.pay.total.nonZero.isEmpty && part.pay.unpaid == .zero ? .empty : payTable(position, part))
  }

  private func table(_ position: Int, _ part: BookPart) -> HTML {
    DataTable.draw(
      id: "book-\(position)",
      caption: "\(part.name)　命令と実績",
      columns: [
        .init("日", .rowHeader), .init("命令", .text), .init("命令した人と時", .text), .init("実績", .text),
        .init("差と理由", .text), .init("業務", .text), .init("支給区分", .text), .init("確認・修正", .text),
      ],
      rows: part.days.map { BookRow(day: $0, part: part, month: month).row },
      note: """
        時間は時:分です。手当の分は暦日に分けるため、月の末日の翌0:00以後は翌月の命令簿に載ります。\
        「推定」は、長さだけの申告を正規の勤務時間の後（正規の勤務時間のない日は出勤か9:30から）に置いて区分したものです。
        """,
      density: .dense
    )
  }

  private func payTable(_ position: Int, _ part: BookPart) -> HTML {
    let total = part.pay.total
    let unpaid: [DataTable.Row] =
      part.pay.unpaid == .zero
      ? [] : [[.text("支給しない（管理職）"), .text("\(part.pay.unpaid)"), .text("0"), .text("給与法第19条の8第2項")]]
    return DataTable.draw(
      id: "book-pay-\(position)",
      caption: "\(part.name)　支給区分の月計",
      columns: [
        .init("支給区分", .rowHeader), .init("実時間", .number, unit: "時間:分"), .init("支給時間数", .number, unit: "時間"),
        .init("根拠", .text),
      ],
      rows: total.nonZero.map { payClass, minutes in
        [
          .text(payClass.japanese), .text("\(minutes)"), .text("\(PaidHours(rounding: minutes).count)"),
          .text(payClass.citation),
        ]
      } + unpaid,
      note: "支給時間数は、区分ごとの月の合計で30分以上を1時間に、30分未満を0に丸めます。日ごとには丸めません。",
      density: .dense
    )
  }
}

/// One day of a book, as it is drawn and written to a file.
struct BookRow: Sendable {
  let day: DayOrders
  let part: BookPart
  let month: YearMonth

  private var isBefore: Bool { day.date.yearMonth != month }

  var row: DataTable.Row {
    let label = "\(isBefore ? "前月末日" : "\(day.date.day)日")（\(day.date.weekday.japanese)）"
    return DataTable.Row(
      [
        .link(label, to: OrderPaths.day(day.date, of: part.employee)), .text(ordered), .text(orderedBy),
        .text(claimed), .text(difference), .text(work), .text(classes), .text(remarks),
      ],
      tone: day.claimState == .waiting || day.claimState == .asked ? .attention : .plain
    )
  }

  var ordered: String {
    day.requests.compactMap { $0.decision == nil ? "命令待ち" : $0.ordered?.japanese }.joined(separator: "、")
  }

  var orderedBy: String {
    day.requests.compactMap(\.decision).filter { $0.amount != nil }
      .map { "\($0.by)　\(OfficeZone.dateTimeText($0.at))" }.joined(separator: "、")
  }

  var claimed: String { day.claim?.amount.japanese ?? "" }

  var difference: String {
    let length = day.difference.map(DayWords.signed) ?? ""
    return [length, day.differences.last?.reason ?? ""].filter { !$0.utf8.isEmpty }.joined(separator: "　")
  }

  var work: String {
    let special = day.claim?.isSpecial ?? false ? "（特例業務）" : ""
    return (day.claim?.reason ?? day.requests.last?.work ?? "") + special
  }

  var classes: String {
    guard let pay = part.pay.day(day.date) else { return "" }
    let classes = pay.minutes.nonZero.map { "\($0.payClass.percent)/100 \($0.minutes)" }
    let unpaid = pay.unpaid == .zero ? [] : ["支給なし（管理職）"]
    return (classes + unpaid + (pay.isEstimated ? ["推定"] : [])).joined(separator: "、")
  }

  var remarks: String {
    let state = day.claimState.map { [$0.japanese] } ?? []
    let changes = day.changes.map { change in
      let answer = change.answer.map { $0.kind.japanese } ?? "本人の確認待ち"
      return "申出\(change.claimed)→\(change.amount.length)（\(change.by)、\(answer)）"
    }
    return (state + changes).joined(separator: "、")
  }
}

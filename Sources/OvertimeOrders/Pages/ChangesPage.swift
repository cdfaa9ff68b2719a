internal import CivilTime
internal import DelimitedText
internal import Markup
internal import Site
internal import Store
internal import WorkingTime

/// 他者による下方の修正: every change by another that would lower a claim, for the personnel authority and the auditor.
struct ChangesPage: Sendable {
  /// Which of them are shown.
  enum Filter: String, Sendable, CaseIterable {
    case all
    case objected
    case waiting
    case confirmed

    var japanese: String {
      switch self {
      case .all: "すべて"
      case .objected: "異議あり"
      case .waiting: "本人の確認待ち"
      case .confirmed: "本人が確認"
      }
    }

    func admits(_ change: ClaimChange) -> Bool {
      switch self {
      case .all: true
      case .objected: change.answer?.kind == .objected
      case .waiting: change.answer == nil
      case .confirmed: change.answer?.kind == .confirmed
      }
    }
  }

  static let most = 500

  let month: YearMonth
  let filter: Filter
  let changes: [ChangeRecords.Watched]

  private var shown: [ChangeRecords.Watched] { changes.filter { filter.admits($0.change) } }

  var content: PageContent {
    let objections = changes.count { $0.change.answer?.kind == .objected }
    return PageContent(
      title: "他者による下方の修正",
      breadcrumbs: [Breadcrumb("超過勤務の申告と命令", OrderPaths.own)],
      lead: "\(month.japanese)に、申告を下げる申出は\(changes.count)件、うち本人の異議は\(objections)件です。",
      printing: .landscape,
      body: search + people + table
    )
  }

  private var search: HTML {
    let choices = Filter.allCases.map { Fields.Choice($0.rawValue, $0.japanese) }
    let fields =
      Fields.text(
        "month",
        label: "申し出た月",
        need: .unmarked,
        hint: "例：2026-11",
        value: month.iso,
        width: .short
      )
      + Fields.select("filter", label: "本人の回答", choices: choices, need: .unmarked, value: filter.rawValue)
    let file = "\(OrderPaths.changesFile)?month=\(month.iso)&filter=\(filter.rawValue)"
    return Forms.search(action: OrderPaths.changes, content: fields)
      + Panels.actions([Buttons.link("CSVで保存する", to: file)])
  }

  private var people: HTML {
    guard !changes.isEmpty else { return .empty }
    let groups = Dictionary(grouping: changes, by: \.proposer).values
      .sorted { ($1.count, $0[0].proposer) < ($0.count, $1[0].proposer) }
    return DataTable.draw(
      id: "proposers",
      caption: "申し出た人",
      columns: [
        .init("申し出た人", .rowHeader), .init("件数", .number), .init("異議", .number),
        .init("下げる時間の合計", .number, unit: "時間:分"),
      ],
      rows: groups.map { group in
        let lowered = group.reduce(Minutes.zero) { $0 + $1.lowered.length }
        return [
          .text(group[0].change.by), .text("\(group.count)"),
          .text("\(group.count { $0.change.answer?.kind == .objected })"), .text("\(lowered)"),
        ]
      },
      narrow: .stacks
    )
  }

  private var table: HTML {
    guard !shown.isEmpty else {
      return Panels.emptyState("該当する申出はありません", "申告を下げる申出があると、本人の回答とともにここに表示します。")
    }
    return DataTable.draw(
      id: "downward",
      caption: "申出（\(filter.japanese)）",
      columns: [
        .init("職員", .rowHeader), .init("勤務の日", .word), .init("申し出た人と時", .text), .init("本人の値", .text),
        .init("申出の値", .text), .init("下げるもの", .word), .init("理由", .text), .init("本人の回答", .text),
      ],
      rows: shown.prefix(Self.most).map { watched in
        let change = watched.change
        let answer = change.answer.map { "\($0.kind.japanese)　\($0.words ?? "")" } ?? "確認待ち"
        return DataTable.Row(
          [
            .text(watched.name), .text(change.date.japaneseShort),
            .text("\(change.by)　\(OfficeZone.dateTimeText(change.proposedAt))"), .text(watched.claimed),
            .text(change.amount.japanese), .text(watched.lowered.japanese), .text(change.reason),
            .text(answer),
          ],
          tone: change.answer?.kind == .objected ? .attention : .plain
        )
      },
      note:
        "超過勤務の時間のほか、休日の勤務の時間や支給区分を下げる申出も含みます。本人が確認するまで、本人の値が有効です。\(shown.count > Self.most ? "新しい\(Self.most)件を表示しています。CSVにはすべてが入ります。" : "")",
      narrow: .stacks
    )
  }

  /// The same as a file, whole.
  func bytes() throws -> [UInt8] {
    var writer = try DelimitedWriter(style: .spreadsheet)
    writer.write([
      "職員", "勤務の日", "申し出た人", "申し出た時", "本人の値（分）", "申出の値（分）", "理由", "本人の回答", "本人の言葉",
      "本人の時間帯", "申出の時間帯", "下げるもの",
    ])
    for watched in shown {
      let change = watched.change
      writer.write(fields: [
        .freeText(watched.name), .value(change.date.iso), .freeText(change.by),
        .value(OfficeZone.isoText(change.proposedAt)), .value("\(change.claimed.count)"),
        .value("\(change.amount.length.count)"), .freeText(change.reason),
        .value(change.answer?.kind.japanese ?? "確認待ち"), .freeText(change.answer?.words ?? ""),
        .value(watched.claimedTimes?.japanese ?? ""), .value(change.amount.worked?.japanese ?? ""),
        .value(watched.lowered.japanese),
      ])
    }
    return writer.bytes
  }
}

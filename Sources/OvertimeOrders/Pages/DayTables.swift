internal import CivilTime
internal import Markup
internal import Site
internal import WorkingTime

/// How requests, claims and changes of days are drawn.
enum DayTables {
  /// Declared beforehand and what came of it; with the day in front.
  static func requests(_ requests: [OvertimeRequest], id: String = "requests") -> HTML {
    DataTable.draw(
      id: id,
      caption: "事前申告と命令",
      columns: [
        .init("日", .rowHeader), .init("申告", .text), .init("業務と理由", .text), .init("命令", .text),
        .init("決定した人と時", .text),
      ],
      rows: requests.map { request in
        [
          .link(request.date.japaneseShort, to: OrderPaths.request(request.id)),
          .text(request.amount.japanese),
          .text("\(request.work)。\(request.reason)\(request.isSpecial ? "（特例業務）" : "")"),
          .html(order(request)),
          .text(request.decision.map { "\($0.by)　\(OfficeZone.dateTimeText($0.at))" } ?? "－"),
        ]
      },
      narrow: .stacks
    )
  }

  private static func order(_ request: OvertimeRequest) -> HTML {
    guard let decision = request.decision else { return StatusTag.draw("命令待ち", tone: .ongoing) }
    let tone: StatusTag.Tone =
      switch decision.outcome {
      case .ordered: .success
      case .changed: .attention
      case .notOrdered, .withdrawn: .neutral
      }
    let words = [decision.amount?.japanese, decision.reason].compactMap { $0 }.joined(separator: "。")
    return "\(StatusTag.draw(decision.outcome.japanese, tone: tone)) \(words)"
  }

  static func claims(_ day: DayOrders) -> HTML {
    let newest = day.claims.last?.id
    return DataTable.draw(
      id: "claims",
      caption: "実績の申告",
      columns: [
        .init("申告した時", .rowHeader), .init("実績", .text), .init("業務", .text), .init("状態", .word),
      ],
      rows: day.claims.map { claim in
        [
          .text(OfficeZone.dateTimeText(claim.recordedAt)), .text(claim.amount.japanese),
          .text(claim.reason + (claim.isSpecial ? "（特例業務）" : "")),
          .html(
            StatusTag.draw(claim.id == newest ? day.claimState?.japanese ?? "有効" : "以前の申告", tone: .neutral)
          ),
        ]
      },
      narrow: .stacks
    )
  }

  static func changes(_ day: DayOrders) -> HTML {
    DataTable.draw(
      id: "changes",
      caption: "修正の申出",
      columns: [
        .init("申し出た時", .rowHeader), .init("申し出た人", .text), .init("本人の値", .number),
        .init("申出の値", .text), .init("理由", .text), .init("本人の回答", .text),
      ],
      rows: day.changes.map { change in
        [
          .text(OfficeZone.dateTimeText(change.proposedAt)), .text(change.by), .text("\(change.claimed)"),
          .text(change.amount.japanese), .text(change.reason), .html(answer(change, newest: day.claims.last)),
        ]
      },
      note: "本人が確認するまで、本人の値が有効です。",
      narrow: .stacks
    )
  }

  private static func answer(_ change: ClaimChange, newest: OvertimeDeclaration?) -> HTML {
    guard let answer = change.answer else {
      let isOpen = change.declaration == newest?.id
      return StatusTag.draw(isOpen ? "本人の確認待ち" : "本人が申告し直し", tone: isOpen ? .ongoing : .neutral)
    }
    let tone: StatusTag.Tone = answer.kind == .objected ? .alarm : .success
    return "\(StatusTag.draw(answer.kind.japanese, tone: tone)) \(answer.words ?? "")"
  }
}

/// Words about amounts.
enum DayWords {
  /// A difference with its sign: +0:30, -1:00, 0:00.
  static func signed(_ minutes: Minutes) -> String { minutes > .zero ? "+\(minutes)" : "\(minutes)" }
}

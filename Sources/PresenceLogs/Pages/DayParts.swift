internal import CivilTime
internal import Markup
internal import Schedules
internal import Site
internal import Store
internal import WorkingTime
internal import WorkingTimeRules

/// The parts that every page of a day's presence shows.
struct DayParts: Sendable {
  let day: DayPresence

  /// 「8:50〜20:10」, or that nobody was seen.
  static func stretches(_ stretches: [Range<ClockTime>]) -> String {
    stretches.isEmpty ? "記録なし" : stretches.map { "\($0.lowerBound)〜\($0.upperBound)" }.joined(separator: "、")
  }

  /// Each source by itself, then what comes of them.
  var facts: HTML {
    let hours = day.allotment.hours.map { "\($0.span.lowerBound)〜\($0.span.upperBound)" } ?? "なし"
    return Panels.keyValues([
      (term: "正規の勤務時間", value: "\(day.allotment.japanese)　\(hours)"),
      (term: "打刻・カード", value: "\(day.clock.map { "\($0.lowerBound)〜\($0.upperBound)" } ?? "記録なし")"),
      (term: "PCの記録", value: "\(day.log.japanese)"),
      (term: "在庁時間（すべての記録を合わせたもの）", value: "\(DayParts.stretches(day.stretches))"),
      (term: "うち正規の勤務時間の外", value: "\(day.outside?.japanese ?? "－")"),
      (term: "申告した超過勤務", value: "\(day.claimed?.japanese ?? "申告なし")"), (term: "差", value: gap),
    ])
  }

  private var gap: HTML {
    guard let gap = day.gap else { return "－（在庁の記録がありません）" }
    if gap < .zero { return "申告のほうが\((-gap).japanese)長い" }
    return "\(gap.japanese) \(tag)"
  }

  /// The state in a word.
  var tag: HTML {
    switch day.status {
    case .none: .empty
    case .open, .asked: StatusTag.draw(day.status.japanese, tone: .attention)
    case .claimAwaited: StatusTag.draw(day.status.japanese, tone: .ongoing)
    case .explained: StatusTag.draw(day.status.japanese, tone: .success)
    }
  }

  /// What presence is, and what it is not.
  static let note: HTML = """
    在庁時間は、打刻、カード及びPCの記録のどれかがある時間です。食事や休憩を含み、超過勤務そのものではありません（人事院規則15―14運用通知。\
    在庁の状況を客観的に把握し、超過勤務の申告との差が大きいときは理由を確かめます）。\(PresenceTimeline.longAbsence.japanese)未満の中断は続いたものとみます。超過勤務を申告しない管理職の日には、理由を求めません。
    """

  /// A form of one tap: a button for each reason, and a line for others.
  static func form(
    _ day: DayPresence,
    token: String,
    once: String,
    faults: [FormFault],
    entered: FormFields
  ) -> HTML {
    let name = wordsName(day.date)
    let buttons = GapReason.Code.allCases.map { code in
      Buttons.submit(
        code.japanese,
        style: code == .work ? .primary : .secondary,
        name: "code",
        value: code.rawValue
      )
    }
    return Forms.form(
      action: PresencePaths.reason(day.date),
      token: token,
      once: once,
      actions: buttons,
      content: Fields.text(
        name,
        label: "説明",
        need: .optional,
        hint: "「その他」のときは必ず入力してください。上司、勤務時間管理員、人事担当が見ます。",
        value: entered.first(name) ?? "",
        faults: faults,
        autocomplete: "off"
      )
    )
  }

  static func wordsName(_ date: CivilDate) -> String { "words-\(date.iso)" }

  /// What was said of the gap so far, the newest last.
  static func history(_ reasons: [GapReason], _ questions: [GapQuestion]) -> HTML {
    guard !reasons.isEmpty || !questions.isEmpty else { return .empty }
    let told = reasons.map { reason -> (Int64, Panels.Event) in
      let words: HTML = reason.words.map { "　\($0)" } ?? .empty
      let what: HTML = "\(reason.code.japanese)（差 \(reason.gap.japanese)）\(words)"
      return (reason.id.number, .init(when: OfficeZone.dateTimeText(reason.at), who: "本人", what: what))
    }
    let asked = questions.map { question -> (Int64, Panels.Event) in
      let what: HTML = "確認の依頼：\(question.words)"
      return (
        question.id.number, .init(when: OfficeZone.dateTimeText(question.at), who: question.asker, what: what)
      )
    }
    let events = (told + asked).sorted { $0.0 < $1.0 }.map(\.1)
    return Panels.section("理由と確認の履歴", body: Panels.history(events))
  }
}

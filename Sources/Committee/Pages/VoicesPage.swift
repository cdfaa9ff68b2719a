internal import CivilTime
internal import Markup
internal import Site
internal import Store

/// 届いた声: what staff said, what came of it, and the form for another.
struct VoicesPage: Sendable {
  let voices: [Voice]
  /// How many came this year, and after how many days each was answered.
  let received: Int
  let delays: [Int]
  /// The places that may be chosen: `unit:45` or `employer:1`, with their names.
  let places: [Fields.Choice]
  let placeNames: [String: String]
  let mayAnswer: Bool
  let mayRecord: Bool
  /// Whether the reader may open the meetings, above which the voices stand.
  let readsMeetings: Bool
  let token: String
  let once: String
  var faults: [FormFault] = []
  var entered = FormFields.empty

  static let most = 200

  var content: PageContent {
    PageContent(
      title: "届いた声",
      breadcrumbs: [Breadcrumb("取組と指標", CommitteePaths.plan)]
        + (readsMeetings ? [Breadcrumb("推進委員会", CommitteePaths.meetings)] : []),
      lead: "だれの声かは記録しません。今年度に届いた声は\(received)件、回答は\(delays.count)件です。",
      faults: faults,
      body: tiles + list + form
    )
  }

  private var tiles: HTML {
    Panels.stats([
      .init("届いた声", value: "\(received)", unit: "件"), .init("回答", value: "\(delays.count)", unit: "件"),
      .init("回答までの日数（中央値）", value: median.map { "\($0)" } ?? "－", unit: median == nil ? "" : "日"),
    ])
  }

  /// The middle one; of two the later.
  private var median: Int? {
    let sorted = delays.sorted()
    return sorted.isEmpty ? nil : sorted[sorted.count / 2]
  }

  private var list: HTML {
    guard !voices.isEmpty else {
      return Panels.emptyState("声はまだありません。", "面談や書面で届いた声を、だれの声かわからない形で記録します。")
    }
    return HTML(voices.map(panel))
  }

  private func panel(_ voice: Voice) -> HTML {
    let place = voice.unit.map { "unit:\($0)" } ?? "employer:\(voice.employer)"
    var facts: [(term: String, value: HTML)] = [
      (term: "届いた日", value: "\(voice.receivedOn.japaneseWithoutWeekday)（\(voice.origin.japanese)）"),
      (term: "部署", value: "\(placeNames[place] ?? "")"), (term: "声", value: MeetingPage.lines(voice.text)),
    ]
    if let answer = voice.answer {
      let head: HTML = "\(answer.outcome.japanese)（\(answer.answeredOn.japaneseWithoutWeekday)）<br>"
      facts.append((term: "回答", value: head + MeetingPage.lines(answer.text)))
    } else {
      facts.append((term: "回答", value: StatusTag.draw("まだ回答していません", tone: .attention)))
    }
    let answering = mayAnswer ? Panels.details("回答する", body: answerForm(voice)) : .empty
    return Panels.section(voice.theme, id: "voice-\(voice.id)", body: Panels.keyValues(facts) + answering)
  }

  private func answerForm(_ voice: Voice) -> HTML {
    let name = "answer-\(voice.id)"
    let text = Fields.textArea(
      name,
      label: "回答",
      value: entered.first(name) ?? voice.answer?.text ?? "",
      faults: faults,
      rows: 4
    )
    let outcome = Fields.select(
      "outcome-\(voice.id)",
      label: "扱い",
      choices: VoiceOutcome.allCases.map { Fields.Choice($0.rawValue, $0.japanese) },
      value: entered.first("outcome-\(voice.id)") ?? voice.answer?.outcome.rawValue ?? "",
      faults: faults
    )
    return Forms.form(
      action: CommitteePaths.answer(voice.id),
      token: token,
      actions: [Buttons.submit("回答を保存する", style: .secondary)],
      content: outcome + text + Fields.hidden("seen", value: "\(voice.answer?.revision ?? 0)")
    )
  }

  private var form: HTML {
    guard mayRecord, !places.isEmpty else { return .empty }
    let fields = [
      Fields.date("received", label: "届いた日", value: entered.first("received") ?? "", faults: faults),
      Fields.select(
        "place",
        label: "部署",
        choices: places,
        value: entered.first("place") ?? "",
        faults: faults
      ),
      Fields.select(
        "origin",
        label: "届き方",
        choices: VoiceOrigin.allCases.map { Fields.Choice($0.rawValue, $0.japanese) },
        value: entered.first("origin") ?? "",
        faults: faults
      ),
      Fields.text("theme", label: "件名", value: entered.first("theme") ?? "", faults: faults),
      Fields.textArea(
        "text",
        label: "声の内容",
        hint: "話した人や、ほかの人がだれかわかることは書かないでください。",
        value: entered.first("text") ?? "",
        faults: faults,
        rows: 5
      ),
    ]
    let form = Forms.form(
      action: CommitteePaths.voices,
      token: token,
      once: once,
      actions: [Buttons.submit("声を記録する")],
      content: HTML(fields)
    )
    return Panels.section("声を記録する", id: "record", body: form)
  }
}

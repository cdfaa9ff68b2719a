internal import CivilTime
internal import Markup
internal import Site
internal import Store
internal import WorkingTimeRules

/// フレックスタイム制: one's own periods, and where the next one is begun.
struct FlextimePage: Sendable {
  let states: [FlextimeState]
  /// Whether the employer has fixed the terms.
  let isFixed: Bool
  /// The Mondays on which a period can begin.
  let starts: [CivilDate]
  var faults: [FormFault] = []
  var entered = FormFields.empty

  var content: PageContent {
    PageContent(
      title: "フレックスタイム制",
      breadcrumbs: [Breadcrumb("勤務の割振り", SchedulePaths.own)],
      lead: lead,
      faults: faults,
      body: begin + list
    )
  }

  private var lead: HTML {
    guard isFixed else { return "フレックスタイム制の定め（コアタイムなど）が、まだありません。人事担当が定めると申告できます。" }
    let waiting = states.count { $0.pending != nil }
    return waiting == 0 ? "4週間の勤務時間を申告し、上司が割り振ります。" : "\(waiting)件の申告が、上司の割振りを待っています。"
  }

  private var begin: HTML {
    guard isFixed else { return .empty }
    let people = FlextimeRules.Person.allCases.map { person in
      Fields.Choice(
        person.word,
        person.japanese,
        hint: person == .general ? "単位期間は4週間です。" : "小学校までの子の育児や家族の介護をする職員です。単位期間を1週間から4週間までで選べます。"
      )
    }
    let copies = states.filter { !$0.newestDays.isEmpty }.map { state in
      Fields.Choice("\(state.period.id)", "\(state.period.start.japaneseShort)からの期間と同じ")
    }
    let fields =
      Fields.select(
        "start",
        label: "始まりの月曜日",
        choices: starts.map { Fields.Choice($0.iso, $0.japanese) },
        value: value("start"),
        faults: faults
      )
      + Fields.radios(
        "person",
        label: "職員の区分",
        choices: people,
        value: entered.first("person") ?? FlextimeRules.Person.general.word,
        faults: faults
      )
      + Fields.select(
        "weeks",
        label: "単位期間",
        choices: [4, 3, 2, 1].map { Fields.Choice("\($0)", "\($0)週間") },
        value: value("weeks"),
        faults: faults
      )
      + Fields.select(
        "copy",
        label: "はじめの内容",
        choices: [Fields.Choice("", "標準の勤務時間")] + copies,
        need: .optional,
        value: value("copy"),
        faults: faults
      )
    return Panels.section(
      "単位期間を申告する",
      id: "begin",
      body: Forms.search(action: SchedulePaths.flextimeNew, submit: "日ごとに入力する", content: fields)
    )
  }

  private var list: HTML {
    guard !states.isEmpty else {
      return isFixed ? Panels.emptyState("単位期間は、まだありません", "申告すると、ここに状態を表示します。") : .empty
    }
    return DataTable.draw(
      id: "periods",
      caption: "単位期間",
      columns: [.init("期間", .rowHeader), .init("長さ", .word), .init("状態", .word)],
      rows: states.map { state in
        let days = state.period.days
        return [
          .link(
            "\(days.lowerBound.japanese)から\(days.upperBound.japanese)まで",
            to: SchedulePaths.period(state.period.id)
          ), .text("\(state.period.weeks)週間"), .html(FlextimeTag.draw(state)),
        ]
      },
      narrow: .stacks
    )
  }

  private func value(_ name: String) -> String { entered.first(name) ?? "" }
}

/// The state of a period as a tag.
enum FlextimeTag {
  static func draw(_ state: FlextimeState) -> HTML {
    let tone: StatusTag.Tone =
      state.pending != nil ? .ongoing : state.inForce != nil ? .success : .neutral
    return StatusTag.draw(state.japanese, tone: tone)
  }
}

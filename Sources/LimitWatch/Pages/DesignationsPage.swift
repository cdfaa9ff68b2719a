internal import CivilTime
internal import DelimitedText
internal import Markup
internal import People
internal import Site
internal import Store

/// Which designations the list shows.
struct DesignationFilter: Sendable, Hashable {
  let standing: Designation.Standing?
  let text: String

  init(_ query: FormFields) {
    standing = query.first("standing").flatMap { Designation.Standing(rawValue: $0) }
    text = query.first("text") ?? ""
  }

  func admits(_ listed: ListedDesignation, path: String, on today: CivilDate) -> Bool {
    let isStanding = standing.map { listed.designation.standing(on: today) == $0 } ?? true
    return isStanding && (text.utf8.isEmpty || SearchText(path).contains(text))
  }
}

/// A text that is searched scalar by scalar, so that no character swallows a mark.
struct SearchText {
  private let scalars: [Unicode.Scalar]

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  func contains(_ part: String) -> Bool {
    let wanted = Array(part.unicodeScalars)
    guard wanted.count <= scalars.count else { return wanted.isEmpty }
    return (0...(scalars.count - wanted.count)).contains { start in
      scalars[start..<(start + wanted.count)].elementsEqual(wanted)
    }
  }
}

/// 他律部署の台帳: which units are designated, since when and why, and whether the staff was told.
struct DesignationsPage: Sendable {
  let designations: [ListedDesignation]
  let tree: UnitTree
  /// The units of the employers whose personnel authority the visitor is.
  let administered: [OrganizationUnit]
  /// Those of them that stand no more; what is late may still be recorded.
  let former: FormerUnits
  let filter: DesignationFilter
  let today: CivilDate
  let token: String
  let once: String
  var faults: [FormFault] = []
  var entered = FormFields.empty

  var content: PageContent {
    PageContent(
      title: "他律部署の台帳",
      breadcrumbs: [Breadcrumb("超過勤務の上限", LimitWatchPaths.home)],
      lead: lead,
      faults: faults,
      body: search + table + form
    )
  }

  private var shown: [ListedDesignation] {
    let order = designations.enumerated().sorted { left, right in
      let places = (
        tree.position(of: left.element.designation.unit) ?? Int.max,
        tree.position(of: right.element.designation.unit) ?? Int.max
      )
      return places.0 == places.1 ? left.offset < right.offset : places.0 < places.1
    }
    return order.map(\.element).filter { filter.admits($0, path: path($0), on: today) }
  }

  private var lead: HTML {
    let standing = designations.filter { $0.designation.standing(on: today) == .standing }
    let unknown = standing.count { $0.designation.madeKnownOn == nil }
    let told: HTML =
      unknown == 0 ? .empty : "職員に周知した日が記録されていない指定が\(unknown)件あります。"
    return "いま指定されているのは\(standing.count)件です。\(told)"
  }

  private func path(_ listed: ListedDesignation) -> String {
    let unit = listed.designation.unit
    return tree.path(of: unit) ?? former.unit(unit)?.path ?? "\(listed.unitName)（廃止）"
  }

  private var search: HTML {
    Forms.search(
      action: LimitWatchPaths.designations,
      content: Fields.text("text", label: "組織の名前", need: .unmarked, value: filter.text, width: .medium)
        + Fields.select(
          "standing",
          label: "状態",
          choices: [Fields.Choice("", "すべて")]
            + Designation.Standing.allCases.map { Fields.Choice($0.rawValue, $0.japanese) },
          need: .unmarked,
          value: filter.standing?.rawValue ?? ""
        )
    )
      + Panels.actions(
        (administered.isEmpty
          ? [] : [Buttons.link("指定を記録する", to: "#record", style: .primary, size: .small)])
          + [Buttons.link("CSVで保存", to: LimitWatchPaths.designationsFile, size: .small)]
      )
  }

  private var table: HTML {
    guard !designations.isEmpty else {
      return Panels.emptyState(
        "他律部署の指定はありません",
        "あなたに関わる組織はすべて自律部署です。指定が記録されると、ここに期間と理由を表示します。"
      )
    }
    return DataTable.draw(
      id: "designations",
      caption: "他律部署の指定",
      columns: [
        .init("組織", .rowHeader), .init("範囲", .text), .init("開始日", .word), .init("終了日", .word),
        .init("状態", .word), .init("理由", .text), .init("周知の日", .word),
      ],
      rows: shown.map(row),
      note: """
        他律部署は、他律的業務の比重が高い部署として各省各庁の長が指定した組織です（人事院規則15―14第16条の2の2第1項第2号）。\
        上限の判定は組織ごとに行い、一部だけの指定は判定に使いません。
        """,
      narrow: .stacks
    )
  }

  private func row(_ listed: ListedDesignation) -> DataTable.Row {
    let one = listed.designation
    let standing = one.standing(on: today)
    return DataTable.Row(
      [
        .link(path(listed), to: LimitWatchPaths.designation(one.id)), .text(one.extent.japanese),
        .text(one.from.japaneseShort), .text(one.to?.japaneseShort ?? "定めなし"),
        .html(StatusTag.draw(standing.japanese, tone: standing == .standing ? .ongoing : .neutral)),
        .text(one.reason),
        one.madeKnownOn.map { .text($0.japaneseShort) } ?? .html(StatusTag.draw("記録なし", tone: .attention)),
      ],
      tone: standing == .ended || standing == .withdrawn ? .quiet : .plain
    )
  }

  private var form: HTML {
    guard !administered.isEmpty || !former.all.isEmpty else { return .empty }
    let units = administered.map { Fields.Choice("\($0.id)", tree.path(of: $0.id) ?? $0.name) }
    let fields = DesignationFields(faults: faults, entered: entered)
    let body = Forms.form(
      action: LimitWatchPaths.designations,
      token: token,
      once: once,
      actions: [Buttons.submit("指定を記録する")],
      content: fields.unit(units + former.all.map { Fields.Choice("\($0.id)", $0.path) })
        + fields.extent + fields.from + fields.to() + fields.reason() + fields.known()
    )
    return Panels.section("指定を記録する", id: "record", body: body)
  }

  /// The list as a machine-readable table.
  func file() throws -> [UInt8] {
    var writer = try DelimitedWriter(style: .spreadsheet)
    writer.write(["組織", "範囲", "開始日", "終了日", "状態", "理由", "周知の日"])
    for listed in shown {
      let one = listed.designation
      writer.write(fields: [
        .freeText(path(listed)), .freeText(one.extent.japanese), .value(one.from.iso),
        .value(one.to?.iso ?? ""),
        .value(one.standing(on: today).japanese), .freeText(one.reason), .value(one.madeKnownOn?.iso ?? ""),
      ])
    }
    return writer.bytes
  }
}

internal import CivilTime
internal import Markup
internal import Site
internal import Store

/// PC記録の取込: what has come in, how far it is, and by which mappings files are read.
struct LogsPage: Sendable {
  let imports: [LogImport]
  let mappings: [LogMapping]
  let nameCount: Int
  /// Whether the visitor may register names: they say whose an account is.
  let mayRegister: Bool
  let token: String
  /// The keys of the two forms.
  let once: (mapping: String, names: String)
  var faults: [FormFault] = []
  var entered = FormFields.empty

  var content: PageContent {
    let running = imports.count { $0.finishedAt == nil }
    return PageContent(
      title: "PC記録の取込",
      lead: imports.isEmpty
        ? "まだ何も取り込んでいません。" : "最近の取込は\(imports.count)件です。終わっていないものは\(running)件です。",
      faults: faults,
      body: list + mappingList
        + MappingFields(token: token, once: once.mapping, faults: faults, entered: entered).form
        + names
    )
  }

  private var list: HTML {
    let how: HTML = """
      <p>取込は、システムの担当者が <code>hataraki import pc-logs ファイル --mapping 名前</code> で行います。途中で止まったときは、\
      同じ命令をもう一度実行すると続きから始まります。同じファイルを2度取り込んでも変わりません。\
      職員や名前を登録した後は、<code>--again</code> を付けて同じファイルを取り込み直せます。</p>
      """
    guard !imports.isEmpty else {
      return how + Panels.emptyState("取込はまだありません", "取込を始めると、進み具合と誤りの件数をここに表示します。")
    }
    let table = DataTable.draw(
      id: "imports",
      caption: "取込",
      columns: [
        .init("ファイル", .rowHeader), .init("対応付け", .word), .init("状態", .word), .init("行", .number),
        .init("出来事", .number), .init("対象外の行", .number), .init("職員が不明", .number), .init("日時が不明", .number),
        .init("時計の疑い", .number), .init("誤りの一覧", .word),
      ],
      rows: imports.map(row)
    )
    return how + table
  }

  private func row(_ one: LogImport) -> DataTable.Row {
    let progress = one.progress
    let hasFaults = progress.unknownPeople + progress.unreadable + progress.doubtful > 0
    let state =
      one.finishedAt.map { "完了 \(OfficeZone.dateTimeText($0))" }
      ?? "途中 \(OfficeZone.dateTimeText(one.updatedAt))"
    return DataTable.Row(
      [
        .text(one.file), .text(one.mapping), .text(state), .text("\(progress.rows)"),
        .text("\(progress.events)"),
        .text("\(progress.passedOver)"), .text("\(progress.unknownPeople)"), .text("\(progress.unreadable)"),
        .text("\(progress.doubtful)"), hasFaults ? .link("CSV", to: PresencePaths.faults(one.id)) : .none,
      ],
      tone: one.finishedAt == nil ? .attention : .plain
    )
  }

  private var mappingList: HTML {
    let rows = mappings.map { mapping -> DataTable.Row in
      [
        .text(mapping.name), .text(mapping.title), .text(mapping.person.japanese),
        .text(mapping.personColumn.joined(separator: "・")), .text(mapping.order.japanese),
      ]
    }
    let table = DataTable.draw(
      id: "mappings",
      caption: "対応付け",
      columns: [
        .init("名前", .rowHeader), .init("説明", .text), .init("職員の表し方", .word), .init("職員の列", .text),
        .init("行の順序", .word),
      ],
      rows: rows,
      narrow: .stacks
    )
    return Panels.section("対応付け", body: table)
  }

  private var names: HTML {
    guard mayRegister else { return .empty }
    let form = Forms.form(
      action: PresencePaths.names,
      token: token,
      once: once.names,
      takesFiles: true,
      actions: [Buttons.submit("登録する", style: .secondary)],
      content: Fields.file(
        "file",
        label: "アカウント名・PC名のCSV",
        need: .required,
        hint: "列は「名前」「職員番号」「開始日」。職員番号が空の行は、その日からだれのものでもないことを表します。5,000行まで。",
        isMultiple: false,
        faults: faults
      )
    )
    let lead: HTML = """
      <p>いま\(nameCount)個の名前が登録されています。登録のない名前は、このシステムのログイン名として探します。</p>
      """
    let others = Panels.actions([Buttons.link("差の基準を定める", to: PresencePaths.settings)])
    return Panels.section("アカウント名・PC名の登録", id: "names", body: lead + form) + others
  }
}

/// The form of a mapping.
struct MappingFields: Sendable {
  let token: String
  let once: String
  let faults: [FormFault]
  let entered: FormFields

  var form: HTML {
    let form = Forms.form(
      action: PresencePaths.mappings,
      token: token,
      once: once,
      actions: [Buttons.submit("対応付けを保存する")],
      content: head + shape
    )
    let isOpen = faults.contains { $0.field != "file" }
    return Panels.fold("対応付けを加える・改める", id: "mapping", isOpen: isOpen, body: form)
  }

  private var head: HTML {
    text("name", "名前", "半角の英小文字、数字、ハイフン。同じ名前で保存すると、次の取込から新しいものを使います。")
      + text("title", "説明")
      + Fields.radios(
        "person",
        label: "職員の表し方",
        choices: LogMapping.Person.allCases.map { Fields.Choice($0.rawValue, $0.japanese) },
        value: entered.first("person") ?? "",
        faults: faults
      )
      + text("person-column", "職員の列", "1行目の列名。いくつかあり得るときは「、」で区切ります。")
      + text("device-column", "端末の列", need: .optional)
      + Fields.select(
        "order",
        label: "行の順序",
        choices: LogMapping.Order.allCases.map { Fields.Choice($0.rawValue, $0.japanese) },
        hint: "順序が分かると、時計を直した端末に気付けます。",
        value: entered.first("order") ?? "",
        faults: faults
      )
  }

  private var shape: HTML {
    Fields.radios(
      "shape",
      label: "1行の内容",
      choices: RowShape.allCases.map { Fields.Choice($0.rawValue, $0.japanese) },
      value: entered.first("shape") ?? "",
      faults: faults
    )
      + text("from-column", "日時の列", "日付と時刻が別の列のときは、日付の列。開始と終了の行では開始の日時。")
      + text("from-time-column", "時刻の列", need: .optional)
      + Forms.group(
        "1つの出来事のとき",
        content: text("kind-column", "種別の列", need: .optional)
          + text("on", "在席を始める言葉", "例：ログオン、ロック解除", need: .optional)
          + text("off", "在席を終える言葉", "例：ログオフ、ロック", need: .optional)
          + text("sign", "在席を示す言葉", "例：操作", need: .optional)
      )
      + Forms.group(
        "開始と終了のとき",
        content: text("to-column", "終了の日時の列", need: .optional)
          + text("to-time-column", "終了の時刻の列", need: .optional)
      )
  }

  private func text(
    _ name: String,
    _ label: String,
    _ hint: String? = nil,
    need: Fields.Need = .required
  ) -> HTML {
    Fields.text(
      name,
      label: label,
      need: need,
      hint: hint,
      value: entered.first(name) ?? "",
      faults: faults,
      autocomplete: "off"
    )
  }
}

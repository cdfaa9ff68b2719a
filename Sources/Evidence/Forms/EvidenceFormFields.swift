internal import Attachments
internal import Duties
internal import Markup
internal import Site

/// Draws the controls that a kind of evidence asks for, with what was typed before.
struct EvidenceFormFields {
  let kind: EvidenceKind
  let typed: FormFields
  let faults: [FormFault]
  /// The files of the report that is corrected.
  var attached: [Attachment] = []

  var html: HTML {
    day + [text, numbers, link, kept, files].compactMap { $0 }.reduce(.empty, +)
  }

  static func needsText(_ kind: EvidenceKind) -> Bool {
    [EvidenceKinds.report, EvidenceKinds.document, EvidenceKinds.session]
      .contains { $0.id == kind.id }
  }

  static func quantityLabel(_ kind: EvidenceKind) -> String {
    switch kind.id {
    case EvidenceKinds.session.id: "参加した人数"
    case EvidenceKinds.share.id: "実施した数"
    default: "件数"
    }
  }

  private var day: HTML {
    Fields.date(EvidenceField.heldOn, label: "実施した日", value: value(EvidenceField.heldOn), faults: faults)
  }

  private var text: HTML? {
    guard kind.asks.contains(.text) else { return nil }
    return Fields.textArea(
      EvidenceField.text,
      label: "実施した内容",
      need: Self.needsText(kind) ? .required : .optional,
      hint: "いつ、何をしたか。個人の健康や家族のこと、面談で話した内容は書かないでください。2000文字まで",
      value: value(EvidenceField.text),
      faults: faults
    )
  }

  private var numbers: HTML? {
    guard kind.asks.contains(.quantity) else { return nil }
    let hasShare = kind.asks.contains(.quantityOf)
    let quantity = Fields.text(
      EvidenceField.quantity,
      label: Self.quantityLabel(kind),
      need: kind == EvidenceKinds.count ? .required : .optional,
      hint: hasShare ? "対象がなければ、どちらの数も空欄にしてください" : "例：12",
      value: value(EvidenceField.quantity),
      faults: faults,
      input: .digits,
      width: .short,
      autocomplete: "off"
    )
    guard hasShare else { return quantity }
    return quantity
      + Fields.text(
        EvidenceField.quantityOf,
        label: "対象の数",
        need: .optional,
        value: value(EvidenceField.quantityOf),
        faults: faults,
        input: .digits,
        width: .short,
        autocomplete: "off"
      )
  }

  private var link: HTML? {
    guard kind.asks.contains(.link) else { return nil }
    return Fields.text(
      EvidenceField.link,
      label: "リンク",
      need: .optional,
      hint: kind == EvidenceKinds.document
        ? "リンクか添付ファイルのどちらかが必要です。例：https://www.example.go.jp/kaigi.html"
        : "資料のある場所。例：https://www.example.go.jp/kaigi.html",
      value: value(EvidenceField.link),
      faults: faults
    )
  }

  private var kept: HTML? {
    guard !attached.isEmpty else { return nil }
    return Fields.checkboxes(
      EvidenceField.kept,
      label: "残す添付ファイル",
      choices: attached.map { Fields.Choice("\($0.id)", $0.name) },
      hint: "チェックを外したファイルは、訂正後の報告には付きません",
      values: typed.all(EvidenceField.kept)
    )
  }

  private var files: HTML? {
    guard takesFiles else { return nil }
    return Fields.file(
      EvidenceField.files,
      label: attached.isEmpty ? "添付ファイル" : "追加する添付ファイル",
      hint: AttachmentLimits.hint,
      faults: faults
    )
  }

  var takesFiles: Bool { kind.asks.contains(.file) }

  private func value(_ field: String) -> String { typed.first(field) ?? "" }
}

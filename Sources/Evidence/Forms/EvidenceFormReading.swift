internal import Attachments
internal import CivilTime
internal import Duties
internal import Site
internal import Store

/// What a form of evidence says, once it is in order.
struct FilledEvidence: Sendable {
  let heldOn: CivilDate
  let quantity: Int?
  let quantityOf: Int?
  let text: String
  let link: ExternalLink?
  let files: [CheckedAttachment]
  /// The files of the report before that are to stay.
  let kept: Set<RecordID<Attachment>>
  /// What is taken but should be looked at again.
  let remarks: [String]
}

/// The names of the controls.
enum EvidenceField {
  static let heldOn = "held-on"
  static let quantity = "quantity"
  static let quantityOf = "quantity-of"
  static let text = "text"
  static let link = "link"
  static let files = "files"
  static let kept = "kept"
  static let place = "place"
  static let reason = "reason"
}

/// Reads the controls that a kind of evidence asks for.
struct EvidenceFormReading {
  /// The most characters of what was done.
  static let mostText = 2000
  private static let numbers = 0...1_000_000_000

  let kind: EvidenceKind
  private(set) var form: FormReader
  private let files: (accepted: [CheckedAttachment], faults: [FormFault])
  private let today: CivilDate

  init(_ request: SignedInRequest, kind: EvidenceKind) {
    self.kind = kind
    form = FormReader(request.form)
    today = request.today
    files =
      kind.asks.contains(.file)
      ? AttachmentService.check(request.files, field: EvidenceField.files, ids: request.ids) : ([], [])
  }

  /// What is to be mended, in the order of the controls.
  var faults: [FormFault] { form.faults }

  /// What was filled in; nil where something is to be mended.
  mutating func filled() -> FilledEvidence? {
    let heldOn = readDay()
    let text = readText()
    let (quantity, quantityOf) = readNumbers()
    let link = readLink()
    let kept = Set(form.choices(EvidenceField.kept).compactMap { RecordID<Attachment>(text: $0) })
    for fault in files.faults { form.add(fault.field, fault.message) }
    if kind == EvidenceKinds.document, link == nil, files.accepted.isEmpty, kept.isEmpty, faults.isEmpty {
      form.add(EvidenceField.link, "リンクを入力するか、資料のファイルを添付してください。")
    }
    guard let heldOn, let text, faults.isEmpty else { return nil }
    return FilledEvidence(
      heldOn: heldOn,
      quantity: quantity,
      quantityOf: quantityOf,
      text: text,
      link: link,
      files: files.accepted,
      kept: kept,
      remarks: Self.remarks(quantity, quantityOf)
    )
  }

  private mutating func readDay() -> CivilDate? {
    guard let day = form.date(EvidenceField.heldOn, label: "実施した日") else { return nil }
    guard day <= today else {
      form.add(EvidenceField.heldOn, EvidenceRefusal.dayAhead.japanese)
      return nil
    }
    return day
  }

  private mutating func readText() -> String? {
    guard kind.asks.contains(.text) else { return "" }
    if EvidenceFormFields.needsText(kind) {
      return form.text(EvidenceField.text, label: "実施した内容", most: Self.mostText)
    }
    return form.optionalText(EvidenceField.text, label: "実施した内容", most: Self.mostText) ?? ""
  }

  private mutating func readNumbers() -> (quantity: Int?, quantityOf: Int?) {
    guard kind.asks.contains(.quantity) else { return (nil, nil) }
    let label = EvidenceFormFields.quantityLabel(kind)
    guard kind.asks.contains(.quantityOf) else {
      let quantity =
        kind == EvidenceKinds.count
        ? form.integer(EvidenceField.quantity, label: label, in: Self.numbers)
        : form.optionalInteger(EvidenceField.quantity, label: label, in: Self.numbers)
      return (quantity, nil)
    }
    let before = faults.count
    let quantity = form.optionalInteger(EvidenceField.quantity, label: label, in: Self.numbers)
    let all = form.optionalInteger(EvidenceField.quantityOf, label: "対象の数", in: Self.numbers)
    guard faults.count == before else { return (nil, nil) }
    switch (quantity, all) {
    case (_, 0?):
      form.add(EvidenceField.quantityOf, "0件中の割合はありません。対象がなければ数を空欄にしてください。")
    case (.some, nil):
      form.add(EvidenceField.quantityOf, "対象の数を入力してください。対象がなければ、どちらの数も空欄にしてください。")
    case (nil, .some):
      form.add(EvidenceField.quantity, "\(label)を入力してください。一つもなければ0を入力してください。")
    case (.some, .some), (nil, nil):
      return (quantity, all)
    }
    return (nil, nil)
  }

  private mutating func readLink() -> ExternalLink? {
    guard kind.asks.contains(.link),
      let text = form.optionalText(EvidenceField.link, label: "リンク", most: ExternalLink.mostBytes)
    else { return nil }
    if let link = ExternalLink(text) { return link }
    form.add(EvidenceField.link, "リンクを「https://」か「http://」で始まるアドレスで入力してください。")
    return nil
  }

  private static func remarks(_ quantity: Int?, _ quantityOf: Int?) -> [String] {
    guard let quantity, let quantityOf, quantity > quantityOf else { return [] }
    return ["実施した数が対象の数より多くなっています。誤りのときは訂正してください。"]
  }
}

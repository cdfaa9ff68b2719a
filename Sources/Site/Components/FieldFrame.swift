import Markup

/// What stands around a control: label, need, hint and fault, in this order and tied together by their ids.
struct FieldFrame {
  let name: String
  let label: String
  let need: Fields.Need
  let hint: String?
  let fault: FormFault?

  init(_ name: String, _ label: String, _ need: Fields.Need, hint: String?, faults: [FormFault]) {
    self.name = name
    self.label = label
    self.need = need
    self.hint = hint
    fault = faults.first { $0.field.utf8.elementsEqual(name.utf8) }
  }

  /// A control of its own with a label above.
  func labelled(_ control: HTML) -> HTML {
    """
    <div class="\(frameClass)"><label class="label"\(attribute: "for", name)>\(label)\(needWord)</label>\
    \(hintLine)\(control)\(faultLine)</div>
    """
  }

  /// Several controls under one legend.
  func grouped(_ controls: HTML) -> HTML {
    """
    <fieldset class="\(frameClass)"\(description)><legend class="label">\(label)\(needWord)</legend>\
    \(hintLine)\(controls)\(faultLine)</fieldset>
    """
  }

  /// A control whose label stands beside it.
  func beside(_ control: HTML) -> HTML {
    "<div class=\"\(frameClass)\">\(control)\(hintLine)\(faultLine)</div>"
  }

  /// The attributes every control carries.
  var attributes: HTML {
    "\(attribute: "id", name)\(attribute: "name", name)\(description)\(invalid)\(requiredMark)"
  }

  /// Fault first, then hint, for a screen reader.
  var description: HTML {
    let ids = [fault.map { _ in "\(name)-fault" }, hint.map { _ in "\(name)-hint" }].compactMap { $0 }
    return ids.isEmpty ? .empty : "\(attribute: "aria-describedby", ids.joined(separator: " "))"
  }

  var invalid: HTML { fault == nil ? .empty : " aria-invalid=\"true\"" }

  var needWord: HTML {
    switch need {
    case .required: " <span class=\"need required\">※必須</span>"
    case .optional: " <span class=\"need\">※任意</span>"
    case .unmarked: .empty
    }
  }

  private var requiredMark: HTML { need == .required ? " aria-required=\"true\"" : .empty }

  private var frameClass: String { fault == nil ? "field" : "field faulty" }

  private var hintLine: HTML? {
    hint.map { "<p class=\"hint\"\(attribute: "id", "\(name)-hint")>\($0)</p>" }
  }

  private var faultLine: HTML? {
    fault.map {
      """
      <p class="fault"\(attribute: "id", "\(name)-fault")><span class="hidden">エラー：</span>\($0.message)</p>
      """
    }
  }
}

public import Markup

extension Fields {
  /// One of several answers.
  public struct Choice: Sendable, Hashable {
    /// What is posted.
    public let value: String
    /// What is read.
    public let label: String
    /// A line of help below the label; shown by radio buttons and check boxes.
    public let hint: String?

    /// An answer.
    public init(_ value: String, _ label: String, hint: String? = nil) {
      self.value = value
      self.label = label
      self.hint = hint
    }

    func isChosen(_ chosen: String) -> Bool { value.utf8.elementsEqual(chosen.utf8) }
  }

  /// A list to choose one from.
  ///
  /// `value` is the chosen answer; give an empty choice first when none may be chosen yet.
  public static func select(
    _ name: String,
    label: String,
    choices: [Choice],
    need: Need = .required,
    hint: String? = nil,
    value: String = "",
    faults: [FormFault] = []
  ) -> HTML {
    let frame = FieldFrame(name, label, need, hint: hint, faults: faults)
    let options = choices.map { choice -> HTML in
      """
      <option\(attribute: "value", choice.value)\(flag: "selected", choice.isChosen(value))>\(choice.label)</option>
      """
    }
    return frame.labelled(
      "<select class=\"control\"\(frame.attributes)>\(options)</select>"
    )
  }

  /// Answers of which one is chosen, all in sight; the first has the name as its id.
  public static func radios(
    _ name: String,
    label: String,
    choices: [Choice],
    need: Need = .required,
    hint: String? = nil,
    value: String = "",
    faults: [FormFault] = []
  ) -> HTML {
    let frame = FieldFrame(name, label, need, hint: hint, faults: faults)
    let chosen = [value]
    return frame.grouped(options("radio", name, choices, chosen: chosen, invalid: frame.invalid))
  }

  /// Answers of which any number is chosen, all in sight; the first has the name as its id.
  public static func checkboxes(
    _ name: String,
    label: String,
    choices: [Choice],
    need: Need = .optional,
    hint: String? = nil,
    values: [String] = [],
    faults: [FormFault] = []
  ) -> HTML {
    let frame = FieldFrame(name, label, need, hint: hint, faults: faults)
    return frame.grouped(options("checkbox", name, choices, chosen: values, invalid: frame.invalid))
  }

  /// One sentence to agree to; posts `value` when ticked.
  public static func checkbox(
    _ name: String,
    label: String,
    need: Need = .unmarked,
    hint: String? = nil,
    value: String = "1",
    isChecked: Bool = false,
    faults: [FormFault] = []
  ) -> HTML {
    let frame = FieldFrame(name, label, need, hint: hint, faults: faults)
    return frame.beside(
      """
      <div class="choice"><input type="checkbox"\(attribute: "id", name)\(attribute: "name", name)\
      \(attribute: "value", value)\(flag: "checked", isChecked)\(frame.description)\(frame.invalid)>\
      <label\(attribute: "for", name)>\(label)\(frame.needWord)</label></div>
      """
    )
  }

  private static func options(
    _ type: StaticString,
    _ name: String,
    _ choices: [Choice],
    chosen: [String],
    invalid: HTML
  ) -> HTML {
    let rows = choices.enumerated().map { index, choice -> HTML in
      let id = index == 0 ? name : "\(name)-\(index + 1)"
      let isChosen = chosen.contains { choice.isChosen($0) }
      let hintID = choice.hint.map { _ in "\(id)-about" }
      let hint = choice.hint.map { "<p class=\"hint\"\(attribute: "id", hintID)>\($0)</p>" as HTML }
      return """
        <div class="choice"><input\(attribute: "type", "\(type)")\(attribute: "id", id)\(attribute: "name", name)\
        \(attribute: "value", choice.value)\(flag: "checked", isChosen)\(invalid)\
        \(attribute: "aria-describedby", hintID)>\
        <label\(attribute: "for", id)>\(choice.label)</label>\(hint)</div>
        """
    }
    return "<div class=\"choices\">\(rows)</div>"
  }
}

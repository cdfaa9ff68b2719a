public import Markup

/// The controls of a form.
///
/// A control's `id` is its `name`; the fault shown is the first of `faults` with that name.
public enum Fields: Sendable {
  /// Whether a control must be filled in; told in words.
  public enum Need: Sendable, Hashable {
    /// ※必須
    case required
    /// ※任意
    case optional
    /// No word, for search forms.
    case unmarked
  }

  /// What is typed into a text box.
  public enum Input: Sendable, Hashable {
    /// Any text.
    case text
    /// A secret; its value is never written back.
    case password
    /// Digits, with or without separators, in either width.
    case digits
    /// A mail address.
    case mail
    /// A telephone or extension number.
    case telephone
  }

  /// How wide a text box is: as wide as what it takes.
  public enum Width: String, Sendable, Hashable, CaseIterable {
    /// Up to 4 digits, such as a number of days.
    case tiny
    /// Up to 10 characters, such as a time or a date in figures.
    case short
    /// Up to 20 characters, such as a name or a date in words.
    case medium
    /// As wide as the form.
    case full
  }

  /// A box for one line of text.
  public static func text(
    _ name: String,
    label: String,
    need: Need = .required,
    hint: String? = nil,
    value: String = "",
    faults: [FormFault] = [],
    input: Input = .text,
    width: Width = .full,
    autocomplete: String? = nil
  ) -> HTML {
    let frame = FieldFrame(name, label, need, hint: hint, faults: faults)
    let kept = input == .password ? nil : value
    return frame.labelled(
      """
      <input class="control \(width.rawValue)"\(kind(of: input))\(frame.attributes)\(attribute: "value", kept)\
      \(attribute: "autocomplete", autocomplete)>
      """
    )
  }

  /// A box for several lines of text.
  public static func textArea(
    _ name: String,
    label: String,
    need: Need = .required,
    hint: String? = nil,
    value: String = "",
    faults: [FormFault] = [],
    rows: Int = 5
  ) -> HTML {
    let frame = FieldFrame(name, label, need, hint: hint, faults: faults)
    // A browser swallows one line end right after the tag, so that one is given to it.
    return frame.labelled(
      "<textarea class=\"control full\" rows=\"\(rows)\"\(frame.attributes)>\n\(value)</textarea>"
    )
  }

  /// A box for a date in any of the forms that people write.
  public static func date(
    _ name: String,
    label: String,
    need: Need = .required,
    hint: String? = "例：令和8年4月1日、R8.4.1、2026/4/1",
    value: String = "",
    faults: [FormFault] = []
  ) -> HTML {
    text(
      name,
      label: label,
      need: need,
      hint: hint,
      value: value,
      faults: faults,
      width: .medium,
      autocomplete: "off"
    )
  }

  /// A box for a time of day; hours beyond 24 belong to the next morning.
  public static func time(
    _ name: String,
    label: String,
    need: Need = .required,
    hint: String? = "例：9:30、0930。翌日の1:30は25:30",
    value: String = "",
    faults: [FormFault] = []
  ) -> HTML {
    text(
      name,
      label: label,
      need: need,
      hint: hint,
      value: value,
      faults: faults,
      input: .digits,
      width: .short,
      autocomplete: "off"
    )
  }

  /// A control that takes files; a browser never keeps what was chosen, so the page asks for it again.
  ///
  /// Its form must take files.
  public static func file(
    _ name: String,
    label: String,
    need: Need = .optional,
    hint: String? = nil,
    isMultiple: Bool = true,
    faults: [FormFault] = []
  ) -> HTML {
    let frame = FieldFrame(name, label, need, hint: hint, faults: faults)
    return frame.labelled(
      "<input class=\"control full\" type=\"file\"\(flag: "multiple", isMultiple)\(frame.attributes)>"
    )
  }

  /// A value that goes with the form unseen.
  public static func hidden(_ name: String, value: String) -> HTML {
    "<input type=\"hidden\"\(attribute: "name", name)\(attribute: "value", value)>"
  }

  private static func kind(of input: Input) -> HTML {
    switch input {
    case .text: " type=\"text\""
    case .password: " type=\"password\""
    case .digits: " type=\"text\" inputmode=\"numeric\""
    case .mail: " type=\"text\" inputmode=\"email\""
    case .telephone: " type=\"text\" inputmode=\"tel\""
    }
  }
}

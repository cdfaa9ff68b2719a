public import Markup

/// Buttons that act, and links that look like them.
public enum Buttons: Sendable {
  /// How much a button stands out.
  public enum Style: String, Sendable, Hashable, CaseIterable {
    /// The one main act of a screen.
    case primary
    /// Every other act.
    case secondary
  }

  /// How large a button is.
  public enum Size: String, Sendable, Hashable, CaseIterable {
    /// For rows of a table; its target still reaches over 44 px.
    case small
    /// For forms.
    case medium
    /// For the one daily act of a phone screen.
    case large
  }

  /// A button that posts its form.
  ///
  /// The label is a verb with its object, such as 申請する; `name` and `value` tell several buttons of one form
  /// apart.
  public static func submit(
    _ label: String,
    style: Style = .primary,
    size: Size = .medium,
    name: String? = nil,
    value: String? = nil
  ) -> HTML {
    """
    <button class="button \(style.rawValue) \(size.rawValue)" type="submit"\(attribute: "name", name)\
    \(attribute: "value", value)>\(label)</button>
    """
  }

  /// A link that looks like a button, for the next step of a job.
  public static func link(
    _ label: String,
    to path: String,
    style: Style = .secondary,
    size: Size = .medium
  ) -> HTML {
    """
    <a class="button \(style.rawValue) \(size.rawValue)"\(href: path)>\(label)</a>
    """
  }
}

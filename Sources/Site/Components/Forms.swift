public import Markup

/// The frames of forms.
///
/// Everything that changes something is posted with the visitor's token.
public enum Forms: Sendable {
  /// A form that posts to `action`.
  ///
  /// `token` is `ShellContext.formToken`; `once`, when given, lets the server see a second posting of the same form;
  /// `actions` are the buttons below the content, the main one first. `takesFiles` is needed for ``Fields/file``.
  public static func form(
    action: String,
    token: String,
    once: String? = nil,
    takesFiles: Bool = false,
    actions: [HTML],
    content: HTML
  ) -> HTML {
    """
    <form class="form" method="post" novalidate\(action: action)\
    \(attribute: "enctype", takesFiles ? "multipart/form-data" : nil)>\(guards(token: token, once: once))\
    \(content)\(Panels.actions(actions))</form>
    """
  }

  /// A form of one button in a line, such as a row of a table; `hidden` are the values it posts.
  public static func button(
    _ label: String,
    action: String,
    token: String,
    once: String? = nil,
    style: Buttons.Style = .secondary,
    size: Buttons.Size = .small,
    hidden: [(name: String, value: String)] = []
  ) -> HTML {
    """
    <form class="one-button" method="post"\(action: action)>\(guards(token: token, once: once))\
    \(hidden.map { Fields.hidden($0.name, value: $0.value) })\
    \(Buttons.submit(label, style: style, size: size))</form>
    """
  }

  /// A form that narrows a list and asks for it again; its fields stand side by side and carry no 必須 or 任意.
  public static func search(action: String, submit: String = "絞り込む", content: HTML) -> HTML {
    """
    <form class="search" method="get" role="search"\(action: action)>\(content)\
    <div class="search-submit">\(Buttons.submit(submit, style: .secondary))</div></form>
    """
  }

  /// A group of fields under one heading, such as a part of an official form (様式).
  public static func group(_ title: String, hint: String? = nil, content: HTML) -> HTML {
    """
    <fieldset class="group"><legend>\(title)</legend>\
    \(hint.map { "<p class=\"hint\">\($0)</p>" as HTML })\(content)</fieldset>
    """
  }

  /// Short controls that belong together, such as a start and an end; below each other where the window is narrow.
  public static func sideBySide(_ controls: [HTML]) -> HTML {
    "<div class=\"side-by-side\">\(HTML(controls))</div>"
  }

  static func guards(token: String, once: String?) -> HTML {
    Fields.hidden("_token", value: token) + (once.map { Fields.hidden("_once", value: $0) } ?? .empty)
  }
}

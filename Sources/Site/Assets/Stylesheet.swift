/// The style sheet, in parts from the general to the particular; later parts win.
enum Stylesheet {
  static let parts: [StaticString] = [
    tokens, base, shell, messages, controls, choices, tables, stacked, heat, panels, lists, figures, contrast,
    print,
  ]
}

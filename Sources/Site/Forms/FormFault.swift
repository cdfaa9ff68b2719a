/// One thing to mend in a form: which control, and what to do.
public struct FormFault: Error, Sendable, Hashable {
  /// The name of the control, which is also its `id` in the page.
  public let field: String
  /// What to do, as a plain sentence.
  public let message: String

  /// A fault.
  public init(_ field: String, _ message: String) {
    self.field = field
    self.message = message
  }
}

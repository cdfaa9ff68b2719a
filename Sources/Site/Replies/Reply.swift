/// What a handler answers.
public enum Reply: Sendable {
  /// A page in the shell.
  case page(PageContent)
  /// The page of a form with what must be mended, status 422.
  case mend(PageContent)
  /// The way to another page, with a notice shown there once.
  case redirect(to: String, notice: Notice?)
  /// A new session's cookie and the way to another page.
  case signedIn(sessionSecret: String, to: String)
  /// The end of a session and the way to another page.
  case signedOut(to: String)
  /// A file to save.
  case download(name: String, contentType: String, bytes: [UInt8])
  /// Text or markup that stands for itself.
  case document(contentType: String, bytes: [UInt8])
  /// A file that never changes under its path.
  case asset(contentType: String, bytes: [UInt8])
  /// JSON for programs.
  case json(status: Int, bytes: [UInt8])

  /// The way to another page.
  public static func redirect(to path: String) -> Reply { .redirect(to: path, notice: nil) }
}

public import Access
internal import Markup
public import Site

/// The way in (入口): signing in and out, home, and the pages that help.
public enum EntranceCapability: Sendable {
  /// One way to try the demo, shown on the sign-in page of a demo alone.
  public struct DemoSignIn: Sendable, Hashable {
    /// The role in words.
    public let role: String
    /// The login.
    public let login: String
    /// What one can try.
    public let hint: String

    /// A way to try the demo.
    public init(role: String, login: String, hint: String) {
      self.role = role
      self.login = login
      self.hint = hint
    }
  }

  /// What it brings to the house; home begins with the entries of others about what waits.
  public static func capability(
    passwords: PasswordWorker,
    demo: (password: String, signIns: [DemoSignIn])?,
    waiting: [HomeEntry] = []
  ) -> Capability {
    let entrance = EntranceRoutes(passwords: passwords, demo: demo, waiting: waiting)
    return Capability(
      name: "entrance",
      navigation: [NavigationItem("ホーム", "/", allow: .signedIn)],
      routes: entrance.all + GuideRoutes.all
    )
  }
}

/// Who may use a route.
///
/// A route cannot be declared without one.
public enum AccessRule: Sendable, Hashable {
  /// Everyone, also without signing in.
  case anyone
  /// Everyone who is signed in.
  case signedIn
  /// Those who have one of the roles.
  case anyOf(Set<Role>)

  /// Whether somebody with these roles is let in.
  public func admits(_ actor: Actor?) -> Bool {
    switch self {
    case .anyone: true
    case .signedIn: actor != nil
    case .anyOf(let roles): actor.map { !$0.roles.isDisjoint(with: roles) } ?? false
    }
  }
}

internal import Access
internal import Demo
internal import Entrance

/// What the sign-in page of a demo shows.
enum DemoEntrance {
  static let card = (
    password: DemoSignIns.password,
    signIns: DemoSignIns.all.map {
      EntranceCapability.DemoSignIn(role: $0.role.japanese, login: $0.login, hint: $0.trial)
    }
  )
}

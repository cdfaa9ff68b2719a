import Access
import CivilTime
import Demo
import Store
import Testing

@Suite struct SignInTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let staff: Int
    var testDescription: String { "\(staff) staff" }
  }

  @Test(arguments: [Case(staff: 60), Case(staff: 400)])
  func everyNamedSignInWorksAndHasItsRole(_ given: Case) async throws {
    try await DemoDatabase.with(staff: given.staff) { database, _ in
      let passwords = try PasswordWorker(cost: .light)
      let clock = FixedClock(
        OfficeZone.instant(on: DemoDatabase.today, at: .midnight).adding(seconds: 36_000)
      )
      let signIn = SignIn(
        database: database,
        clock: clock,
        ids: RecordIDSource(clock: clock),
        passwords: passwords
      )
      let resolution = ActorResolution(database: database, clock: clock)
      var units: [Role: String] = [:]
      for offered in DemoSignIns.all {
        let secret = try await signIn.signIn(
          login: offered.login,
          password: offered.password,
          address: "127.0.0.1",
          replacing: nil
        )
        let actor = try #require(try await resolution.actor(session: secret), "\(offered.login)")
        units[offered.role] = actor.unitName
        #expect(actor.has(offered.role), "\(offered.login)")
        let isNobody = [Role.administrator, .terminal].contains(offered.role)
        #expect((actor.employee == nil) == isNobody, "\(offered.login)")
      }
      await passwords.close()
      #expect(Set(DemoSignIns.all.map(\.role)) == Set(Role.allCases))
      #expect(units[.staff] == units[.superior])
      #expect(units[.staff] == units[.timeKeeper])
      #expect(units[.manager] != units[.superior])
      #expect(units[.hr] == "秘書課")
    }
  }
}

import Access
import Testing

/// The sheet on which a month is claimed says that the month was closed, through the whole house.
@Suite struct ClosedMonthNotesTests {
  private static let sheet = "/working-time/months/2026-10/sheet"

  @Test func aClosedMonthIsToldToItsOwnerAlone() async throws {
    try await OpenHouse.with { house in
      let owner = try await house.signIn(.superior)
      let other = try await house.signIn(.staff)
      #expect(try await Self.told(house, owner) == Told(month: false, days: 0))
      try await Self.close(house, owner)
      #expect(try await Self.told(house, owner) == Told(month: true, days: 31))
      #expect(try await Self.told(house, other) == Told(month: false, days: 0), "somebody else's month")
      let page = try await house.client.send(owner.sign(.get(Self.sheet))).text
      #expect(page.contains("令和8年10月は令和8年11月23日") && page.contains("href=\"/closing/months/2026-10\""))

      let day = owner.form(
        "/working-time/days/2026-10-20/overtime",
        [("length", "2:30"), ("work", "国会対応"), ("_once", "a-late-claim-of-october")]
      )
      #expect(try await house.client.send(day).status == 303, "late truth is not refused")
      #expect(try await Self.told(house, owner) == Told(month: true, days: 31))
      let month = try await house.client.send(owner.sign(.get("/closing/months/2026-10"))).text
      #expect(month.contains("確定後の訂正") && month.contains("超過勤務 － → 2:30"))
    }
  }

  private struct Told: Hashable {
    /// Whether it says that the month was closed, and that what is claimed stands beside it.
    let month: Bool
    /// How many days are marked.
    let days: Int
  }

  private static func told(_ house: OpenHouse, _ visit: Visit) async throws -> Told {
    let page = try await house.client.send(visit.sign(.get(sheet)))
    #expect(page.status == 200)
    let isClosed = page.text.contains("に確定しました。") && page.text.contains("確定した内容は残り、確定後の訂正として並びます")
    return Told(month: isClosed, days: page.text.ranges(of: "<p>確定済み</p>").count)
  }

  /// Personnel approve the one month, the days of everybody else having passed.
  private static func close(_ house: OpenHouse, _ owner: Visit) async throws {
    let personnel = try await house.signIn(.hr)
    let person = try #require(owner.actor.employee)
    let unit = try #require(owner.actor.headedUnits.min())
    let path = "/closing/units/\(unit)/2026-10"
    let chosen = [(name: "act", value: "approve"), (name: "person", value: "\(person)")]
    let review = try await house.client.send(personnel.form("\(path)/review", chosen))
    let tick = try #require(review.text.split(separator: "value=\"\(person)-").dropFirst().first)
    let mark = tick.prefix { $0 != "\"" }
    let decided = try await house.client.send(
      personnel.form(
        "\(path)/decide",
        [("act", "approve"), ("warned", "\(person)-\(mark)"), ("_once", "approve-one-october")]
      )
    )
    #expect(decided.status == 303)
  }
}

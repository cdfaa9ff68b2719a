import Access
import CivilTime
import People
import Store
import TestSupport
import Testing

@testable import LimitWatch

@Suite("From when protections hold, and until when")
struct ProtectionSpanTests {
  private static let own = "/limits/own-protections"
  private static let list = "/limits/protections"

  private func ask(_ kind: String, _ from: String, _ to: String) -> [(String, String)] {
    [("kind", kind), ("from", from), ("to", to)]
  }

  private func newest(_ office: LimitOffice) async throws -> Int64 {
    try await office.number("SELECT MAX(id) FROM protection_request")
  }

  @Test(arguments: Engine.available)
  func thatCameLateReachBackToNothing(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      try await office.work(202, "2026-06-05", hours: 3)
      let (person, head) = (try await office.visit(202), try await office.visit(201))
      #expect(await person.post(Self.own, ask("exemption", "2026-06-01", "2026-08-31")).status == 303)
      let effect = "確認されると、請求が届いた日の翌日の令和8年6月11日（木）から適用されます"
      #expect(await person.get(Self.own).text.contains(effect))
      #expect(await head.get(Self.list).text.contains(effect))
      let path = "\(Self.list)/\(try await newest(office))"
      #expect(await head.post(path, [("act", "confirm"), ("seen", "0")]).status == 303)
      let page = await head.get(Self.list).text
      #expect(!page.contains("合わない勤務") && page.contains("R8.6.11〜R8.8.31") && page.contains("これから"))
      let own = await person.get(Self.own).text
      #expect(own.contains("（木）から適用されます。請求は開始日の前日まで（人事院規則10―11第9条・第10条）"))
      #expect(own.contains("これから") && !own.contains("適用中"))
      try await office.work(202, "2026-06-11", hours: 3)
      #expect(await head.get(Self.list).text.contains("合わない勤務"))
    }
  }

  @Test(arguments: Engine.available)
  func areEndedEarlierAndNeverLater(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      let (person, head) = (try await office.visit(202), try await office.visit(201))
      #expect(await person.post(Self.own, ask("exemption", "2026-06-11", "2026-08-31")).status == 303)
      let id = try await newest(office)
      #expect(await head.post("\(Self.list)/\(id)", [("act", "confirm"), ("seen", "0")]).status == 303)
      func end(_ date: String, seen: Int) async -> Visit.Answer {
        await person.post("\(Self.own)/\(id)/end", [("seen", "\(seen)"), ("end-\(id)", date)])
      }
      #expect(await end("2026-09-01", seen: 1).status == 409, "it would be longer than was asked")
      #expect(await end("2026-06-30", seen: 1).status == 303)
      // What follows is asked for anew, and an end that is moved would lie across it.
      #expect(await person.post(Self.own, ask("restriction", "2026-07-01", "2027-06-30")).status == 303)
      let later = await end("2026-08-31", seen: 2)
      #expect(later.status == 409 && later.text.contains("終わりを延ばすときは、改めて請求してください。"))
      #expect(await end("2026-06-20", seen: 2).status == 303)
      #expect(try await office.number("SELECT COUNT(*) FROM protection_step WHERE step = 'ended'") == 2)
    }
  }
}

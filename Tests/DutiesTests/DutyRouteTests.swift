import Access
import CivilTime
import Store
import TestSupport
import Testing

@testable import Duties

@Suite("The pages of duties over the wire")
struct DutyRouteTests {
  private func office(_ engine: Engine, _ body: (DutiesOffice) async throws -> Void) async throws {
    try await DutiesOffice.with(engine) { office in
      try await office.load(InboxTests.rules)
      try await office.sweep()
      try await body(office)
    }
  }

  @Test(arguments: Engine.available)
  func manyAreTickedConfirmedAndRecordedWithOneDate(engine: Engine) async throws {
    try await office(engine) { office in
      let head = try await office.visit(2)
      let inbox = await head.get("/duties")
      #expect(inbox.status == 200)
      let duties = try await office.duties(where: "d.measure = 'A' AND d.owner_unit = 11")
      let ticked = duties.map { ("duty", "\($0.id)") }
      #expect(duties.allSatisfy { inbox.text.contains("value=\"\($0.id)\"") })
      let confirm = await head.post("/duties/confirm", ticked)
      #expect(confirm.status == 200)
      #expect(confirm.text.contains("職員5 花子") && confirm.text.contains("職員6 花子"))
      let wrong = await head.post("/duties/fulfil", ticked + [("day", "2026/4/11")])
      #expect(wrong.status == 422)
      #expect(wrong.text.contains("まだ来ていない日は記録できません"))
      #expect(duties.allSatisfy { wrong.text.contains("value=\"\($0.id)\"") })
      let done = await head.post("/duties/fulfil", ticked + [("day", "令和8年4月9日")], once: "once-1234")
      let twice = await head.post("/duties/fulfil", ticked + [("day", "令和8年4月9日")], once: "once-1234")
      #expect(done.status == 303 && twice.status == 303)
      let other = await head.post("/duties/fulfil", ticked + [("day", "令和8年4月8日")], once: "once-1234")
      #expect(other.status == 409)
      let now = try await office.duties(where: "d.measure = 'A' AND d.owner_unit = 11")
      #expect(now.allSatisfy { if case .fulfilled(day("2026-04-09"), _) = $0.state { true } else { false } })
      #expect(try await office.count("journal_entry WHERE kind = 'duties.fulfilled'") == 1)
      let empty = await head.post("/duties/confirm")
      #expect(empty.status == 303 && empty.location == "/duties")
      let settled = await head.get("/duties", query: "state=settled&page=x")
      #expect(settled.text.contains("済み"))
    }
  }

  @Test(arguments: Engine.available)
  func theFileHoldsTheWholeListAndNothingOfOthers(engine: Engine) async throws {
    try await office(engine) { office in
      let head = try await office.visit(2)
      let own = try await office.duties(where: "d.owner_unit = 11 OR d.owner_employee = 2")
      func file(_ query: String) async -> [String] {
        let answer = await head.get("/duties/csv", query: query)
        #expect(answer.status == 200)
        return answer.text.split(separator: "\n").map(String.init)
      }
      let all = await file("state=open")
      #expect(all.map { String($0.prefix { $0 != ";" }) }.sorted() == own.map(\.mark).sorted())
      #expect(all.contains { $0.hasPrefix("A 2026-h1 e5;題A;することA;職員5 花子;") })
      #expect(await file("state=open&measure=B").allSatisfy { $0.hasPrefix("B ") })
      #expect(await file("state=settled") == [])
      #expect(try await office.count("journal_entry WHERE kind = 'duties.exported'") == 3)
      #expect(
        await head.get("/duties", query: "state=open&measure=B").text.contains(
          "/duties/csv?state=open&amp;measure=B"
        )
      )
    }
  }

  @Test(arguments: Engine.available)
  func whoMayNotKnowOfADutyIsToldThatThereIsNone(engine: Engine) async throws {
    try await office(engine) { office in
      let duty = try #require(try await office.duties(where: "d.about_employee = 5").first)
      let path = "/duties/\(duty.id)"
      let head = try await office.visit(2)
      #expect(await head.get(path).status == 200)
      #expect(try await office.visit(8, as: .secretariat).get(path).status == 200)
      #expect(try await office.visit(3, as: .hr).get(path).status == 200)
      for (person, role) in [(5, nil), (1, nil), (4, .committee), (7, .auditor), (9, .hr)] as [(Int64, Role?)]
      {
        let visitor = try await office.visit(person, as: role)
        let isHR = role == .hr
        #expect(await visitor.get(path).status == (isHR ? 200 : 404))
        let bulk = await visitor.post("/duties/fulfil", [("duty", "\(duty.id)"), ("day", "2026/4/9")])
        #expect(bulk.status == 404)
        let excuse = await visitor.post("\(path)/excuse", [("excuse-reason", "x")])
        #expect(excuse.status == (isHR ? 303 : 403))
        if isHR { #expect(try await office.duty(duty.id)?.state.isOpen == false) }
      }
      #expect(await head.get("/duties/999").status == 404)
      #expect(await head.get("/duties/abc").status == 404)
    }
  }

  @Test(arguments: Engine.available)
  func excusingReopeningAndHandingOverKeepWhatWasTyped(engine: Engine) async throws {
    try await office(engine) { office in
      let duty = try #require(try await office.duties(where: "d.about_employee = 5").first)
      let path = "/duties/\(duty.id)"
      let secretariat = try await office.visit(7, as: .secretariat)
      let none = await secretariat.post("\(path)/excuse", [("revision", "0")])
      #expect(none.status == 422 && none.text.contains("理由を入力してください"))
      let reason = [("excuse-reason", "長期の休業"), ("revision", "0")]
      #expect(await secretariat.post("\(path)/excuse", reason).status == 303)
      #expect(await secretariat.post("\(path)/excuse", reason).status == 409)
      let page = await secretariat.get(path)
      #expect(page.text.contains("免除しました（長期の休業）"))
      #expect(page.text.contains("職員7 花子"))
      let reopen = await secretariat.post("\(path)/reopen", [("reopen-reason", "誤り"), ("revision", "1")])
      #expect(reopen.status == 303)
      let head = try await office.visit(2)
      let choices = await head.get(path)
      #expect(choices.text.contains("value=\"head:12\"") && choices.text.contains("総務課の長"))
      #expect(!choices.text.contains("免除する"))
      let missing = await head.post("\(path)/hand-over", [("hand-over-reason", "分担のため")])
      #expect(missing.status == 422)
      #expect(missing.text.contains("分担のため") && missing.text.contains("引き継ぐ先を選んでください"))
      let handed = [("hand-over-reason", "分担のため"), ("to", "head:12"), ("revision", "2")]
      #expect(await head.post("\(path)/hand-over", handed).status == 303)
      #expect(try await office.duty(duty.id)?.owner == .head(.init(12)))
      #expect(await head.get(path).status == 404)
    }
  }

  @Test(arguments: Engine.available)
  func eachFormOfADutyHasItsOwnKeyWhichDoesOneThing(engine: Engine) async throws {
    try await office(engine) { office in
      let duty = try #require(try await office.duties(where: "d.about_employee = 5").first)
      let path = "/duties/\(duty.id)"
      let secretariat = try await office.visit(7, as: .secretariat)
      let keys = await secretariat.get(path).text.split(separator: "name=\"_once\" value=\"").dropFirst().map
      {
        String($0.prefix { $0 != "\"" })
      }
      #expect(keys.count == 2 && Set(keys).count == 2)
      let handOver = [("hand-over-reason", "分担"), ("to", "head:12")]
      for _ in 1...2 {
        #expect(await secretariat.post("\(path)/hand-over", handOver, once: keys[0]).status == 303)
      }
      let excuse = await secretariat.post("\(path)/excuse", [("excuse-reason", "休業")], once: keys[0])
      #expect(excuse.status == 409 && excuse.text.contains("今回の入力は保存していません"))
      #expect(try await office.duty(duty.id)?.state == .open)
    }
  }

  @Test(arguments: Engine.available)
  func aUnitIsShownToItsHeadThoseAboveAndThoseWhoWatch(engine: Engine) async throws {
    try await office(engine) { office in
      for (person, role, status) in [
        (2, nil, 200), (1, nil, 200), (5, .hr, 200), (6, .secretariat, 200), (3, nil, 404), (8, nil, 404),
        (7, nil, 403), (9, .committee, 403),
      ] as [(Int64, Role?, Int)] {
        let visitor = try await office.visit(person, as: role)
        #expect(
          await visitor.get("/duties/units/11").status == status,
          "\(person) \(String(describing: role))"
        )
      }
      #expect(try await office.visit(4).get("/duties/units/77").status == 404)
    }
  }
}

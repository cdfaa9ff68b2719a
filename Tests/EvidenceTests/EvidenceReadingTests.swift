import Access
import Attachments
import Duties
import People
import Site
import Store
import TestSupport
import Testing

@testable import Evidence

@Suite("Who reads and mends reports")
struct EvidenceReadingTests {
  @Test(arguments: Engine.available)
  func showWhatIsAboutAPersonOnlyToThoseWhoAnswerForIt(engine: Engine) async throws {
    try await EvidenceOffice.with(engine) { office in
      let person = try await office.visit(202)
      let duty = try await office.duty(of: .person(RecordID(202)))
      let answer = await person.post("/duties/\(duty)/report", Sample.fields, files: [Sample.file])
      let path = try #require(answer.header("location"))
      let id: Int64 = try #require(
        try await office.database.read { try $0.value("SELECT id FROM attachment ORDER BY id LIMIT 1") }
      )
      let readers: [(visit: Visit, status: Int)] = [
        (person, 200), (try await office.visit(201), 200), (try await office.visit(302, as: .hr), 200),
        (try await office.visit(203), 404), (try await office.visit(301), 404),
        (try await office.visit(101), 404),
        (try await office.visit(401, as: .hr, employer: 2), 404),
        (try await office.visit(204, as: .secretariat), 404),
        (try await office.visit(205, as: .committee), 404),
        (try await office.visit(206, as: .auditor), 404),
        (try await office.visit(nil, as: .administrator), 403),
      ]
      for reader in readers {
        #expect(await reader.visit.get(path).status == reader.status)
        #expect(await reader.visit.get("/attachments/\(id)").status == reader.status)
      }
      #expect(await person.get(path).text.contains("職員 202号"))
    }
  }

  @Test(arguments: Engine.available)
  func showWhatAUnitDidToAllStaffAndLetItsHeadAloneChangeIt(engine: Engine) async throws {
    try await EvidenceOffice.with(engine) { office in
      let head = try await office.visit(201)
      let path = try await Sample.report(office, by: head)
      for other: Int64 in [202, 301, 401] {
        let visit = try await office.visit(other)
        #expect(await visit.get(path).status == 200)
        #expect(await visit.get("\(path)/correct").status == 403)
        #expect(await visit.post("\(path)/correct", Sample.fields).status == 403)
        #expect(await visit.submit("\(path)/withdraw", [("reason", "誤り")]).status == 403)
      }
      #expect(await head.get("\(path)/correct").status == 200)
      #expect(try await office.count("evidence_withdrawal") == 0)
    }
  }

  @Test(arguments: Engine.available)
  func keepTheOldReportBesideItsCorrection(engine: Engine) async throws {
    try await EvidenceOffice.with(engine) { office in
      let head = try await office.visit(201)
      let path = try await Sample.report(office, by: head)
      let form = await head.get("\(path)/correct")
      #expect(form.text.contains("全員が18時に帰りました。") && form.text.contains("報告 1.pdf"))
      let file: Int64 = try #require(
        try await office.database.read { try $0.value("SELECT id FROM attachment ORDER BY id LIMIT 1") }
      )
      let changed = [("held-on", "2026/5/21"), ("text", "半分が帰りました。"), ("kept", "\(file)")]
      let answer = await head.post("\(path)/correct", changed)
      let new = try #require(answer.header("location"))
      #expect(new != path)
      let page = await head.get(new)
      #expect(page.text.contains("半分が帰りました。") && page.text.contains("/attachments/\(file)"))
      #expect(page.text.contains("href=\"\(path)\""))
      let old = await head.get(path)
      #expect(old.text.contains("全員が18時に帰りました。") && old.text.contains("href=\"\(new)\""))
      #expect(!old.text.contains("/correct"))
      #expect(await head.post("\(path)/correct", changed).status == 409)
      let without = await head.post("\(new)/correct", [("held-on", "2026/5/21"), ("text", "x")])
      #expect(await head.get(without.header("location") ?? "").text.contains("/attachments/") == false)
    }
  }

  @Test(arguments: Engine.available)
  func sentTwiceAreCorrectedOnceAndWithdrawnOnce(engine: Engine) async throws {
    try await EvidenceOffice.with(engine) { office in
      let head = try await office.visit(201)
      let path = try await Sample.report(office, by: head)
      var places: Set<String> = []
      for _ in 0..<2 {
        let answer = await head.post("\(path)/correct", Sample.fields, once: "once-correct")
        #expect(answer.status == 303)
        places.insert(answer.header("location") ?? "")
      }
      #expect(places.count == 1)
      #expect(try await office.count("evidence") == 2)
      let new = places.first ?? ""
      for _ in 0..<2 {
        let answer = await head.submit("\(new)/withdraw", [("reason", "誤り")], once: "once-withdraw")
        #expect(answer.status == 303)
      }
      #expect(try await office.count("evidence_withdrawal") == 1)
    }
  }

  @Test(arguments: Engine.available)
  func withdrawWithAReasonAndLeaveTheDutySettled(engine: Engine) async throws {
    try await EvidenceOffice.with(engine) { office in
      let head = try await office.visit(201)
      let duty = try await office.duty(of: .head(RecordID(2)))
      let path = (await head.post("/duties/\(duty)/report", Sample.fields)).header("location") ?? ""
      #expect(await head.submit("\(path)/withdraw", [("reason", " ")]).status == 422)
      #expect(await head.submit("\(path)/withdraw", [("reason", "別の取組でした")]).status == 303)
      let page = await head.get(path)
      #expect(page.text.contains("取り下げられました") && page.text.contains("別の取組でした"))
      #expect(await head.get("\(path)/withdraw").status == 409)
      #expect(try await office.tallies().isEmpty)
      #expect(try await office.duty(duty).state.isOpen == false)
    }
  }
}

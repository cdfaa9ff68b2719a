import Access
import Journal
import Site
import Store
import TestOffice
import TestSupport
import Testing

@testable import Committee

@Suite("Papers of a meeting")
struct PaperTests {
  private static let pdf = Array("%PDF-1.7\n%%EOF\n".utf8)

  private static func file(_ name: String = "資料 1.pdf", _ bytes: [UInt8] = pdf) -> UploadedFile {
    UploadedFile(field: "papers", name: name, bytes: bytes)
  }

  /// A meeting to come with two items: its path, and the number of each item.
  private func meeting(_ world: PlannedOffice, _ visit: Visit) async throws -> (path: String, items: [String])
  {
    let fields = [("title", "第2回"), ("day", "2026-12-01"), ("place", "会議室")]
    let answer = await visit.post("/plan/committee", fields)
    let path = String(try #require(answer.header("location")).prefix { $0 != "?" })
    for own in ["一つ目", "二つ目"] {
      #expect(await visit.post(path + "/agenda", [("own", own)]).status == 303)
    }
    let items = try await world.database.read { connection in
      try connection.rows("SELECT id FROM agenda_item ORDER BY position").map { row in
        "\(try row.value(0, as: Int64.self))"
      }
    }
    return (path, items)
  }

  private func paper(_ world: PlannedOffice) async throws -> String {
    let id: Int64? = try await world.database.read { try $0.value("SELECT MAX(id) FROM attachment") }
    return "\(try #require(id))"
  }

  @Test(arguments: Engine.available)
  func areReadByTheCommitteeAndNobodyElse(_ engine: Engine) async throws {
    try await CommitteeWorld.with(engine) { world in
      let visit = try await world.visit(201, as: .secretariat)
      let (path, items) = try await meeting(world, visit)
      let added = await visit.upload(path + "/papers", [Self.file()], [("paper-item", items[1])])
      #expect(added.status == 303)
      let paper = try await "\(path)/papers/\(paper(world))"
      let member = try await world.visit(nil, as: .committee)
      for reader in [visit, member] {
        let file = await reader.get(paper)
        #expect(file.status == 200 && file.body == Self.pdf)
        #expect(file.header("content-disposition")?.hasPrefix("attachment") == true)
        let page = await reader.get(path).text
        #expect(page.contains("資料2-1") && page.contains("資料 1.pdf") && page.contains("href=\"\(paper)\""))
        let list = await reader.get(path + "/papers").text
        #expect(list.contains("1. 一つ目") && list.contains("資料はありません") && list.contains("資料2-1"))
      }
      let others: [(Int64, Role?)] = [(401, nil), (402, .hr), (403, .auditor), (404, .executive)]
      for (person, role) in others {
        let other = try await world.visit(person, as: role)
        #expect(await other.get(paper).status == 403)
        #expect(await other.get(path + "/papers").status == 403)
      }
      #expect(await member.upload(path + "/papers", [Self.file()], [("paper-item", items[0])]).status == 403)
      // A paper is found under its own meeting alone.
      let (second, _) = try await meeting(world, visit)
      let number = paper.split(separator: "/").last ?? ""
      #expect(await visit.get("\(second)/papers/\(number)").status == 404)
    }
  }

  @Test(arguments: Engine.available)
  func leaveAMeetingThatWasHeldOnlyWithAReasonThatStays(_ engine: Engine) async throws {
    try await CommitteeWorld.with(engine) { world in
      let visit = try await world.visit(201, as: .secretariat)
      let (path, items) = try await meeting(world, visit)
      _ = await visit.upload(path + "/papers", [Self.file("前.pdf")], [("paper-item", items[0])])
      let first = try await paper(world)
      #expect(await visit.post(path + "/agenda", [("remove", items[0])]).status == 409)
      #expect(await visit.post(path + "/papers", [("remove", first)]).status == 303)
      #expect(await visit.get("\(path)/papers/\(first)").status == 404)
      #expect(await visit.post(path + "/agenda", [("remove", items[0])]).status == 303)
      #expect(await visit.post(path + "/held").status == 303)
      // What was handed out at the meeting is added after it.
      let late = await visit.upload(path + "/papers", [Self.file("席上.pdf")], [("paper-item", items[1])])
      #expect(late.status == 303)
      let second = try await paper(world)
      let bare = await visit.post(path + "/papers", [("remove", second), ("remove-reason", " ")])
      #expect(bare.status == 422 && bare.text.contains("外す理由"))
      let file = "\(path)/papers/\(second)"
      #expect(await visit.get(file).status == 200)
      let reasoned = [("remove", second), ("remove-reason", "別の会議の資料")]
      #expect(await visit.post(path + "/papers", reasoned).status == 303)
      #expect(await visit.get(file).status == 404)
      #expect(await visit.post(path + "/papers", reasoned).status == 404)
      let page = await visit.get(path).text
      #expect(page.contains("席上.pdf") && page.contains("別の会議の資料") && !page.contains("href=\"\(file)\""))
      await #expect(throws: StoreError.appendOnly("paper_removal")) {
        _ = try await world.database.write { try $0.execute("DELETE FROM paper_removal") }
      }
      let entries = try await world.database.read {
        try JournalRecords.latest(before: nil, limit: 50, on: $0)
      }
      #expect(entries.count { $0.kind.name == "committee.papers-added" } == 2)
      #expect(entries.count { $0.kind.name == "committee.paper-removed" } == 2)
      #expect(!entries.contains { $0.payload.text.contains("pdf") || $0.payload.text.contains("別の") })
    }
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let files: [UploadedFile]
    let hasItem: Bool
    let told: String
    let testDescription: String
  }

  static let faults = [
    Fault(files: [], hasItem: true, told: "資料のファイルを選んでください", testDescription: "no file"),
    Fault(files: [file()], hasItem: false, told: "議題を選んでください", testDescription: "no item"),
    Fault(
      files: [file("偽.pdf", Array("<html>".utf8))],
      hasItem: true,
      told: "「偽.pdf」は添付できません",
      testDescription: "a file that lies about its type"
    ),
  ]

  @Test(arguments: faults)
  func areRefusedWithAReason(_ fault: Fault) async throws {
    try await CommitteeWorld.with(.sqlite) { world in
      let visit = try await world.visit(201, as: .secretariat)
      let (path, items) = try await meeting(world, visit)
      let fields = fault.hasItem ? [("paper-item", items[0])] : []
      let answer = await visit.upload(path + "/papers", fault.files, fields)
      #expect(answer.status == 422 && answer.text.contains(fault.told))
      let kept: Int? = try await world.database.read { try $0.value("SELECT COUNT(*) FROM attachment") }
      #expect(kept == 0)
    }
  }

  @Test func areKeptOnceHoweverOftenTheFormIsSent() async throws {
    try await CommitteeWorld.with(.sqlite) { world in
      let visit = try await world.visit(201, as: .secretariat)
      let (path, items) = try await meeting(world, visit)
      for _ in 1...2 {
        let fields = [("paper-item", items[0]), ("_once", "paper-once-1")]
        #expect(await visit.upload(path + "/papers", [Self.file()], fields).status == 303)
      }
      let kept: Int? = try await world.database.read { try $0.value("SELECT COUNT(*) FROM agenda_paper") }
      #expect(kept == 1)
    }
  }

  /// A key of one form does nothing silently when another form, or the same with something else, is sent with it.
  @Test(arguments: Engine.available)
  func areNeverLostUnderAKeyThatDidSomethingElse(_ engine: Engine) async throws {
    try await CommitteeWorld.with(engine) { world in
      let visit = try await world.visit(201, as: .secretariat)
      let (path, items) = try await meeting(world, visit)
      let keys = await visit.get(path).text.split(separator: "name=\"_once\" value=\"").dropFirst().map {
        rest in
        String(rest.prefix { $0 != "\"" })
      }
      #expect(keys.count == 3 && Set(keys).count == 3)
      let decision = [("item", items[0]), ("decision", "決めた")]
      #expect(await visit.post(path + "/decisions", decision, once: keys[0]).status == 303)
      func upload(_ file: UploadedFile, _ key: String) async -> Visit.Answer {
        await visit.upload(path + "/papers", [file], [("paper-item", items[0]), ("_once", key)])
      }
      let refused = await upload(Self.file(), keys[0])
      #expect(refused.status == 409 && refused.text.contains("今回の入力は保存していません"))
      #expect(await upload(Self.file(), keys[1]).status == 303)
      #expect(await upload(Self.file("別.pdf"), keys[1]).status == 409)
      #expect(await upload(Self.file("資料 1.pdf", Self.pdf + [0x0A]), keys[1]).status == 409)
      #expect(await upload(Self.file("別.pdf"), keys[2]).status == 303)
      let changed = [("item", items[0]), ("decision", "改めた")]
      #expect(await visit.post(path + "/decisions", changed, once: keys[0]).status == 409)
      let kept: Int? = try await world.database.read { try $0.value("SELECT COUNT(*) FROM agenda_paper") }
      #expect(kept == 2)
    }
  }

  @Test func ofAMeetingOfAnotherPlanAreNotRead() async throws {
    try await CommitteeWorld.with(.sqlite) { world in
      let visit = try await world.visit(201, as: .secretariat)
      let (path, items) = try await meeting(world, visit)
      _ = await visit.upload(path + "/papers", [Self.file()], [("paper-item", items[0])])
      let file = try await "\(path)/papers/\(paper(world))"
      #expect(await visit.get(file).status == 200)
      _ = try await world.database.write { try $0.execute("UPDATE meeting SET plan_code = 'other'") }
      #expect(await visit.get(path).status == 404)
      #expect(await visit.get(file).status == 404)
    }
  }
}

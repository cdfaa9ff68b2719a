import Access
import CivilTime
import People
import Store
import TestSupport
import Testing
import WorkingTime

@testable import LimitWatch

@Suite("Register of designations")
struct DesignationTests {
  private static let path = "/limits/designations"

  private func entry(_ unit: Int64, part: String? = nil, from: String = "2026-04-01") -> [(String, String)] {
    [
      ("unit", "\(unit)"), ("extent", part == nil ? "unit" : "part"), ("part", part ?? ""), ("from", from),
      ("to", ""), ("reason", "国会対応が多い"), ("known", ""),
    ]
  }

  private func isExternal(_ unit: Int64, _ date: String, _ office: LimitOffice) async throws -> Bool {
    try await office.database.read { connection in
      try DesignationRecords.isExternal(RecordID(unit), on: day(date), connection: connection)
    }
  }

  @Test(arguments: Engine.available)
  func countFromTheirFirstDayUntilTheyAreEnded(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      let hr = try await office.visit(102, as: .hr)
      #expect(await hr.post(Self.path, entry(2), once: "designation-1").status == 303)
      #expect(await hr.post(Self.path, entry(2), once: "designation-1").status == 303)
      #expect(await hr.post(Self.path, entry(3), once: "designation-1").status == 409)
      #expect(
        await hr.post(Self.path, entry(2)).status == 409,
        "what stands is corrected, not recorded again"
      )
      #expect(try await office.number("SELECT COUNT(*) FROM external_designation") == 1)
      #expect(try await isExternal(2, "2026-05-01", office))
      let list = await hr.get(Self.path).text
      #expect(list.contains("いま指定されているのは1件です") && list.contains("記録されていない指定が1件"))

      let id = try await office.number("SELECT id FROM designation_entry")
      let end = [
        ("seen", "\(id)"), ("to", "2026-04-30"), ("reason", "国会対応が多い"), ("known", "2026-04-02"),
        ("why", "再編"),
      ]
      #expect(await hr.post("\(Self.path)/\(id)", end.dropLast() + [("why", "")]).status == 422)
      #expect(await hr.post("\(Self.path)/\(id)", end).status == 303)
      #expect(await hr.post("\(Self.path)/\(id)", end).status == 409, "the form showed an older row")
      #expect(try await !isExternal(2, "2026-05-01", office))
      #expect(try await isExternal(2, "2026-04-30", office))
      #expect(try await office.number("SELECT COUNT(*) FROM designation_entry") == 2)
      let sheet = await hr.get("\(Self.path)/\(id)").text
      #expect(sheet.contains("再編") && sheet.contains("終わりの定めなし") && sheet.contains("終了の指定です"))
    }
  }

  @Test(arguments: Engine.available, [nil, "法規担当"])
  func thatWereWrongAreWithdrawnAndBothStayVisible(_ engine: Engine, _ part: String?) async throws {
    try await LimitOffice.with(engine) { office in
      try await office.work(202, "2026-05-12", hours: 50)
      let hr = try await office.visit(102, as: .hr)
      func exceeds() async -> Bool {
        await hr.get("/limits/special-work", "month=2026-05").text.contains("50時間で、上限の45時間を超えています")
      }
      #expect(await exceeds())
      #expect(await hr.post(Self.path, entry(2, part: part)).status == 303)
      #expect(await exceeds() == (part != nil))
      let id = try await office.number("SELECT id FROM designation_entry")
      let withdrawal = [
        ("seen", "\(id)"), ("to", ""), ("reason", "国会対応が多い"), ("known", ""), ("why", "別の課だった"),
        ("withdrawn", "1"),
      ]
      #expect(await hr.post("\(Self.path)/\(id)", withdrawal, once: "withdrawal").status == 303)
      #expect(await hr.post("\(Self.path)/\(id)", withdrawal, once: "withdrawal").status == 303)
      #expect(await hr.post("\(Self.path)/\(id)", withdrawal).status == 409)
      #expect(try await office.number("SELECT COUNT(*) FROM designation_entry") == 2)
      #expect(try await !isExternal(2, "2026-05-01", office))
      #expect(await exceeds(), "the month is read anew")
      let list = await hr.get(Self.path).text
      #expect(list.contains("いま指定されているのは0件です") && list.contains("取消し"))
      let sheet = await hr.get("\(Self.path)/\(id)").text
      #expect(sheet.contains("取り消された指定です") && sheet.contains("取消し：別の課だった") && sheet.contains("記録："))
      #expect(await hr.post(Self.path, entry(2, part: part)).status == 303, "it may be designated again")
      #expect(try await isExternal(2, "2026-05-01", office) == (part == nil))
    }
  }

  @Test(arguments: Engine.available)
  func ofAPartDoNotLoosenTheVerdicts(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      let hr = try await office.visit(102, as: .hr)
      #expect(await hr.post(Self.path, entry(2, part: "")).status == 422)
      #expect(await hr.post(Self.path, entry(2, part: "法規担当")).status == 303)
      #expect(try await !isExternal(2, "2026-05-01", office))
      #expect(await hr.get(Self.path).text.contains("一部（法規担当）"))
      #expect(await hr.post(Self.path, entry(2)).status == 303)
      #expect(try await isExternal(2, "2026-05-01", office))
      #expect(await hr.get(Self.path).text.contains("いま指定されているのは2件です"))
    }
  }

  @Test(arguments: Engine.available)
  func areKnownToThoseWhomTheyConcernAlone(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      let hr = try await office.visit(102, as: .hr)
      #expect(await hr.post(Self.path, entry(1)).status == 303)
      let id = try await office.number("SELECT id FROM designation_entry")
      for (person, isTold) in [(Int64(203), true), (103, true), (303, false), (403, false)] {
        let visit = try await office.visit(person)
        let list = await visit.get(Self.path).text
        #expect(list.contains("指定されているのは\(isTold ? 1 : 0)件") && list.contains("国会対応") == isTold, "\(person)")
        #expect(await visit.get("\(Self.path)/\(id)").status == (isTold ? 200 : 404), "\(person)")
        #expect(await visit.post(Self.path, entry(2)).status == 403)
      }
      let other = try await office.visit(402, as: .hr, employer: 2)
      #expect(await other.post(Self.path, entry(2)).status == 422, "units of others are not offered")
      let end = [("seen", "\(id)"), ("to", ""), ("reason", "x"), ("known", ""), ("why", "x")]
      #expect(await other.post("\(Self.path)/\(id)", end).status == 404)
      #expect(try await office.number("SELECT COUNT(*) FROM designation_entry") == 1)
    }
  }

  @Test(arguments: Engine.available)
  func ofTwoWhoChangeOneAtOnceOneIsTold(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      let visits = [try await office.visit(102, as: .hr), try await office.visit(103, as: .hr)]
      #expect(await visits[0].post(Self.path, entry(2)).status == 303)
      let id = try await office.number("SELECT id FROM designation_entry")
      let answers = await withTaskGroup(of: Int.self) { group in
        for (number, visit) in visits.enumerated() {
          let fields = [
            ("seen", "\(id)"), ("to", "2026-0\(number + 7)-01"), ("reason", "理由"), ("known", ""),
            ("why", "訂正"),
          ]
          group.addTask { await visit.post("\(Self.path)/\(id)", fields).status }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers.sorted() == [303, 409])
      #expect(try await office.number("SELECT COUNT(*) FROM designation_entry") == 2)
    }
  }

  @Test(arguments: Engine.available)
  func fromAFileStandInTheRegisterToo(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      try await office.database.write { connection in
        let row = DesignationRow(unit: RecordID(3), from: day("2025-04-01"), to: nil, reason: "統計の公表")
        try WorkingTimeBulk.insertDesignations([row], ids: office.ids, on: connection)
      }
      let hr = try await office.visit(102, as: .hr)
      #expect(await hr.get(Self.path).text.contains("統計の公表"))
      #expect(await hr.get(Self.path, "text=%E7%A7%98%E6%9B%B8").text.contains("統計の公表") == false)
      #expect(await hr.get("\(Self.path)/csv").text.contains("\"2025-04-01\",\"\",\"指定中\",\"統計の公表\""))
      let id = try await office.number("SELECT id FROM external_designation")
      let known = [
        ("seen", "\(id)"), ("to", ""), ("reason", "統計の公表"), ("known", "2025-04-03"), ("why", "周知を記録"),
      ]
      #expect(await hr.post("\(Self.path)/\(id)", known).status == 303)
      #expect(await hr.get("\(Self.path)/csv").text.contains("\"2025-04-03\""))
    }
  }
}

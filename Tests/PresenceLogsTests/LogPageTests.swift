import Access
import CivilTime
import Foundation
@testable import PresenceLogs
import Store
import TestSupport
import Testing

@Suite struct LogPageTests {
  private static let mapping = [
    ("name", "log-tool"), ("title", "ログ管理"), ("person", "name"), ("person-column", "user、利用者"),
    ("order", "oldest-first"),
    ("shape", "events"), ("from-column", "day"), ("from-time-column", "clock"), ("kind-column", "what"),
    ("on", "IN"),
    ("off", "OUT、BYE"),
  ]

  @Test(arguments: Engine.available)
  func aMappingIsDataThatTheNextImportUses(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      let hr = try await office.visit(101, as: .hr, of: 1)
      #expect(await hr.post("/presence/logs/mappings", Self.mapping).status == 303)
      #expect(await hr.upload("/presence/logs/names", "名前,職員番号,開始日\r\nPC-7,201,2026-04-01").status == 303)
      let report = try await office.importLog(
        "what,clock,day,利用者\nin,9:00,2026-11-10,pc-7\nbye,1900,2026-11-10,PC-7\n",
        "log-tool"
      )
      #expect(report.faults.isEmpty)
      #expect(try await office.strips() == ["201 2026-11-10 : 9:0 on, 19:0 off [0]"])
      let page = await hr.get("/presence/logs").text
      #expect(page.contains("ログ管理"))
      #expect(page.contains("いま1個の名前が登録されています"))
      #expect(page.contains("完了"))
    }
  }

  @Test(arguments: Engine.available)
  func aMappingThatCannotWorkIsToldAndKept(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      let keeper = try await office.visit(nil, as: .administrator)
      let changed = { (name: String, value: String) in Self.mapping.map { $0.0 == name ? (name, value) : $0 }
      }
      for (name, value) in [
        ("name", "pc-events"), ("name", "A b"), ("on", ""), ("from-column", " "), ("shape", "x"),
      ] {
        let answer = await keeper.post("/presence/logs/mappings", changed(name, value))
        #expect(answer.status == 422, "\(name) \(value)")
        #expect(answer.text.contains("ログ管理"))
      }
      #expect(await keeper.post("/presence/logs/mappings", changed("shape", "spans")).status == 422, "no end")
      #expect(try await office.count("log_mapping") == 0)
      #expect(await keeper.upload("/presence/logs/names", "名前,職員番号,開始日\nPC-7,201,2026-04-01").status == 403)
    }
  }

  @Test(arguments: Engine.available)
  func namesOfOthersOrWithFaultsAreRefusedWhole(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      let hr = try await office.visit(101, as: .hr, of: 1)
      let files = [
        "名前,職員番号,開始日\nPC-7,201,2026-04-01\nPC-8,401,2026-04-01\n", "名前,職員番号,開始日\nPC-7,201,いつか\n",
        "名前,職員番号,開始日\n,201,2026-04-01\n", "名前,職員番号\nPC-7,201\n", "名前,職員番号,開始日\n",
      ]
      for file in files { #expect(await hr.upload("/presence/logs/names", file).status == 422, "\(file)") }
      #expect(try await office.count("log_name") == 0)
    }
  }

  @Test(arguments: Engine.available)
  func anotherEmployersNameIsNotGivenAway(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      let other = try await office.visit(401, as: .hr, of: 2)
      let hr = try await office.visit(101, as: .hr, of: 1)
      let head = "名前,職員番号,開始日\n"
      #expect(await other.upload("/presence/logs/names", head + "yamada,402,2026-04-01\n").status == 303)
      let login = try await office.database.read {
        try $0.value("SELECT login FROM account WHERE employee = 401", as: String.self) ?? ""
      }
      for line in ["Yamada,201,2026-04-01", "yamada,,2026-04-01", "\(login),201,2026-04-01"] {
        let answer = await hr.upload("/presence/logs/names", head + line)
        #expect(answer.status == 422 && answer.text.contains("別の特定事業主の職員の名前です"), "\(line)")
      }
      #expect(await hr.upload("/presence/logs/names", head + "SOUMU\\yamada,201,2026-04-01\n").status == 303)
      #expect(await other.upload("/presence/logs/names", head + "yamada,,2026-10-01\n").status == 303)
    }
  }

  @Test(arguments: Engine.available)
  func faultsOfAnImportAreAFile(_ engine: Engine) async throws {
    try await PresenceOffice.with(engine) { office in
      try await office.importLog("職員番号,日時,種別,端末名\n999,2026-11-10 9:00,logon,PC-9\n")
      let keeper = try await office.visit(nil, as: .administrator)
      let page = await keeper.get("/presence/logs").text
      let start = try #require(page.range(of: "/presence/logs/"))
      let link = try #require(page[start.lowerBound...].split(separator: "\"").first.map(String.init))
      let file = await keeper.get(link).text
      #expect(file.contains("\"2\",\"職員番号\",\"この番号又は名前の職員は登録されていません。\""))
      #expect(await keeper.get("/presence/logs/1/faults").status == 404)
    }
  }
}

import CivilTime
import Foundation
import Store
import TestSupport
import Testing
import WorkingTimeRules

@testable import OvertimeOrders
@testable import WorkingTime

/// The month of a carer's restriction is counted with what is ordered or waits already (人事院規則10―11 第10条).
@Suite struct RestrictionVisits {
  private static let beyond = "超過勤務は1か月24時間までしか命じられません"

  private static func with(_ engine: Engine, _ body: (OrdersOffice) async throws -> Void) async throws {
    let protections = ProtectionQuestion { _, _, _ in
      [RecordID(202): [Protection(.restriction, during: day("2026-11-01")...day("2027-03-31"))]]
    }
    try await OrdersOffice.with(engine, protections: protections, body)
  }

  private static func entry(_ date: String, _ length: String) -> [(String, String)] {
    [("date", date), ("length", length), ("work", "答弁"), ("reason", "通告")]
  }

  @Test(arguments: Engine.available)
  func requestsThatAreTooMuchTogetherBearAWarningEach(_ engine: Engine) async throws {
    try await Self.with(engine) { office in
      let (owner, head) = (try await office.visit(202), try await office.visit(201))
      for (place, date) in ["2026/11/25", "2026/11/26"].enumerated() {
        let fields = Self.entry(date, "10:00") + [("checked", "yes")]
        #expect(await owner.post("/overtime/requests", fields, once: "send-once-\(place)").status == 303)
      }
      #expect(!(await head.get("/overtime/approvals").text.contains(Self.beyond)), "20 hours")
      let preview = await owner.post("/overtime/requests", Self.entry("2026/11/27", "10:00")).text
      #expect(preview.contains("超過勤務の制限を超える見込み"))
      let fields = Self.entry("2026/11/27", "10:00") + [("checked", "yes")]
      #expect(await owner.post("/overtime/requests", fields, once: "send-once-3").status == 303)
      let all = await head.post("/overtime/approvals/check", [("all", "waiting")])
      #expect(all.status == 422, "none is without a warning")
      #expect(await head.get("/overtime/approvals").text.components(separatedBy: Self.beyond).count == 4)
    }
  }

  @Test(arguments: Engine.available)
  func twoRequestsForOneDayAreCountedTogether(_ engine: Engine) async throws {
    try await Self.with(engine) { office in
      let owner = try await office.visit(202)
      let fields = Self.entry("2026/11/28", "14:00") + [("checked", "yes")]
      #expect(await owner.post("/overtime/requests", fields, once: "send-once-1").status == 303)
      let within = await owner.post("/overtime/requests", Self.entry("2026/11/28", "10:00")).text
      #expect(!within.contains("超過勤務の制限を超える見込み"))
      let beyond = await owner.post("/overtime/requests", Self.entry("2026/11/28", "10:01")).text
      #expect(beyond.contains("超過勤務の制限を超える見込み"))
    }
  }
}

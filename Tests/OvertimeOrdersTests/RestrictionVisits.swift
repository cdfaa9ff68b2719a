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

  private static func claim(_ office: OrdersOffice, _ claims: [(date: String, hours: Int)]) async throws {
    try await office.database.write { connection in
      for one in claims {
        let claim = OvertimeDeclaration(
          id: office.ids.next(),
          date: day(one.date),
          amount: .length(Minutes(hours: one.hours)),
          isSpecial: false,
          reason: "業務",
          recordedAt: office.clock.now()
        )
        try OvertimeRecords.insert(claim, of: RecordID(202), on: connection)
      }
    }
  }

  @Test(arguments: Engine.available)
  func aRequestInPlaceOfAnotherForTheSameTimesIsCountedOnce(_ engine: Engine) async throws {
    try await Self.with(engine) { office in
      try await Self.claim(office, [("2026-11-05", 18)])
      let owner = try await office.visit(202)
      func times(_ end: String) -> [(String, String)] {
        [("date", "2026/11/27"), ("from1", "18:15"), ("to1", end), ("work", "答弁"), ("reason", "通告")]
      }
      let sent = times("21:15") + [("checked", "yes")]
      #expect(await owner.post("/overtime/requests", sent, once: "send-once-1").status == 303)
      let longer = await owner.post("/overtime/requests", times("22:15")).text
      #expect(longer.contains("まだ") || longer.contains("確認"))
      #expect(!longer.contains("超過勤務の制限を超える見込み"), "22 hours")
      let beyond = await owner.post("/overtime/requests", times("24:30")).text
      #expect(beyond.contains("超過勤務の制限を超える見込み"), "24 hours and a quarter")
    }
  }

  @Test(arguments: Engine.available)
  func theYearOfARestrictionCountsWhatIsPlannedInOtherMonths(_ engine: Engine) async throws {
    let protections = ProtectionQuestion { _, _, _ in
      [RecordID(202): [Protection(.restriction, during: day("2026-04-01")...day("2027-03-31"))]]
    }
    try await OrdersOffice.with(engine, protections: protections) { office in
      try await Self.claim(office, (4...9).map { ("2026-0\($0)-07", 24) } + [("2026-11-05", 1)])
      let (owner, head) = (try await office.visit(202), try await office.visit(201))
      for (place, (date, length)) in [("2026/12/10", "5:00"), ("2026/11/25", "2:00")].enumerated() {
        let fields = Self.entry(date, length) + [("checked", "yes")]
        #expect(await owner.post("/overtime/requests", fields, once: "send-once-\(place)").status == 303)
      }
      let asked = try await RequestVisits.request(office)
      #expect(asked.date == day("2026-11-25"))
      let words = "超過勤務は1年150時間までしか命じられません"
      #expect(await head.get("/overtime/requests/\(asked.id)").text.contains(words), "152 hours")
      #expect(await head.get("/overtime/approvals").text.contains(words))
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

import CivilTime
import Store
import TestSupport
import Testing
import WorkingTimeRules

@testable import OvertimeOrders
@testable import WorkingTime

/// Deciding several things at once, through HTTP.
@Suite struct TogetherVisits {
  private func keys(_ office: OrdersOffice) async throws -> [String] {
    let all = try await office.database.read { connection in
      try RequestRecords.requests(
        of: OrdersOffice.people.map { RecordID($0) },
        in: day("2026-11-01")...day("2026-12-31"),
        on: connection
      )
    }
    return all.map { "r\($0.id)" }
  }

  private func send(
    _ office: OrdersOffice,
    _ person: Int64,
    _ length: String,
    special: Bool = false
  ) async throws {
    let entry = RequestVisits.entry.filter { $0.0 != "from1" && $0.0 != "to1" }
    let extra = [("length", length), ("checked", "yes")] + (special ? [("special", "yes")] : [])
    office.clock.advance(milliseconds: 1000)
    let visit = try await office.visit(person)
    #expect(await visit.post("/overtime/requests", entry + extra).status == 303)
  }

  @Test(arguments: Engine.available)
  func whatBearsAWarningNeedsATickOfItsOwn(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      try await send(office, 202, "2:00")
      try await send(office, 204, "2:00", special: true)
      try await send(office, 502, "12:00")
      try await office.claim(
        .overtime(length: Minutes(hours: 40), isSpecial: false, reason: "予算"),
        on: "2026-11-05",
        by: 502
      )
      let head = try await office.visit(201)
      let keys = try await keys(office)
      let items = keys.map { ("item", $0) }
      let check = await head.post("/overtime/approvals/check", items)
      #expect(check.status == 200)
      for word in ["まとめて決定する1件", "注意のある2件", "特例業務", "1か月の上限を超える見込み"] {
        #expect(check.text.contains(word), "\(word)")
      }
      let all = await head.post("/overtime/approvals/check", [("all", "waiting")])
      #expect(all.text.contains("まとめて決定する1件") && !all.text.contains("注意のある"))
      #expect(try await office.count("overtime_decision") == 0)
      #expect(await head.post("/overtime/approvals", items, once: "together").status == 303)
      #expect(try await office.count("overtime_decision") == 1)
      #expect(
        await head.post("/overtime/approvals", items + [("aware", keys[1])], once: "together1").status == 303
      )
      #expect(try await office.count("overtime_decision") == 1, "a tick without the warnings that it is for")
      let special = items + check.ticks("aware").filter { $0.1.hasPrefix(keys[1]) }
      #expect(await head.post("/overtime/approvals", special, once: "together2").status == 303)
      #expect(
        await head.post("/overtime/approvals", special, once: "together2").status == 303,
        "the same again"
      )
      #expect(try await office.count("overtime_decision") == 2)
      #expect(await head.post("/overtime/approvals", items, once: "together2").status == 409, "another act")
      let left = await head.get("/overtime/approvals").text
      #expect(left.contains("職員 502号") && !left.contains("職員 202号"))
    }
  }

  @Test(arguments: Engine.available)
  func aTickHoldsForTheWarningsThatWereShown(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      try await send(office, 204, "2:00", special: true)
      let head = try await office.visit(201)
      let items = try await keys(office).map { ("item", $0) }
      let seen = await head.post("/overtime/approvals/check", items).ticks("aware")
      #expect(seen.count == 1)
      try await office.claim(
        .overtime(length: Minutes(hours: 99), isSpecial: false, reason: "予算"),
        on: "2026-11-05",
        by: 204
      )
      #expect(await head.post("/overtime/approvals", items + seen, once: "together").status == 303)
      #expect(try await office.count("overtime_decision") == 0, "of the new limit nothing was shown")
      let anew = await head.post("/overtime/approvals/check", items).ticks("aware")
      #expect(await head.post("/overtime/approvals", items + anew, once: "together2").status == 303)
      #expect(try await office.count("overtime_decision") == 1)
    }
  }

  @Test(arguments: Engine.available)
  func nobodyDecidesWhatIsNotTheirs(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      try await send(office, 202, "2:00")
      let items = try await keys(office).map { ("item", $0) }
      for stranger in [301, 401] as [Int64] {
        let visit = try await office.visit(stranger)
        #expect(await visit.post("/overtime/approvals/check", items).status == 422)
        #expect(await visit.post("/overtime/approvals", items).status == 303)
      }
      #expect(try await office.count("overtime_decision") == 0)
    }
  }

  @Test(arguments: Engine.available)
  func claimsAreConfirmedTogetherAndLateOnesAreThere(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      try await office.claim(.overtime(length: Minutes(60), isSpecial: false, reason: "答弁"), on: "2026-11-18")
      let late = try await office.claim(
        .overtime(length: Minutes(90), isSpecial: false, reason: "遅れた申告"),
        on: "2026-06-03"
      )
      let newer = try await office.claims(of: 202, on: "2026-11-18")
      let head = try await office.visit(201)
      #expect(await head.get("/overtime/approvals").text.contains("遅れた申告"))
      let items = [late, try #require(newer.last).id].map { ("item", "c\($0)") }
      #expect(await head.post("/overtime/approvals", items, once: "together").status == 303)
      #expect(try await office.count("claim_confirmation") == 2)
      #expect(await head.get("/overtime/approvals").text.contains("未処理のものはありません"))
    }
  }

  @Test(arguments: Engine.available)
  func whatCameByAFileWaitsForNobody(_ engine: Engine) async throws {
    try await OrdersOffice.with(engine) { office in
      let imported = OvertimeDeclaration(
        id: office.ids.next(),
        date: day("2026-11-18"),
        amount: .length(Minutes(60)),
        isSpecial: false,
        reason: "移行",
        recordedAt: office.clock.now()
      )
      try await office.database.write { connection in
        try OvertimeRecords.insert(imported, of: RecordID(202), on: connection)
      }
      let head = try await office.visit(201)
      #expect(await head.get("/overtime/approvals").text.contains("未処理のものはありません"))
      #expect(await head.get("/overtime/people/202/days/2026-11-18").text.contains("取込み"))
    }
  }

  private static let noOvertime = "超過勤務を命じられません（災害などを除く）"

  @Test(arguments: [Protection.Kind.exemption, .maternity])
  func whyAPersonIsProtectedIsToldToThePersonAlone(_ kind: Protection.Kind) async throws {
    let protections = ProtectionQuestion { _, _, _ in
      [RecordID(202): [Protection(kind, during: day("2026-11-01")...day("2026-11-30"))]]
    }
    try await OrdersOffice.with(.sqlite, protections: protections) { office in
      try await send(office, 202, "1:00")
      let (head, owner) = (try await office.visit(201), try await office.visit(202))
      let asked = try await RequestVisits.request(office)
      let items = [("item", "r\(asked.id)")]
      let pages = [
        await head.get("/overtime/approvals").text, await head.get("/overtime/requests/\(asked.id)").text,
        await head.post("/overtime/approvals/check", items).text,
      ]
      for page in pages {
        #expect(page.contains(Self.noOvertime))
        for word in ["妊", "免除", "人事院規則10", "10―7"] { #expect(!page.contains(word), "\(word)") }
      }
      let own = await owner.get("/overtime/requests/\(asked.id)").text
      #expect(own.contains(kind == .maternity ? "人事院規則10―7第4条" : "人事院規則10―11第9条"))
    }
  }

  @Test(arguments: Engine.available)
  func aRequestThatWaitsIsAWarningToo(_ engine: Engine) async throws {
    let protections = ProtectionQuestion(
      { _, _, _ in [:] },
      awaited: { _, _, _ in
        [RecordID(202): [Protection(.exemption, during: day("2026-11-01")...day("2026-11-30"))]]
      }
    )
    try await OrdersOffice.with(engine, protections: protections) { office in
      try await send(office, 202, "1:00")
      let head = try await office.visit(201)
      #expect(await head.get("/overtime/approvals").text.contains("確認を待つ制限の請求：\(Self.noOvertime)"))
    }
  }

  @Test(arguments: Engine.available, [(hours: 5, isBeyond: false), (hours: 6, isBeyond: true)])
  func theYearOfARestrictionIsReadWhole(
    _ engine: Engine,
    _ example: (hours: Int, isBeyond: Bool)
  ) async throws {
    let (hours, isBeyond) = example
    let protections = ProtectionQuestion { _, _, _ in
      [RecordID(202): [Protection(.restriction, during: day("2026-04-01")...day("2027-03-31"))]]
    }
    try await OrdersOffice.with(engine, protections: protections) { office in
      let claims = (4...9).map { ("2026-0\($0)-07", 24) } + [("2026-11-05", hours)]
      try await office.database.write { connection in
        for (date, hours) in claims {
          let claim = OvertimeDeclaration(
            id: office.ids.next(),
            date: day(date),
            amount: .length(Minutes(hours: hours)),
            isSpecial: false,
            reason: "業務",
            recordedAt: office.clock.now()
          )
          try OvertimeRecords.insert(claim, of: RecordID(202), on: connection)
        }
      }
      try await send(office, 202, "1:00")
      let (head, owner) = (try await office.visit(201), try await office.visit(202))
      let asked = try await RequestVisits.request(office)
      for page in [
        await head.get("/overtime/approvals").text, await head.get("/overtime/requests/\(asked.id)").text,
      ] { #expect(page.contains("超過勤務は1年150時間までしか命じられません") == isBeyond) }
      let own = await owner.get("/overtime/requests/\(asked.id)").text
      #expect(own.contains("超過勤務の制限を超える見込み（人事院規則10―11第10条）") == isBeyond)
    }
  }

  @Test(arguments: Engine.available)
  func aProtectionIsAWarning(_ engine: Engine) async throws {
    let protections = ProtectionQuestion { _, _, _ in
      [RecordID(202): [Protection(.exemption, during: day("2026-11-01")...day("2026-11-30"))]]
    }
    try await OrdersOffice.with(engine, protections: protections) { office in
      try await send(office, 202, "1:00")
      let head = try await office.visit(201)
      #expect(await head.get("/overtime/approvals").text.contains(Self.noOvertime))
      let items = try await keys(office).map { ("item", $0) }
      _ = await head.post("/overtime/approvals", items, once: "together")
      #expect(try await office.count("overtime_decision") == 0)
    }
  }
}

import Access
import CivilTime
import Store
import TestSupport
import Testing
import WorkingTimeRules

@testable import Schedules

/// Deciding on a settlement period: once, late, and with what stood before in sight.
@Suite struct FlextimeDecisionTests {
  private typealias Form = FlextimeRouteTests

  /// Somebody's declared period.
  private static func declared(
    _ office: SchedulesOffice,
    _ days: [(String, String)] = Form.period()
  ) async throws -> String {
    #expect(await (try await office.visit(22)).post(Form.new, days).status == 303)
    return "/schedules/flextime/\(try await office.newest("flextime_period"))"
  }

  @Test(arguments: Engine.available)
  func twoStepsUnderOneKeyAreTwoActs(engine: Engine) async throws {
    try await Form.with(engine) { office in
      let path = try await Self.declared(office) + "/decision"
      let head = try await office.visit(21)
      #expect(await head.post(path, Form.decision("allotted", 1), once: "key-00001").status == 303)
      let other = await head.post(path, Form.decision("returned", 1), once: "key-00001")
      #expect(other.status == 409)
      #expect(other.text.contains("今回の入力は保存していません"))
      let again = await head.post(path, Form.decision("allotted", 1), once: "key-00001")
      #expect(again.status == 303, "the same step again")
      #expect(try await office.count("flextime_version") == 2)
    }
  }

  @Test(arguments: Engine.available)
  func aLateAllotmentIsMadeByThoseWhoKeepTheBooksWithAReason(engine: Engine) async throws {
    try await Form.with(engine) { office in
      let path = try await Self.declared(office)
      office.go(to: "2026-06-10")
      let late = Form.decision("allotted", 1)
      let reasoned = Form.decision("allotted", 1, "上司の出張のため")
      for visit in [try await office.visit(21), try await office.visit(11, as: .timeKeeper, in: 3)] {
        let page = await visit.get(path).text
        #expect(!page.contains("申告のとおり割り振る"))
        #expect(page.contains("割振りは勤務時間管理員か人事担当が"))
        #expect(page.contains("理由を付けて返す"))
        let refused = await visit.post("\(path)/decision", reasoned)
        #expect(refused.status == 422)
        #expect(refused.text.contains("来た日を含む割振りは、勤務時間管理員か人事担当が行います"))
      }
      let keeper = try await office.visit(23, as: .timeKeeper)
      #expect(await keeper.get(path).text.contains("申告のとおり割り振る"))
      let bare = await keeper.post("\(path)/decision", late)
      #expect(bare.status == 422)
      #expect(bare.text.contains("すでに来た日を割り振る理由を入力してください"))
      #expect(await keeper.post("\(path)/decision", reasoned).status == 303)
      #expect(try await office.allotment(of: 22, on: Form.first).origin == .flextime)
      #expect(await (try await office.visit(22)).get(path).text.contains("上司の出張のため"))
    }
  }

  @Test(arguments: Engine.available)
  func whatCannotBeWrittenAnewOffersNoButton(engine: Engine) async throws {
    try await Form.with(engine) { office in
      let path = try await Self.declared(office)
      let head = try await office.visit(21)
      #expect(await head.post("\(path)/decision", Form.decision("returned", 1, "会議")).status == 303)
      #expect(await (try await office.visit(22)).get(path).text.contains("直して申告する"))
      office.go(to: "2026-06-08")
      #expect(!(await (try await office.visit(22)).get(path).text.contains("直して申告する")))
      let next = try await Self.declared(office, Form.period(start: day("2026-06-15")))
      #expect(
        await (try await office.visit(21)).post("\(next)/decision", Form.decision("allotted", 1)).status
          == 303
      )
      #expect(await (try await office.visit(21)).get(next).text.contains("割振りを変更する"))
      office.go(to: "2026-07-13")
      #expect(!(await (try await office.visit(21)).get(next).text.contains("割振りを変更する")))
      #expect(!(await (try await office.visit(22)).get(next).text.contains("変更を申告する")))
      let keeper = try await office.visit(23, as: .timeKeeper)
      #expect(await keeper.get(next).text.contains("割振りを変更する"))
    }
  }

  @Test(arguments: Engine.available)
  func whatWasDeclaredStaysInSightAfterItCameBack(engine: Engine) async throws {
    try await Form.with(engine) { office in
      let path = try await Self.declared(office)
      let head = try await office.visit(21)
      #expect(await head.post("\(path)/decision", Form.decision("returned", 1, "会議")).status == 303)
      let page = await head.get(path).text
      #expect(page.contains("8:00–16:45（休憩12:00–13:00）"))
      #expect(page.contains("155:00"))
    }
  }

  @Test(arguments: Engine.available)
  func theAllotmentBeforeAChangeIsFoldedBesideIt(engine: Engine) async throws {
    try await Form.with(engine) { office in
      let path = try await Self.declared(office)
      let head = try await office.visit(21)
      #expect(await head.post("\(path)/decision", Form.decision("allotted", 1)).status == 303)
      #expect(!(await head.get(path).text.contains("前の割振り")))
      let change = Form.period(Form.fourDays) + [("seen", "2"), ("reason", "窓口の当番")]
      #expect(await head.post("\(path)/change", change).status == 303)
      let person = await (try await office.visit(22)).get(path).text
      #expect(person.contains("前の割振り（第2版"))
      #expect(person.contains("8:00–18:45"))
      #expect(person.contains("8:00–16:45"))
    }
  }

  @Test(arguments: Engine.available)
  func theDeciderAloneIsToldWhoseRulesHold(engine: Engine) async throws {
    try await Form.with(engine) { office in
      let path = try await Self.declared(office)
      let head = await (try await office.visit(21)).get(path).text
      #expect(head.contains("職員の区分"))
      #expect(head.contains("一般の職員"))
      #expect(!(await (try await office.visit(22)).get(path).text.contains("職員の区分")))
    }
  }
}

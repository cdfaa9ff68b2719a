import Access
import CivilTime
import Store
import TestSupport
import Testing
import WorkingTimeRules

@testable import Schedules

/// Hours are counted anew where they have changed, and nowhere else.
@Suite struct HoursFollowingTests {
  @Test(arguments: Engine.available)
  func wishesAndRefusalsChangeNoHours(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let early = try await office.offerEarly()
      let followed = Followed()
      let person = try await office.visit(22, following: followed.follower)
      let head = try await office.visit(21, following: followed.follower)
      let wish = [("pattern", "\(early.id)"), ("from", "2026-06-10"), ("why", "送迎")]
      #expect(await person.post("/schedules/pattern-requests", wish).status == 303)
      let request = try await office.newest("pattern_request")
      let refusal = [("outcome", "refused"), ("reason-\(request)", "当番")]
      #expect(await head.post("/schedules/pattern-requests/\(request)", refusal).status == 303)
      let move = [("kind", "whole-day"), ("worked", "2026-06-13"), ("freed", "2026-06-15"), ("reason", "訓練")]
      #expect(await person.post("/schedules/moves", move).status == 303)
      let telework = [("days", "2026-06-08"), ("extent", "whole")]
      #expect(await person.post("/schedules/telework", telework).status == 303)
      let order = [("days", "2026-06-09"), ("extent", "whole")]
      #expect(await head.post("/schedules/telework/people/22", order).status == 303)
      #expect(followed.taken().isEmpty)
      #expect(await head.post("/schedules/people/22/pattern", wish).status == 303)
      #expect(followed.taken() == [22])
      let path = "/schedules/move-requests/\(try await office.newest("day_shift_request"))"
      #expect(await head.post(path, [("outcome", "granted")], once: "key-00001").status == 303)
      #expect(followed.taken() == [22])
      #expect(await head.post(path, [("outcome", "granted")], once: "key-00001").status == 303)
      #expect(followed.taken().isEmpty, "a repetition")
      let moved = try await office.newest("day_shift")
      #expect(await head.post("/schedules/moves/\(moved)/cancel", [("cancel-\(moved)", "延期")]).status == 303)
      #expect(followed.taken() == [22])
    }
  }

  @Test(arguments: Engine.available)
  func aPeriodChangesHoursWhenItIsAllotted(engine: Engine) async throws {
    try await FlextimeRouteTests.with(engine) { office in
      let followed = Followed()
      let person = try await office.visit(22, following: followed.follower)
      let head = try await office.visit(21, following: followed.follower)
      #expect(await person.post(FlextimeRouteTests.new, FlextimeRouteTests.period()).status == 303)
      let path = "/schedules/flextime/\(try await office.newest("flextime_period"))"
      let returned = FlextimeRouteTests.decision("returned", 1, "会議")
      #expect(await head.post("\(path)/decision", returned).status == 303)
      let again = FlextimeRouteTests.period() + [("seen", "2"), ("reason", "直した")]
      #expect(await person.post("\(path)/change", again).status == 303)
      #expect(followed.taken().isEmpty)
      #expect(await head.post("\(path)/decision", FlextimeRouteTests.decision("allotted", 3)).status == 303)
      #expect(followed.taken() == [22])
      let change =
        FlextimeRouteTests.period(FlextimeRouteTests.fourDays) + [("seen", "4"), ("reason", "窓口")]
      #expect(await head.post("\(path)/change", change).status == 303)
      #expect(followed.taken() == [22])
    }
  }

  @Test(arguments: Engine.available)
  func ofTheRulesTheStandardDayAloneChangesHours(engine: Engine) async throws {
    try await SchedulesOffice.with(engine) { office in
      let followed = Followed()
      let hr = try await office.visit(11, as: .hr, following: followed.follower)
      let early = try await office.offerEarly()
      let end = "/schedules/rules/patterns/\(early.id)/end"
      #expect(await hr.post(end, [("end-\(early.id)", "廃止")]).status == 303)
      let terms = [
        ("terms-employer", "1"), ("terms-from", "2026-06-03"), ("terms-core-start", "10:00"),
        ("terms-core-end", "15:00"), ("terms-pause-start", "12:00"), ("terms-pause-end", "13:00"),
        ("terms-minimum", "4:00"), ("terms-reason", "訓令"),
      ]
      #expect(await hr.post("/schedules/rules/terms", terms).status == 303)
      let holiday = [
        ("holiday-date", "2026-06-10"), ("holiday-name", "儀式の日"), ("holiday-law", "令和8年法律第1号"),
      ]
      #expect(await hr.post("/schedules/rules/holidays", holiday).status == 303)
      #expect(followed.taken().isEmpty)
      let standard = [
        ("standard-employer", "1"), ("standard-start", "9:00"), ("standard-end", "17:45"),
        ("standard-pause-start", "12:00"), ("standard-pause-end", "13:00"),
        ("standard-from", "2026-06-03"), ("standard-reason", "訓令"),
      ]
      #expect(await hr.post("/schedules/rules/standard", standard).status == 303)
      #expect(followed.taken() == [0])
    }
  }
}

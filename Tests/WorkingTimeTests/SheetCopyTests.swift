import CivilTime
import Store
import TestSupport
import Testing

@testable import WorkingTime

/// Copying rows of the sheet, over HTTP and without scripts.
@Suite struct SheetCopyTests {
  private static let may = WorkingTimeOffice.may
  private static let path = "/working-time/months/2026-05/sheet"
  private static let check = [("act", "check")]

  private func with(
    _ engine: Engine,
    _ body: (WorkingTimeOffice, SheetVisit, SheetForm) async throws -> Void
  ) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      office.clock.set(instant("2026-05-31", 18))
      let visit = try await office.visit(1)
      try await body(office, visit, SheetForm(await visit.get(Self.path).text))
    }
  }

  @Test(arguments: Engine.available)
  func aWholeMonthThatWasCopiedIsWhatItsDaysWouldBeOneByOne(_ engine: Engine) async throws {
    try await with(engine) { office, visit, opened in
      let dates = Self.may.days.map(\.iso)
      var form = opened
      form.type(dates[0], "0800-1000 1815-2030 2200-2530", "予算")
      form.tick(Array(dates.dropFirst()))
      let copied = await visit.post(Self.path, form.all + Self.check)
      #expect(copied.status == 200)
      #expect(copied.text.contains("まだ申告していません。変更した日は31日"))
      #expect(try await office.count("overtime_declaration") == 0, "nothing is written yet")
      let filled = SheetForm(copied.text)
      #expect(filled.rows == 31)
      #expect(dates.allSatisfy { filled[$0, "times"] == "0800-1000 1815-2030 2200-2530" })
      #expect(dates.allSatisfy { filled[$0, "copy"] == nil }, "no box is left ticked")
      #expect(await visit.post(Self.path, filled.all).status == 303)

      let single = try await office.visit(2)
      for date in dates {
        let fields = [
          ("from1", "8:00"), ("to1", "10:00"), ("from2", "18:15"), ("to2", "20:30"), ("from3", "22:00"),
          ("to3", "25:30"), ("length", ""), ("work", "予算"),
        ]
        #expect(await single.post("/working-time/days/\(date)/overtime", fields).status == 303, "\(date)")
      }
      let together = try await office.claims(of: 1, in: Self.may)
      let apart = try await office.claims(of: 2, in: Self.may)
      #expect(together.count == 31)
      #expect(together.map(\.date) == apart.map(\.date))
      #expect(together.map(\.amount) == apart.map(\.amount))
      #expect(together.map(\.reason) == apart.map(\.reason))
      #expect(together.map(\.isSpecial) == apart.map(\.isSpecial))
      #expect(together.map(\.recordedAt) == apart.map(\.recordedAt))
      let (one, two) = try await office.database.read { connection in
        (try Recount.kept(1, Self.may, on: connection), try Recount.kept(2, Self.may, on: connection))
      }
      #expect(one == two && one.overtime > 0)
      #expect(try await office.totalsAreRight(of: 1, [Self.may]))
      #expect(try await office.count("journal_entry WHERE employee = 1") == 31)
      #expect(try await office.count("journal_entry WHERE employee = 2") == 31)
    }
  }

  @Test(arguments: Engine.available)
  func theRowAboveIsTheNextOneWithSomethingInIt(_ engine: Engine) async throws {
    try await with(engine) { _, visit, opened in
      var form = opened
      form.type("2026-05-01", "1815-2030", "金曜")
      form.type("2026-05-07", "19-20", "木曜")
      form.tick(["2026-05-06", "2026-05-08", "2026-05-11"])
      let copied = SheetForm(await visit.post(Self.path, form.all + Self.check).text)
      #expect(copied["2026-05-06", "work"] == "金曜")
      #expect(copied["2026-05-08", "times"] == "19-20")
      #expect(copied["2026-05-11", "work"] == "木曜")
      #expect(copied["2026-05-12", "times"] == "")
    }
  }

  @Test(arguments: Engine.available)
  func oneDayMayBeTheSourceOfAll(_ engine: Engine) async throws {
    try await with(engine) { office, visit, opened in
      var form = opened
      form.type("2026-05-01", "18-19", "一日")
      form.type("2026-05-20", "1815-2030", "二十日")
      form.tick(["2026-05-01", "2026-05-21"])
      let source = [("copy-from", "2026-05-20")]
      let copied = SheetForm(await visit.post(Self.path, form.all + source + Self.check).text)
      #expect(copied["2026-05-01", "times"] == "1815-2030", "also over what stands in the row")
      #expect(copied["2026-05-21", "work"] == "二十日")
      let written = try await office.count("overtime_declaration")
      #expect(written == 0)
    }
  }

  @Test(arguments: Engine.available)
  func nothingIsCopiedFromAnEmptyRowAndNoTickIsPassedOver(_ engine: Engine) async throws {
    try await with(engine) { office, visit, opened in
      var form = opened
      form.tick(["2026-05-01"])
      form.type("2026-05-02", "18-19")
      for source in ["above", "2026-05-03", "2026-06-01"] {
        let told = await visit.post(Self.path, form.all + [("copy-from", source)] + Self.check)
        #expect(told.status == 422, "\(source)")
        #expect(told.text.contains("1日（金）に写す内容がありません"))
        #expect(SheetForm(told.text)["2026-05-01", "copy"] == "1")
        #expect(SheetForm(told.text)["2026-05-02", "times"] == "18-19")
      }
      let told = await visit.post(Self.path, form.all)
      #expect(told.status == 422)
      #expect(told.text.contains("「写す」に印があります"))
      let written = try await office.count("overtime_declaration")
      #expect(written == 0)
    }
  }

  @Test(arguments: Engine.available)
  func checkingTellsWhatCountsAndWhatMustBeMended(_ engine: Engine) async throws {
    try await with(engine) { office, visit, opened in
      var form = opened
      form.type("2026-05-07", "0800-1000")
      form.type("2026-05-31", "22-34")  // into the first duty day of June
      let sound = await visit.post(Self.path, form.all + Self.check)
      #expect(sound.status == 200)
      #expect(sound.text.contains(">1:30を申告します。正規の勤務時間に重なる0:30は数えません。"))
      #expect(sound.text.contains(">11:30を申告します。正規の勤務時間に重なる0:30は数えません。"))
      form.type("2026-05-08", "2030-1815")
      let faulty = await visit.post(Self.path, form.all + Self.check)
      #expect(faulty.status == 422)
      let written = try await office.count("overtime_declaration")
      #expect(written == 0)
    }
  }
}

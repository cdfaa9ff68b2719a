import CivilTime
import Markup
import Site
import Store
import TestSupport
import Testing

@testable import MonthClosing
@testable import WorkingTime

@Suite struct LateTruthTests {
  /// 204's October, approved on 2 November.
  private func approved(_ office: ClosingOffice) async throws {
    try await office.fillOctober()
    _ = try await office.visit(204).confirm()
    try await office.visit(203).act(.check, [204])
    try await office.visit(201).act(.approve, [204])
  }

  @Test(arguments: Engine.available)
  func whatIsEnteredLaterStandsBesideWhatWasApproved(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await approved(office)
      let kept = try await office.one(204).closed
      office.now("2026-11-20")
      try await office.punch(204, "2026-10-20", .departure, 21, 5, why: "打刻を忘れた<夜>", by: 203)
      try await office.declare(204, "2026-10-20", 150, special: true)
      let one = try await office.one(204)
      #expect(one.closed == kept)
      #expect(one.shown == kept.last?.sheet, "pages of a closed month read what was approved")
      #expect(one.corrections.map(\.date) == [day("2026-10-20")])
      #expect(kept.last?.sheet.applying(one.corrections) == one.present)
      let page = try await office.visit(204).get("/closing/months/2026-10").text
      for word in ["確定後の訂正", "退勤 18:15 → 21:05", "超過勤務 － → 2:30", "打刻を忘れた&lt;夜", "職員 203", "国会対応"] {
        #expect(page.contains(word), "\(word)")
      }
      let sheet = try await office.visit(204).get("/closing/people/204/2026-10/sheet").text
      #expect(!sheet.contains("21:05"))
    }
  }

  @Test(arguments: Engine.available)
  func aSupplementStandsBesideTheFirstApproval(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await approved(office)
      let first = try await office.one(204).closed
      let head = try await office.visit(201)
      #expect(await head.act(.approve, [204]).told.contains("0人の確定"), "nothing has changed")
      try await office.declare(204, "2026-10-20", 90)
      let again = try await office.visit(201)
      let review = await again.review(.approve, [204])
      #expect(review.values("warned").count == 1, "corrections need a tick of their own")
      _ = await again.decide(.approve, review)
      let one = try await office.one(204)
      #expect(one.closed.map(\.number) == [1, 2])
      #expect(one.closed.first == first.first)
      #expect(one.corrections.isEmpty)
      #expect(one.closed.map(\.sheet.overtime.count) == [0, 90])
      let owner = try await office.visit(204)
      let path = "/closing/people/204/2026-10/certificate"
      #expect(await owner.get(path).text.contains("第2回"))
      let old = await owner.get(path, query: "number=1").text
      #expect(old.contains("この後に追加の確定があります"))
      let digits = String(first.first?.digest.prefix(8) ?? "none")
      #expect(old.contains(digits))
      #expect(await owner.get(path, query: "number=3").status == 404)
    }
  }

  @Test(arguments: Engine.available)
  func aHolidayAddedLaterChangesNoClosedMonth(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await approved(office)
      let one = try await office.one(204)
      let tuesday = one.present.days[19]
      let asHoliday = AttendanceDay(
        date: tuesday.date,
        kind: .holiday,
        label: "休日 臨時の祝日",
        hours: tuesday.hours,
        arrival: tuesday.arrival,
        departure: tuesday.departure,
        pause: tuesday.pause,
        overtime: tuesday.overtime,
        stretches: tuesday.stretches,
        isSpecial: false
      )
      let present = one.present.applying([Correction(before: tuesday, after: asHoliday)])
      let corrections = present.corrections(since: try #require(one.closed.last).sheet)
      #expect(corrections.map(CorrectionTable.changes) == [["区分 勤務日 → 休日 臨時の祝日"]])
      #expect(one.shown.days[19].kind == .duty)
    }
  }

  @Test(arguments: Engine.available)
  func aTamperedDayIsToldOnTheCertificate(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await approved(office)
      await #expect(throws: StoreError.self) {
        try await office.write("UPDATE closed_day SET overtime = 60 WHERE day = '2026-10-20'")
      }
      await #expect(throws: StoreError.self) { try await office.write("DELETE FROM closing_step") }
      let whole = try #require(try await office.one(204).closed.last)
      #expect(whole.isWhole)
      let days = Array(whole.sheet.days.dropFirst())
      let cut = ClosedMonth(
        id: whole.id,
        number: 1,
        at: whole.at,
        unit: whole.unit,
        unitName: whole.unitName,
        digest: whole.digest,
        version: whole.version,
        sheet: AttendanceSheet(employee: whole.sheet.employee, month: whole.sheet.month, days: days)
      )
      let page = CertificatePage(one: try await office.one(204), closed: cut).content.body.text
      #expect(page.contains("一致しません"))
    }
  }

  @Test(arguments: Engine.available)
  func theTimesAreToldAsTheyWereApproved(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await office.declare(204, "2026-10-20", from: time(18, 15), to: time(20, 15))
      try await office.declare(204, "2026-10-21", from: time(22), to: time(25, 30))
      try await approved(office)
      try await office.declare(204, "2026-10-20", from: time(22), to: time(24))
      let one = try await office.one(204)
      let closed = try #require(one.closed.last)
      #expect(closed.isWhole)
      #expect(closed.sheet.days[19].stretches == [time(18, 15)..<time(20, 15)])
      #expect(one.corrections.map(\.date) == [day("2026-10-20")], "as long as before, at another time")
      let owner = try await office.visit(204)
      let paths = ["/closing/people/204/2026-10/sheet", "/closing/people/204/2026-10/certificate"]
      for path in paths {
        let page = await owner.get(path).text
        #expect(page.contains("18:15–20:15") && page.contains("22:00–25:30"), "\(path)")
        #expect(!page.contains("22:00–24:00"), "\(path)")
      }
      #expect(await owner.get("/closing/months/2026-10").text.contains("時間帯 18:15–20:15 → 22:00–24:00"))
      let file = await (try await office.visit(201)).get("/closing/units/2/2026-10/csv").text
      #expect(file.contains("\"18:15–20:15\"") && !file.contains("22:00–24:00"))
      await #expect(throws: StoreError.self) {
        try await office.write("UPDATE closed_stretch SET to_minute = 1300 WHERE day = '2026-10-20'")
      }
    }
  }

  @Test(arguments: Engine.available)
  func whatWasClosedBeforeTimesWereKeptIsStillWhole(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await office.declare(204, "2026-10-20", from: time(18, 15), to: time(20, 15))
      try await approved(office)
      let one = try await office.one(204)
      let old = one.present.digest(.lengths)
      // The rows as they were written before.
      try await office.write(
        """
        INSERT INTO closed_month (id, employee, month, number, at, unit, unit_name, digest, overtime_minutes,
        special_minutes, attended_days)
        SELECT id + 1, employee, month, 2, at, unit, unit_name, \(old), overtime_minutes, special_minutes,
        attended_days FROM closed_month
        """
      )
      try await office.write(
        """
        INSERT INTO closed_day SELECT closed_month + 1, day, kind, label, from_minute, to_minute, asked_pause,
        arrival, departure, pause, overtime, is_special FROM closed_day
        """
      )
      let again = try await office.one(204)
      let closed = try #require(again.closed.last)
      #expect(closed.number == 2 && closed.version == .lengths)
      #expect(closed.isWhole && again.corrections.isEmpty)
      let page = await (try await office.visit(204)).get("/closing/people/204/2026-10/certificate").text
      #expect(page.contains("時間帯を保存していませんでした") && !page.contains("一致しません"))
    }
  }

  @Test(arguments: Engine.available)
  func theFileAndTheSheetsTellWhatWasApproved(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await approved(office)
      try await office.declare(204, "2026-10-20", 90)
      let head = try await office.visit(201)
      let lines = await head.get("/closing/units/2/2026-10/csv").text.split(whereSeparator: \.isNewline)
      #expect(lines.count == 32, "the heading, and the days of the only month that is closed")
      let tuesday = lines.first { $0.contains("2026-10-20") } ?? ""
      let words = [
        "204", "職員 204", "2026-10-20", "勤務日", "09:30", "18:15", "60", "09:30", "18:15", "60", "", "0",
      ]
      #expect(tuesday == (words + ["1", "1", ""]).map { "\"\($0)\"" }.joined(separator: ","))
      let sheets = await head.get("/closing/units/2/2026-10/sheets").text
      #expect(sheets.ranges(of: "class=\"sheet\"").count == 5, "five people")
      #expect(sheets.contains("その後の訂正1日分は含みません"))
      #expect(sheets.contains("未確定（本人の確認待ち）"))
    }
  }

  @Test(arguments: Engine.available)
  func whoConfirmedMayConfirmAgainAfterEachChange(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await office.fillOctober()
      let owner = try await office.visit(204)
      #expect(await owner.confirm().status == 303)
      #expect(await owner.confirm().status == 422, "nothing has changed")
      for minutes in [60, 90] {
        try await office.declare(204, "2026-10-20", minutes)
        #expect(await owner.get("/closing/months/2026-10").text.contains("この内容で確認する"))
        #expect(await owner.confirm().status == 303, "\(minutes)")
        #expect(await owner.confirm().status == 422, "\(minutes)")
      }
      #expect(try await office.one(204).steps.map(\.kind) == [.confirmed, .confirmed, .confirmed])
    }
  }

  @Test(arguments: Engine.available)
  func whatWasConfirmedBeforeTimesWereKeptStaysConfirmed(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await office.fillOctober()
      try await office.declare(204, "2026-10-20", from: time(18, 15), to: time(20, 15))
      let present = try await office.one(204).present
      let (step, at) = (office.ids.next(ClosingStep.self), office.clock.now())
      try await office.write(
        """
        INSERT INTO closing_step (id, employee, month, kind, at, by_account, standing, words, seen)
        VALUES (\(step), 204, '2026-10', 'confirmed', \(at), 204, 'appointed', NULL, \(present.digest(.lengths)))
        """
      )
      #expect(await (try await office.visit(204)).confirm().status == 422, "it is confirmed")
      let list = await (try await office.visit(203)).get("/closing/people/204/2026-10").text
      #expect(!list.contains("確認した後に"))
    }
  }

  @Test(arguments: Engine.available)
  func whoNeverConfirmedIsMarkedAndMayStillDoSo(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await office.fillOctober()
      office.now("2026-11-06")
      let keeper = try await office.visit(203)
      let review = await keeper.review(.check, [204])
      #expect(review.text.contains("本人未確認"))
      _ = await keeper.decide(.check, review)
      try await office.visit(201).act(.approve, [204])
      let owner = try await office.visit(204)
      #expect(await owner.get("/closing/people/204/2026-10/certificate").text.contains("本人未確認"))
      office.now("2027-01-20")
      let late = try await office.visit(204)
      #expect(await late.confirm().status == 303)
      #expect(await late.object("10日が違います").status == 303)
      #expect(try await office.one(204).state.stage == .approved)
      #expect(await late.get("/closing/people/204/2026-10/certificate").text.contains("異議あり"))
    }
  }
}

import CivilTime
import Store
import TestSupport
import Testing

@testable import WorkingTime

/// The sheet in which a month is claimed together, over HTTP.
@Suite struct SheetTests {
  static let april = WorkingTimeOffice.april
  static let path = "/working-time/months/2026-04/sheet"

  private func with(
    _ engine: Engine,
    at date: String = "2026-04-30",
    _ body: (WorkingTimeOffice) async throws -> Void
  ) async throws {
    try await WorkingTimeOffice.with(engine) { office in
      office.clock.set(instant(date, 18))
      try await body(office)
    }
  }

  @Test(arguments: [("2026-04", 30), ("2026-05", 31), ("2028-02", 29), ("2027-02", 28)], Engine.available)
  func everyDayHasARow(_ month: (iso: String, days: Int), _ engine: Engine) async throws {
    try await with(engine, at: "2028-02-29") { office in
      let visit = try await office.visit(1)
      let sheet = await visit.get("/working-time/months/\(month.iso)/sheet")
      #expect(sheet.status == 200)
      #expect(SheetForm(sheet.text).rows == month.days)
      #expect(await visit.get("/working-time/months/\(month.iso)").text.contains("まとめて入力する"))
    }
  }

  @Test(arguments: Engine.available)
  func daysTooFarAheadHaveNoFields(_ engine: Engine) async throws {
    try await with(engine) { office in
      let visit = try await office.visit(1)
      let june = "/working-time/months/2026-06/sheet"
      #expect(await SheetForm(visit.get("/working-time/months/2026-05/sheet").text).rows == 31)
      let sheet = await visit.get(june)
      #expect(SheetForm(sheet.text).rows == 0)
      var form = SheetForm("")
      form.type("2026-06-01", "1815-2030")
      let told = await visit.post(june, form.all)
      #expect(told.status == 422)
      #expect(told.text.contains("申告できるのは来月の末日"))
      #expect(try await office.count("overtime_declaration") == 0)
    }
  }

  @Test(arguments: Engine.available)
  func onlyWhatWasChangedIsWritten(_ engine: Engine) async throws {
    try await with(engine) { office in
      let old = try WorkedStretches([time(18, 15)..<time(19)])
      try await office.enter(.worked(old, isSpecial: true, reason: "答弁\n資料"), on: day("2026-04-01"))
      try await office.enter(.worked(old, isSpecial: true, reason: "答弁\r\n資料"), on: day("2026-04-02"))
      let visit = try await office.visit(1)
      var form = SheetForm(await visit.get(Self.path).text)
      #expect(form["2026-04-01", "times"] == "18:15-19:00")
      form["2026-04-01", "times"] = "１８１５〜１９"  // the same in another hand
      form["2026-04-02", "times"] = "18:15-20:00"
      form.type("2026-04-03", "１８１５－２０３０　２２００－２５３０", "予算")
      form.type("2026-04-07", "2:30", "予算")
      #expect(await visit.post(Self.path, form.all).status == 303)
      let claims = try await office.claims(of: 1, in: Self.april)
      #expect(claims.map(\.date.day) == [1, 2, 2, 3, 7])
      #expect(claims.map(\.length.count) == [45, 45, 105, 345, 150])
      #expect(claims.map(\.stretches.count) == [1, 1, 1, 2, 0])
      #expect(claims.map(\.isSpecial) == [true, true, true, false, false], "new times stay special")
      #expect(claims[2].reason == "答弁\r\n資料", "lines stay where only the times were touched")
      #expect(try await office.totalsAreRight(of: 1, [Self.april]))
      #expect(try await office.count("overtime_declaration WHERE recorded_by = 1") == 5)
      #expect(try await office.count("journal_entry WHERE kind = 'working-time.overtime-declared'") == 5)
      let again = SheetForm(await visit.get(Self.path).text)
      let unchanged = await visit.post(Self.path, again.all)
      #expect(unchanged.status == 422)
      #expect(unchanged.text.contains("変更した日がありません"))
    }
  }

  @Test(arguments: Engine.available)
  func aKeyNamesOneSheet(_ engine: Engine) async throws {
    try await with(engine) { office in
      let visit = try await office.visit(1)
      var form = SheetForm(await visit.get(Self.path).text)
      form.type("2026-04-01", "1815-2030")
      form.type("2026-04-02", "1815-2030")
      #expect(await visit.post(Self.path, form.all, once: "sheet-00001").status == 303)
      #expect(await visit.post(Self.path, form.all, once: "sheet-00001").status == 303)
      form.type("2026-04-03", "1815-2030")
      #expect(await visit.post(Self.path, form.all, once: "sheet-00001").status == 409)
      #expect(try await office.claims(of: 1, in: Self.april).count == 2)
    }
  }

  @Test(arguments: Engine.available)
  func aDayThatChangedMeanwhileIsToldAndNotOverwritten(_ engine: Engine) async throws {
    try await with(engine) { office in
      let visit = try await office.visit(1)
      var form = SheetForm(await visit.get(Self.path).text)
      let other = try WorkedStretches([time(19)..<time(21)])
      for date in ["2026-04-02", "2026-04-05"] {
        try await office.enter(.worked(other, isSpecial: false, reason: "別の画面"), on: day(date))
      }
      form.type("2026-04-02", "1815-2030")
      form.type("2026-04-03", "1815-2030")
      let told = await visit.post(Self.path, form.all)
      #expect(told.status == 422)
      #expect(told.text.contains("2日（木）：画面を開いた後に、この日の申告が「19:00–21:00（2:00）」に変わりました"))
      #expect(try await office.claims(of: 1, in: Self.april).count == 2, "nothing of the sheet is written")
      let kept = SheetForm(told.text)
      #expect(kept["2026-04-02", "times"] == "1815-2030")
      #expect(kept["2026-04-03", "work"] == "国会")
      #expect(kept["2026-04-05", "times"] == "19:00-21:00", "what nobody typed shows what stands")
      #expect(await visit.post(Self.path, kept.all).status == 303)
      let claims = try await office.claims(of: 1, in: Self.april)
      #expect(claims.map(\.date.day) == [2, 2, 3, 5])
      #expect(claims.map(\.length.count) == [120, 135, 135, 120])
    }
  }

  @Test(arguments: Engine.available)
  func aDayThatNobodyTouchedHereStaysAsItWasChangedElsewhere(_ engine: Engine) async throws {
    try await with(engine) { office in
      let old = try WorkedStretches([time(18, 15)..<time(19)])
      try await office.enter(.worked(old, isSpecial: false, reason: "国会"), on: day("2026-04-05"))
      let visit = try await office.visit(1)
      var form = SheetForm(await visit.get(Self.path).text)
      try await office.enter(.overtime(length: .zero, isSpecial: false, reason: "取消し"), on: day("2026-04-05"))
      form.type("2026-04-06", "1815-2030")
      #expect(await visit.post(Self.path, form.all).status == 303)
      #expect(try await office.claims(of: 1, in: Self.april).map(\.length.count) == [45, 0, 135])
    }
  }

  @Test(
    arguments: [
      ("1815", "国会", "読み取れません"), ("2030-1815", "国会", "終わりを始まりより後"), ("1815-2030", "", "業務の内容を入力"),
      ("1815-2030", String(repeating: "長", count: 201), "200文字以内"), ("", "国会", "時間帯か、長さを入力"),
      ("18-20 19-21", "国会", "重なっています"),
    ],
    Engine.available
  )
  func aFaultWritesNothingAndKeepsAll(_ example: (String, String, String), _ engine: Engine) async throws {
    try await with(engine) { office in
      let (times, work, words) = example
      let visit = try await office.visit(1)
      var form = SheetForm(await visit.get(Self.path).text)
      form.type("2026-04-01", "1815-2030", "\"先\" & <後>")
      form.type("2026-04-30", times, work)
      let told = await visit.post(Self.path, form.all)
      #expect(told.status == 422)
      #expect(told.text.contains("30日（木）：") && told.text.contains(words))
      let field = times.isEmpty || work == "国会" ? "times" : "work"
      #expect(told.text.contains("href=\"#day-2026-04-30-\(field)\""))
      let kept = SheetForm(told.text)
      #expect(kept["2026-04-01", "work"] == "\"先\" & <後>")
      #expect(kept["2026-04-30", "times"] == times)
      #expect(kept["2026-04-30", "work"] == work)
      #expect(try await office.count("overtime_declaration") == 0)
    }
  }

  @Test(arguments: Engine.available)
  func noTwoDaysHoldTheSameTime(_ engine: Engine) async throws {
    try await with(engine) { office in
      let night = try WorkedStretches([time(22)..<time(30)])
      try await office.enter(.worked(night, isSpecial: false, reason: "三月"), on: day("2026-03-31"))
      let visit = try await office.visit(1)
      var form = SheetForm(await visit.get(Self.path).text)
      form.type("2026-04-01", "5-9 22-30")
      form.type("2026-04-02", "5-9")
      let told = await visit.post(Self.path, form.all)
      #expect(told.status == 422)
      #expect(told.text.contains("1日（水）：R8.3.31に申告した22:00–30:00と重なっています"))
      #expect(told.text.contains("2日（木）：R8.4.1に申告した5:00–9:00、22:00–30:00と重なっています"))
      form.type("2026-04-01", "6-9 22-29")
      #expect(await visit.post(Self.path, form.all).status == 303)

      // Both move at once: the one makes room for the other, whichever comes first.
      form = SheetForm(await visit.get(Self.path).text)
      form["2026-04-01", "times"] = "22-30"
      form["2026-04-02", "times"] = "6-9"
      #expect(await visit.post(Self.path, form.all).status == 303)
      form = SheetForm(await visit.get(Self.path).text)
      form["2026-04-01", "times"] = "22-31"
      #expect(await visit.post(Self.path, form.all).status == 422, "against a day that stays")
      #expect(try await office.totalsAreRight(of: 1, [Self.april]))
    }
  }

  @Test(arguments: Engine.available)
  func takingBackIsSaidAndNotGuessed(_ engine: Engine) async throws {
    try await with(engine) { office in
      try await office.enter(
        .overtime(length: Minutes(90), isSpecial: false, reason: "国会"),
        on: day("2026-04-01")
      )
      let visit = try await office.visit(1)
      var form = SheetForm(await visit.get(Self.path).text)
      form["2026-04-01", "times"] = ""
      let told = await visit.post(Self.path, form.all)
      #expect(told.status == 422)
      #expect(told.text.contains("1日（水）：申告を取り消すときは「0:00」と入力してください"))
      form["2026-04-01", "times"] = "0:00"
      #expect(await visit.post(Self.path, form.all).status == 303)
      #expect(try await office.claims(of: 1, in: Self.april).map(\.length.count) == [90, 0])
      let sheet = await visit.get(Self.path).text
      #expect(SheetForm(sheet)["2026-04-01", "times"] == "")
      #expect(sheet.contains("申告 取消し"))
    }
  }

  @Test(arguments: Engine.available)
  func oneSeesAndWritesOnesOwnAlone(_ engine: Engine) async throws {
    try await with(engine) { office in
      let visit = try await office.visit(1)
      var form = SheetForm(await visit.get(Self.path).text)
      form.type("2026-04-01", "1815-2030", "ひとりの仕事")
      #expect(await visit.post(Self.path, form.all).status == 303)
      let other = try await office.visit(2)
      #expect(await !other.get(Self.path).text.contains("ひとりの仕事"))
      for path in [
        "/working-time/people/1/months/2026-04", "/working-time/people/1/months/2026-04/sheet",
        "/working-time/months/2026-13/sheet", "/working-time/months/april/sheet",
      ] {
        #expect(await other.get(path).status == 404, "\(path)")
      }
      #expect(await other.post("/working-time/months/2026-13/sheet", form.all).status == 404)
      #expect(try await office.claims(of: 2, in: Self.april).isEmpty)
    }
  }

  @Test(arguments: Engine.available)
  func whatOthersKnowStandsBesideTheDays(_ engine: Engine) async throws {
    try await with(engine) { office in
      let source = DayNoteSource { _, month, _, _ in
        [
          DayNote(words: "この月は確定しました。", path: "/closing/months/\(month.iso)"),
          DayNote(day: day("2026-04-02"), words: "PC 9:10〜20:45"),
        ]
      }
      let visit = try await office.visit(1, notes: [source])
      let sheet = await visit.get(Self.path).text
      #expect(sheet.contains("この月は確定しました。") && sheet.contains("href=\"/closing/months/2026-04\""))
      #expect(sheet.contains("PC 9:10〜20:45"))
      var form = SheetForm(sheet)
      form.type("2026-04-02", "1815-2030")
      #expect(await visit.post(Self.path, form.all).status == 303, "late truth is never refused")
    }
  }
}

import CivilTime
import People
import Store
import TestSupport
import Testing

@testable import MonthClosing
@testable import WorkingTime

@Suite struct PlaceTests {
  /// 204 moves from 総務課 to 調査課 on 16 October.
  private func move(_ office: ClosingOffice) async throws {
    try await office.fillOctober()
    try await office.write("UPDATE assignment SET valid_to = '2026-10-15' WHERE employee = 204")
    try await office.database.write { connection in
      let post = Post(id: RecordID(900), unit: RecordID(3), title: "主査", rankBand: .clerk)
      try PostRecords.insert([post], on: connection)
      let moved = Assignment(
        id: RecordID(900),
        employee: RecordID(204),
        post: RecordID(900),
        kind: .primary,
        from: day("2026-10-16")
      )
      try AssignmentRecords.insert([moved], on: connection)
    }
  }

  @Test(arguments: Engine.available)
  func whoMovesIsClosedWhereTheMonthEndsAndSeenWhereItBegan(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await move(office)
      _ = try await office.visit(204).confirm()
      let former = try await office.visit(203)
      #expect(await former.get("/closing/people/204/2026-10").status == 200)
      #expect(await former.get("/closing/people/204/2026-11").status == 404)
      #expect(!(await former.get("/closing/units/2/2026-10").text.contains("/closing/people/204/")))
      await former.act(.check, [204])
      #expect(try await office.one(204).state.stage == .answered)
      try await office.visit(303).act(.check, [204], unit: 3)
      try await office.visit(301).act(.approve, [204], unit: 3)
      let one = try await office.one(204)
      #expect(one.state.stage == .approved)
      #expect(one.closed.last?.unitName == "統計局／調査課")
    }
  }

  @Test(arguments: Engine.available)
  func aMoveOfTheNextMonthLeavesTheMonthWhereItWas(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await office.fillOctober()
      try await office.write("UPDATE assignment SET valid_to = '2026-10-31' WHERE employee = 204")
      let post = Post(id: RecordID(900), unit: RecordID(4), title: "主査", rankBand: .clerk)
      try await office.database.write { connection in
        try PostRecords.insert([post], on: connection)
        let moved = Assignment(
          id: RecordID(900),
          employee: RecordID(204),
          post: RecordID(900),
          kind: .primary,
          from: day("2026-11-01")
        )
        try AssignmentRecords.insert([moved], on: connection)
      }
      #expect(try await office.one(204).place.unit == RecordID(2))
      let keeper = try await office.visit(203)
      #expect(await keeper.get("/closing/people/204/2026-10").status == 200)
      _ = try await office.visit(204).confirm()
      await keeper.act(.check, [204])
      #expect(try await office.one(204).state.stage == .checked)
    }
  }

  @Test(arguments: Engine.available)
  func whoCameOrWentInTheMonthIsClosedForTheirDays(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await office.write("UPDATE employee SET hired_on = '2026-10-13' WHERE id = 204")
      try await office.write("UPDATE assignment SET valid_from = '2026-10-13' WHERE employee = 204")
      try await office.write("UPDATE employee SET left_on = '2026-10-09' WHERE id = 205")
      try await office.write("UPDATE assignment SET valid_to = '2026-10-09' WHERE employee = 205")
      // A move that was planned for after the last day never came about.
      try await office.database.write { connection in
        let post = Post(id: RecordID(900), unit: RecordID(3), title: "主査", rankBand: .clerk)
        try PostRecords.insert([post], on: connection)
        let planned = Assignment(
          id: RecordID(900),
          employee: RecordID(205),
          post: RecordID(900),
          kind: .primary,
          from: day("2026-10-16")
        )
        try AssignmentRecords.insert([planned], on: connection)
      }
      office.now("2026-11-10")
      let head = try await office.visit(201)
      let page = await head.get("/closing/units/2/2026-10")
      #expect(page.text.contains("/closing/people/205/2026-10"))
      await head.act(.approve, [204, 205])
      let hired = try #require(try await office.one(204).closed.last).sheet
      #expect(hired.days.count { $0.kind == .notInService } == 12)
      #expect(hired.days[11].hours == nil && hired.days[12].hours != nil)
      let left = try #require(try await office.one(205).closed.last).sheet
      #expect(left.days.count { $0.kind == .notInService } == 22)
      #expect(await head.get("/closing/units/2/2026-11").text.contains("/closing/people/205/") == false)
    }
  }

  @Test(arguments: Engine.available)
  func aMonthWithoutAnyRecordAndALeapDayCanBeClosed(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      office.now("2028-03-20")
      try await office.write("UPDATE unit_period SET valid_to = NULL")
      try await office.visit(201).act(.approve, [204], "2028-02")
      let one = try await office.one(204, YearMonth(index: 2028 * 12 + 1))
      let closed = try #require(one.closed.last)
      #expect(closed.sheet.days.last?.date == day("2028-02-29"))
      #expect(closed.sheet.attendedDays == 0)
      #expect(closed.isWhole)
    }
  }

  @Test(arguments: Engine.available)
  func aUnitThatIsGoneSinceIsClosedFromAbove(_ engine: Engine) async throws {
    try await ClosingOffice.with(engine) { office in
      try await office.fillOctober()
      try await office.write("UPDATE unit_period SET valid_to = '2026-10-31' WHERE unit = 2")
      try await office.write(
        "UPDATE assignment SET valid_to = '2026-10-31' WHERE employee IN (201, 202, 203, 204)"
      )
      try await office.write("UPDATE deputy SET valid_to = '2026-10-31'")
      try await office.write("UPDATE role_grant SET valid_to = '2026-10-31' WHERE unit = 2")
      office.now("2026-11-10")
      let above = try await office.visit(101)
      let page = await above.get("/closing/units/1/2026-10")
      #expect(page.text.contains("/closing/people/204/2026-10"))
      await above.act(.approve, [204], unit: 1)
      #expect(try await office.one(204).state.stage == .approved)
    }
  }
}

import Access
import CivilTime
import People
import Store
import TestSupport
import Testing
import WorkingTime
import WorkingTimeRules

@testable import LimitWatch

@Suite("Overview of everybody's overtime")
struct OverviewTests {
  /// Counts one month after the other as the rules tell it of the history up to then.
  private func plainly(
    _ histories: [Int64: [MonthlyOvertime]],
    _ months: [YearMonth]
  ) -> [OverviewGroup: [OverviewCell]] {
    var table: [OverviewGroup: [OverviewCell]] = [:]
    for (person, history) in histories {
      let unit = person / 100
      let group = OverviewGroup(
        employer: RecordID(unit == 4 ? 2 : 1),
        bureau: RecordID(unit == 2 ? 1 : unit),
        layer: person % 100 == 1 ? .management : .clerk
      )
      for (index, month) in months.enumerated() {
        guard let own = history.first(where: { $0.month == month }) else { continue }
        let past = OvertimeHistory(history.filter { $0.month <= month })
        var cell = OverviewCell(people: 1, minutes: own.overtime.count)
        cell.over45 = own.overtime.count > 45 * 60 ? 1 : 0
        cell.over80 = own.overtime.count > 80 * 60 ? 1 : 0
        cell.over100 = own.overtime.count >= 100 * 60 ? 1 : 0
        cell.beyond = OvertimeLimits().findings(of: past).contains { $0.month == month } ? 1 : 0
        table[group, default: Array(repeating: OverviewCell(), count: months.count)][index] += cell
      }
    }
    return table
  }

  @Test(arguments: Engine.available)
  func countsAsOneByOne(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      var random = Randomness(seed: 7)
      var histories: [Int64: [MonthlyOvertime]] = [:]
      var rows: [OvertimeRow] = []
      for person in [Int64(101), 102, 201, 202, 203, 301, 302, 401, 402] {
        for offset in 0..<26 where Int.random(in: 0..<8, using: &random) > 0 {
          let month = month("2025-04").adding(months: offset)
          guard month < office.clockMonth else { continue }
          let minutes = Minutes(Int.random(in: 1...110 * 60, using: &random))
          let isSpecial = Int.random(in: 0..<9, using: &random) == 0
          histories[person, default: []].append(
            MonthlyOvertime(
              month: month,
              overtime: minutes,
              post: person / 100 == 2 ? .external : .ordinary,
              isSpecialWork: isSpecial
            )
          )
          rows.append(
            OvertimeRow(
              employee: RecordID(person),
              workDate: month.firstDay,
              length: minutes,
              isSpecial: isSpecial,
              work: "試験"
            )
          )
        }
      }
      let (made, now) = (rows, office.clock.now())
      let table = try await office.database.write { connection in
        let external = DesignationRow(unit: RecordID(2), from: day("2025-04-01"), to: nil, reason: "試験")
        try WorkingTimeBulk.insertDesignations([external], ids: office.ids, on: connection)
        try WorkingTimeBulk.insertOvertime(made, ids: office.ids, at: now, on: connection)
        try WorkingTimeBulk.refreshTotals(from: month("2025-04"), to: month("2026-06"), on: connection)
        return try OverviewQuery(
          year: FiscalYear(startYear: 2026),
          today: LimitOffice.today,
          employers: [RecordID(1), RecordID(2)],
          tree: try UnitRecords.tree(asOf: LimitOffice.today, on: connection)
        ).table(on: connection)
      }
      let expected = plainly(histories, table.months)
      #expect(table.months.first == month("2026-01") && table.months.count == 15)
      for group in Set(expected.keys).union(table.cells.keys) {
        let told = (table.cells[group] ?? []).map { cell in
          var cell = cell
          cell.heading = 0
          return cell
        }
        // Groups without a month in the year are left out.
        let own = (expected[group] ?? []).contains { $0.people > 0 } ? expected[group] ?? [] : []
        #expect(told == own, "\(group)")
      }
    }
  }

  @Test func tellsWhoIsHeadingBeyondALimit() {
    let today = day("2026-06-12")
    var count = OverviewCount(first: month("2026-06"), length: 1, groups: 1, underWay: today)
    // Ten of 22 duty days are over: 21 hours come to 46, 20 hours to 44.
    for hours in [21, 20, 46] {
      let own = MonthlyOvertime(month: month("2026-06"), overtime: Minutes(hours: hours), post: .ordinary)
      count.add([own]) { _ in 0 }
    }
    let group = OverviewGroup(employer: RecordID(1), bureau: nil, layer: nil)
    let cell = count.table([group])[group]?.first
    #expect(cell?.heading == 1 && cell?.beyond == 1 && cell?.people == 3)
  }

  @Test(arguments: Engine.available)
  func tellsExecutivesOfBureausAloneAndOfNoFewPeople(_ engine: Engine) async throws {
    try await LimitOffice.with(engine) { office in
      for person in [Int64(201), 202, 203, 204, 205, 206, 102, 103, 104, 105] {
        try await office.work(person, "2026-05-12", hours: 46)
      }
      for person in [Int64(302), 303] { try await office.work(person, "2026-05-12", hours: 47) }
      let hr = try await office.visit(102, as: .hr)
      let all = await hr.get("/limits/overview", "show=over45&by=both").text
      #expect(all.contains("統計局 係員") && all.contains("45時間を超えた職員は12人"))
      let executive = try await office.visit(301)
      let told = await executive.get("/limits/overview", "show=over45&by=both").text
      #expect(!told.contains("係員") && !told.contains("12人") && !told.contains("消防"))
      #expect(told.contains("統計局") && told.contains("非表示"))
      let file = await executive.get("/limits/overview/csv").text
      #expect(file.contains("\"大臣官房\",\"2026-05\",\"10\",\"2760\",\"10\",\"非表示\""))
      #expect(file.contains("\"統計局\",\"2026-05\",\"非表示\",\"非表示\",\"非表示\""))
      let other = try await office.visit(402, as: .hr, employer: 2)
      #expect(await other.get("/limits/overview").text.contains("記録はありません"))
      #expect(await (try office.visit(201)).get("/limits/overview").status == 403)
    }
  }

  struct Shown: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let cell: OverviewCell
    let over45: Int?
    let average: Int?
  }

  static let shown = [
    Shown(
      testDescription: "ten of ten",
      cell: OverviewCell(people: 10, minutes: 25, over45: 10),
      over45: 10,
      average: 3
    ),
    Shown(
      testDescription: "nine of ten",
      cell: OverviewCell(people: 10, minutes: 24, over45: 9),
      over45: nil,
      average: 2
    ),
    Shown(testDescription: "of nine", cell: OverviewCell(people: 9, minutes: 24), over45: nil, average: nil),
    Shown(testDescription: "nobody of many", cell: OverviewCell(people: 90), over45: nil, average: 0),
  ]

  @Test(arguments: shown)
  func withholdsWhatWouldTellOfFewPeople(_ one: Shown) {
    #expect(OverviewGrain.bureaus.shown(.over45, one.cell) == one.over45)
    #expect(OverviewGrain.bureaus.shown(.average, one.cell) == one.average)
    #expect(OverviewGrain.full.shown(.over45, one.cell) == one.cell.over45)
  }
}

extension LimitOffice {
  /// The month under way.
  var clockMonth: YearMonth { Self.today.yearMonth }
}

import Access
import CivilTime
import DelimitedText
import Indicators
import People
import Store
import TestSupport
import Testing

@testable import Plan

@Suite("The rows behind figures")
struct RowRouteTests {
  struct Entry: Sendable, CustomTestStringConvertible {
    let visitor: RowVisits.Visitor
    let staff: Int
    let over: Int
    let duties: Int
    var testDescription: String { visitor.testDescription }
  }

  private static let entries = [
    Entry(visitor: .role(.hr), staff: 200, over: 200, duties: 200),
    Entry(visitor: .role(.secretariat), staff: 404, over: 404, duties: 200),
    Entry(visitor: .head(of: 2), staff: 404, over: 200, duties: 200),
    Entry(visitor: .timeKeeper(of: 2), staff: 404, over: 200, duties: 404),
    Entry(visitor: .plain, staff: 403, over: 403, duties: 403),
    Entry(visitor: .role(.committee), staff: 403, over: 403, duties: 403),
    Entry(visitor: .role(.auditor), staff: 403, over: 403, duties: 403),
    Entry(visitor: .administratorWithoutPost, staff: 403, over: 403, duties: 403),
  ]

  @Test(arguments: Engine.available)
  func openOnlyToThoseWhoseRecordsTheyAre(_ engine: Engine) async throws {
    try await RowVisits.with(engine) { office in
      for entry in Self.entries {
        for (path, status) in [
          (RowVisits.staff, entry.staff), (RowVisits.over, entry.over), (RowVisits.duties, entry.duties),
        ] {
          for suffix in ["", "/csv"] {
            let answer = try await office.get(path + suffix, as: entry.visitor)
            #expect(answer.status == status, "\(entry.visitor.testDescription) \(path)\(suffix)")
            if status != 200 { #expect(!answer.text.contains("職員 301"), "\(entry.visitor.testDescription)") }
          }
        }
      }
      let unknown = try await office.get("/plan/figures/test.men/rows", as: .role(.hr))
      #expect(unknown.status == 404)
    }
  }

  @Test(arguments: Engine.available)
  func showSuperiorsTheirOwnPeopleAlone(_ engine: Engine) async throws {
    try await RowVisits.with(engine) { office in
      for (unit, own, others) in [(2, "職員 201", ["職員 301", "職員 101"]), (3, "職員 301", ["職員 201"])]
        as [(Int64, String, [String])]
      {
        let page = try await office.get(RowVisits.over, as: .head(of: unit)).text
        let file = try await office.get(RowVisits.over + "/csv", as: .head(of: unit)).text
        for text in [page, file] {
          #expect(text.contains(own))
          for other in others { #expect(!text.contains(other), "\(unit) \(other)") }
          #expect(!text.contains("職員番号"))
        }
        #expect(page.contains("あなたの組織の分だけを表示しています"))
        // Not even the sums of others.
        #expect(!page.contains("保存した数値は、分子"))
      }
      let duties = try await office.get(RowVisits.duties, as: .head(of: 3)).text
      #expect(duties.contains("統計局"))
      #expect(!duties.contains("秘書課"))
    }
  }

  @Test(arguments: Engine.available)
  func comeToTheStoredFigureOfOnesOwnEmployer(_ engine: Engine) async throws {
    try await RowVisits.with(engine) { office in
      for path in [RowVisits.staff, RowVisits.over] {
        let page = try await office.get(path, as: .role(.hr)).text
        #expect(page.contains("この一覧の合計は、保存した数値と一致しています"))
        #expect(page.contains("職員番号"))
        #expect(!page.contains("職員 501"))
        let indicator = String(path.split(separator: "/")[2])
        #expect(try await Self.sum(office, path, "") == Self.stored(office, indicator))
      }
    }
  }

  @Test(arguments: Engine.available)
  func tellNumbersAndRanksOfOnesOwnEmployerAlone(_ engine: Engine) async throws {
    try await RowVisits.with(engine) { office in
      let visitor = RowVisits.Visitor.personnelOfAnother(headOf: 2)
      let file = try await office.get(RowVisits.over + "/csv", as: visitor).text
      let lines = try DelimitedBytes.parse(Array(file.utf8)).map(\.fields)
      let head = try #require(lines.first)
      let column = { (name: String) in try #require(head.firstIndex(of: name)) }
      let (name, number, rank) = (try column("氏名・担当"), try column("職員番号"), try column("役職段階"))
      let told = Dictionary(
        uniqueKeysWithValues: lines.dropFirst().map { ($0[name], [$0[number], $0[rank]]) }
      )
      #expect(told["職員 501"] == ["501", "係員"])
      #expect(told["職員 201"] == ["", ""])
      let page = try await office.get(RowVisits.over, as: visitor).text
      #expect(page.contains(">501<"))
      #expect(page.contains("職員 201") && !page.contains(">201<"))
    }
  }

  /// What the rows of a file come to.
  private static func sum(_ office: RowVisits, _ path: String, _ query: String) async throws -> Ratio {
    let file = try await office.get(path + "/csv", query, as: .role(.hr))
    let lines = try DelimitedBytes.parse(Array(file.text.utf8))
    let head = try #require(lines.first?.fields)
    let numerator = try #require(head.firstIndex(of: "分子"))
    return lines.dropFirst().map { line in
      Ratio(Int(line.fields[numerator]) ?? -1, of: Int(line.fields[numerator + 1]) ?? -1)
    }.reduce(.zero, +)
  }

  /// What was stored of 総務省.
  private static func stored(_ office: RowVisits, _ indicator: String) async throws -> Ratio {
    try await office.database.read { connection in
      let years = PlanOffice.year...PlanOffice.year
      let figure = try StoredFigureRecords.figures(of: indicator, years: years, on: connection).first
      return (figure?.places ?? []).filter { $0.employer.number == 1 }.map(\.ratio).reduce(.zero, +)
    }
  }

  @Test(arguments: Engine.available)
  func areFilteredByPartAndUnit(_ engine: Engine) async throws {
    try await RowVisits.with(engine) { office in
      #expect(try await Self.sum(office, RowVisits.over, "part=all") == Ratio(2, of: 28))
      #expect(try await Self.sum(office, RowVisits.over, "part=counted") == Ratio(2, of: 2))
      #expect(try await Self.sum(office, RowVisits.over, "part=others") == Ratio(0, of: 26))
      #expect(try await Self.sum(office, RowVisits.over, "unit=1") == Ratio(1, of: 13))
      #expect(try await Self.sum(office, RowVisits.over, "unit=2") == Ratio(0, of: 9))
      #expect(try await Self.sum(office, RowVisits.over, "unit=3&part=counted") == Ratio(1, of: 1))
      let none = try await office.get(RowVisits.over, "unit=2&part=counted", as: .role(.hr)).text
      #expect(none.contains("当てはまるものはありません"))
    }
  }

  @Test(arguments: Engine.available)
  func sayWhereRecordsChangedAfterTheFigureWasComputed(_ engine: Engine) async throws {
    try await RowVisits.with(engine) { office in
      try await office.database.write { connection in
        try connection.execute("UPDATE employee SET sex = 'male' WHERE id IN (301, 302)")
        try connection.execute("UPDATE employee SET sex = 'male' WHERE id = 501")
      }
      let page = try await office.get(RowVisits.staff, as: .role(.hr)).text
      #expect(page.contains("数値を計算した後に、記録が変わっています"))
      #expect(page.contains("総務省 統計局"))
      #expect(page.contains("11／11"))
      #expect(page.contains("9／11"))
      #expect(!page.contains("保存した数値と一致しています"))
      // Of another employer nothing is told.
      #expect(!page.contains("消防庁"))
      try await office.database.write { connection in
        try connection.execute("UPDATE month_total SET overtime_minutes = 0 WHERE employee = 301")
      }
      let head = try await office.get(RowVisits.over, as: .head(of: 2)).text
      #expect(head.contains("数値を計算した後に、記録が変わっています"))
      #expect(!head.contains("統計局"))
    }
  }

  @Test(arguments: Engine.available)
  func guardTheirFileAgainstFormulasAndLeaveAnEntry(_ engine: Engine) async throws {
    try await RowVisits.with(engine) { office in
      try await office.database.write { connection in
        try connection.execute("UPDATE employee SET family_name = '=HYPERLINK(1)' WHERE id = 101")
      }
      let file = try await office.get(RowVisits.over + "/csv", as: .role(.hr))
      #expect(file.status == 200)
      #expect(file.text.contains("\"'=HYPERLINK(1) 101\""))
      let told = try await office.database.read { connection in
        try connection.rows("SELECT payload FROM journal_entry WHERE kind = 'plan.rows-exported'").map {
          row in
          try row.value(0, as: String.self)
        }
      }
      #expect(told.count == 1)
      let payload = try #require(told.first)
      #expect(payload.contains("indicator=working-time.people-over-limit"))
      #expect(payload.contains("rows=28"))
    }
  }

  @Test func areLinkedForThoseAloneWhoMayOpenThem() async throws {
    try await RowVisits.with(.sqlite) { office in
      let measure = "/plan/measures/III-2-3-a"
      #expect(try await office.get(measure, as: .role(.hr)).text.contains(RowVisits.over))
      #expect(try await office.get(measure, as: .head(of: 2)).text.contains(RowVisits.over))
      for visitor in [.plain, .role(.secretariat), .role(.auditor)] as [RowVisits.Visitor] {
        #expect(!(try await office.get(measure, as: visitor).text.contains("/rows")), "\(visitor)")
      }
      let target = "/plan/targets/T18"
      #expect(try await office.get(target, as: .role(.secretariat)).text.contains(RowVisits.duties))
      let plain = try await office.get(target, as: .plain)
      #expect(plain.status == 200)
      #expect(!plain.text.contains("/rows"))
    }
  }

  @Test(arguments: Engine.available)
  func unitsSeeTheFiguresOfTheirBureau(_ engine: Engine) async throws {
    try await RowVisits.with(engine) { office in
      let bureau = try await office.get("/plan/units/1", as: .role(.secretariat)).text
      let records = try await Self.bureau(office, "working-time.objective-record")
      let line = FigureWords.line(.shown(records), .share)
      #expect(records.people == 13)
      for words in ["客観的な記録のある勤務日", line, "III-2-1-b", "ほか"] {
        #expect(bureau.contains(words), "\(words)")
      }
      // A number of people is told of no bureau where the other employer has but three.
      #expect(!bureau.contains("超過勤務の上限を超えた職員"))
      let below = try await office.get("/plan/units/2", as: .head(of: 2)).text
      #expect(below.contains("秘書課が属する大臣官房の数値を示します"))
      #expect(below.contains(line))
      let rows = "/plan/figures/working-time.objective-record/rows?year=2026&amp;part=all&amp;unit=2"
      #expect(below.contains(rows))
      #expect(!bureau.contains("working-time.objective-record/rows"))
      // 統計局 goes with 研究室, which is too small.
      let other = try await office.get("/plan/units/3", as: .head(of: 3)).text
      #expect(other.contains("統計局の数値は、どれも非表示です"))
    }
  }

  /// What was stored of 大臣官房.
  private static func bureau(_ office: RowVisits, _ indicator: String) async throws -> Tally {
    try await office.database.read { connection in
      let years = PlanOffice.year...PlanOffice.year
      let figure = try StoredFigureRecords.figures(of: indicator, years: years, on: connection).first
      let place = try #require(figure?.places.first { $0.bureau?.name == "大臣官房" })
      return Tally(ratio: place.ratio, people: place.people)
    }
  }
}

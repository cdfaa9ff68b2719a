internal import CivilTime
public import Indicators
internal import People
internal import Store
internal import WorkingTime
internal import WorkingTimeRules

/// What the watch over limits counts for the plan.
public enum LimitWatchIndicators: Sendable {
  /// All indicators of this capability.
  public static let all = [analysesSubmitted]

  /// Units that owe an analysis and have submitted it (取組 III-2-3-b).
  static let analysesSubmitted = Indicator(
    .init(
      id: "limit-watch.analyses-submitted",
      title: "要因の分析を提出した組織",
      numerator: "うち、超えた人月のすべてを含む要因の整理・分析・検証を提出した組織",
      denominator: "年度内に超過勤務の上限を超えた人月がある組織",
      form: .share,
      source: "申告された超過勤務、他律部署の指定、要因の分析",
      methodVersion: 2,
      guardKind: .people,
      caution: "提出の期限は年度の終わりから6か月です。年度の途中は、それまでに超えた月で数えます。提出の後に超えた月が加わると、加えて提出するまで数えません。",
      methodChanges: [
        MethodChange(
          version: 2,
          from: FiscalYear(startYear: 2025),
          what: "提出した分析が、超えた人月をすべて含む組織だけを分子に数えます。"
        )
      ]
    ),
    listing: RowListing(
      for: .workingTime,
      of: .everybody,
      unit: "組織",
      headings: ["上限を超えた人月の数", "うち分析のない人月の数", "初めて提出した日"]
    ) { year, today, connection in
      guard let days = year.days(through: today) else { return [] }
      let owing = try owing(in: year, through: days.upperBound.yearMonth, on: connection)
      let answers = try LimitAnalysisRecords.answers(in: year, on: connection)
      let submitted = try submitted(in: year, on: connection)
      return owing.keys.sorted().compactMap { unit in
        owing[unit].map { owed in
          let missing = owed.months.subtracting(answers[unit]?.months ?? []).count
          return CountedRow(
            employer: owed.employer,
            unit: unit,
            subject: .unit(unit),
            ratio: Ratio(missing == 0 ? 1 : 0, of: 1),
            facts: [
              .number(owed.months.count), .number(missing), submitted[unit].map { .day($0) } ?? .none,
            ]
          )
        }
      }
    }
  )

  private struct Owed {
    let employer: RecordID<Employer>
    var months: Set<LimitAnalysis.PersonMonth> = []
  }

  /// The units to which months beyond a limit belong, as the duty of analysis has it.
  private static func owing(
    in year: FiscalYear,
    through last: YearMonth,
    on connection: any SQLConnection
  ) throws -> [RecordID<OrganizationUnit>: Owed] {
    let places = try PrimaryPlaces(on: connection)
    let employers = try employers(on: connection)
    var owing: [RecordID<OrganizationUnit>: Owed] = [:]
    try LimitWalk.forEachPerson(in: year, through: last, on: connection) { employee, findings in
      for month in Set(findings.map(\.month)) {
        guard let place = places.place(of: employee, in: month) else { continue }
        let employer = employers[place.unit] ?? place.employer
        owing[place.unit, default: Owed(employer: employer)].months.insert(
          .init(employee: employee, month: month)
        )
      }
    }
    return owing
  }

  private static func employers(
    on connection: any SQLConnection
  ) throws -> [RecordID<OrganizationUnit>: RecordID<Employer>] {
    var employers: [RecordID<OrganizationUnit>: RecordID<Employer>] = [:]
    try connection.readRows("SELECT id, employer FROM unit") { row in
      employers[try row.value(0)] = try row.value(1)
    }
    return employers
  }

  /// When each unit first submitted its analysis of a year, also after the year's end.
  private static func submitted(
    in year: FiscalYear,
    on connection: any SQLConnection
  ) throws -> [RecordID<OrganizationUnit>: CivilDate] {
    var days: [RecordID<OrganizationUnit>: CivilDate] = [:]
    try connection.readRows(
      """
      SELECT unit, MIN(at) FROM limit_analysis WHERE fiscal_year = \(year.startYear) AND is_submitted
      GROUP BY unit
      """
    ) { row in days[try row.value(0)] = OfficeZone.date(of: try row.value(1)) }
    return days
  }
}

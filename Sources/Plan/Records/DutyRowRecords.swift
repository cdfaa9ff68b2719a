internal import CivilTime
internal import Duties
internal import Evidence
internal import Indicators
internal import People
internal import Store

/// Lists the duties and reports behind the figures that a plan makes by itself.
enum DutyRowRecords {
  /// One row for each duty; what was excused counts for nothing.
  static func coverage(_ place: MeasurePlace) -> RowListing {
    listing("件", ["期限", "状態", "済んだ日"]) { year, asOf, connection in
      try connection.rows(
        """
        SELECT d.employer, d.bureau, d.owner_kind, d.owner_employee, d.owner_unit, d.owner_office, d.due_on,
        d.state, d.settled_on FROM duty d WHERE d.fiscal_year = \(year.startYear)
        AND d.plan_code = \(place.plan) AND d.measure = \(place.measure.text) ORDER BY d.due_on, d.id
        """
      ).map { row in
        let dueOn: CivilDate = try row.value(6)
        let state: String = try row.value(7)
        let ratio: Ratio = state == "excused" ? .zero : Ratio(state == "fulfilled" ? 1 : 0, of: 1)
        let settledOn: CivilDate? = try row.optional(8)
        return CountedRow(
          employer: try row.value(0),
          unit: try bureau(row),
          subject: try owner(row),
          ratio: ratio,
          facts: [
            .day(dueOn), .words(word(state, isLate: dueOn < asOf)), settledOn.map { .day($0) } ?? .none,
          ]
        )
      }
    }
  }

  /// One row for each report that states a count and of how many.
  static func share(_ place: MeasurePlace) -> RowListing {
    listing("件", ["実施日"]) { year, _, connection in
      let rows = try reports(
        place,
        in: year,
        "e.quantity IS NOT NULL OR e.quantity_of IS NOT NULL",
        on: connection
      )
      // As in the sums: a bureau of which nobody stated the one or the other has no share.
      let stated = Dictionary(grouping: rows) { row in ReportPlace(row.counted) }.filter { _, rows in
        rows.contains { $0.hasQuantity } && rows.contains { $0.hasWhole }
      }
      return rows.map(\.counted).filter { row in stated[ReportPlace(row)] != nil }
    }
  }

  /// Of each employer and bureau the newest report alone: a stock that is reported again is not added up.
  static func newestShare(_ place: MeasurePlace) -> RowListing {
    listing("件", ["実施日"]) { year, _, connection in
      let both: SQLText = "e.quantity IS NOT NULL AND e.quantity_of IS NOT NULL"
      let rows = try reports(place, in: year, both, on: connection)
      let newest = Dictionary(rows.map { row in (ReportPlace(row.counted), row.counted) }) { _, last in last }
      return Array(newest.values)
    }
  }

  /// One row for each unit that owes a report; a unit that is wholly excused owes none.
  ///
  /// 該当なし settles what is owed and still leaves the unit without a report.
  static func unitsWithout(_ place: MeasurePlace) -> RowListing {
    listing("組織", ["報告"]) { year, _, connection in
      let reported = try unitsThatReported(place, in: year, on: connection)
      return try connection.rows(
        """
        SELECT d.employer, d.bureau, d.about_unit, MAX(CASE WHEN d.state = 'fulfilled' AND NOT EXISTS (
        SELECT 1 FROM evidence n WHERE n.entry = d.fulfilled_by AND n.kind = \(EvidenceKinds.none.id)
        ) THEN 1 ELSE 0 END)
        FROM duty d WHERE d.fiscal_year = \(year.startYear) AND d.plan_code = \(place.plan)
        AND d.measure = \(place.measure.text) AND d.about_unit IS NOT NULL AND d.state <> 'excused'
        GROUP BY d.employer, d.bureau, d.about_unit ORDER BY d.employer, d.bureau, d.about_unit
        """
      ).map { row in
        let unit: RecordID<OrganizationUnit> = try row.value(2)
        let fulfilled: Int = try row.value(3)
        let isReported = fulfilled > 0 || reported.contains(unit)
        return CountedRow(
          employer: try row.value(0),
          unit: try bureau(row),
          subject: .unit(unit),
          ratio: Ratio(isReported ? 0 : 1, of: 1),
          facts: [.words(isReported ? "あり" : "なし")]
        )
      }
    }
  }

  private static func listing(
    _ unit: String,
    _ headings: [String],
    rows: @escaping @Sendable (FiscalYear, CivilDate, any SQLConnection) throws -> [CountedRow]
  ) -> RowListing {
    RowListing(for: .duties, of: .everybody, unit: unit, headings: headings, rows: rows)
  }

  private static func word(_ state: String, isLate: Bool) -> String {
    switch state {
    case "fulfilled": "済み"
    case "excused": "免除"
    default: isLate ? "期限超過" : "未了"
    }
  }

  private static func owner(_ row: SQLRow) throws -> CountedRow.Subject {
    if let person: RecordID<Employee> = try row.optional(3) { return .person(person) }
    if let unit: RecordID<OrganizationUnit> = try row.optional(4) { return .head(unit) }
    return .office(try row.value(5, as: Office.self).japanese)
  }

  /// People without a bureau have the number 0.
  private static func bureau(_ row: SQLRow) throws -> RecordID<OrganizationUnit>? {
    let number: Int64 = try row.value(1)
    return number == 0 ? nil : RecordID(number)
  }
}

extension DutyRowRecords {
  /// A report as a row, and what it states.
  private struct Report {
    let counted: CountedRow
    let hasQuantity: Bool
    let hasWhole: Bool
  }

  /// Where reports are added up.
  private struct ReportPlace: Hashable {
    let employer: RecordID<Employer>
    let bureau: RecordID<OrganizationUnit>?

    init(_ row: CountedRow) {
      employer = row.employer
      bureau = row.unit
    }
  }

  /// Reports that were neither corrected nor withdrawn, the oldest first.
  private static func reports(
    _ place: MeasurePlace,
    in year: FiscalYear,
    _ condition: SQLText,
    on connection: any SQLConnection
  ) throws -> [Report] {
    try connection.rows(
      """
      SELECT e.employer, e.bureau, e.unit, e.held_on, e.quantity, e.quantity_of FROM evidence e
      WHERE e.fiscal_year = \(year.startYear) AND e.plan_code = \(place.plan)
      AND e.measure = \(place.measure.text) AND (\(fragment: condition)) AND \(fragment: current)
      ORDER BY e.held_on, e.id
      """
    ).map { row in
      let unit: RecordID<OrganizationUnit>? = try row.optional(2)
      let quantity: Int? = try row.optional(4)
      let whole: Int? = try row.optional(5)
      let counted = CountedRow(
        employer: try row.value(0),
        unit: try bureau(row),
        subject: unit.map { .unit($0) } ?? .office("全体"),
        ratio: Ratio(quantity ?? 0, of: whole ?? 0),
        facts: [.day(try row.value(3))]
      )
      return Report(counted: counted, hasQuantity: quantity != nil, hasWhole: whole != nil)
    }
  }

  private static func unitsThatReported(
    _ place: MeasurePlace,
    in year: FiscalYear,
    on connection: any SQLConnection
  ) throws -> Set<RecordID<OrganizationUnit>> {
    let rows = try connection.rows(
      """
      SELECT DISTINCT e.unit FROM evidence e WHERE e.fiscal_year = \(year.startYear)
      AND e.plan_code = \(place.plan) AND e.measure = \(place.measure.text) AND e.unit IS NOT NULL
      AND e.kind <> \(EvidenceKinds.none.id) AND \(fragment: current)
      """
    )
    return Set(try rows.map { row in try row.value(0) })
  }

  /// A report that was neither corrected nor withdrawn.
  private static let current: SQLText = """
    NOT EXISTS (SELECT 1 FROM evidence c WHERE c.corrects = e.id)
    AND NOT EXISTS (SELECT 1 FROM evidence_withdrawal w WHERE w.evidence = e.id)
    """
}

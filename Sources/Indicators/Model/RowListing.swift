public import CivilTime
public import Store
internal import People

/// 内訳: how the rows behind a figure are listed, and for whom they are.
public struct RowListing: Sendable {
  /// 閲覧できる人: by which of the house's rules somebody may see the rows.
  public enum Audience: Sendable, Hashable, CaseIterable {
    /// Facts of the personnel record, such as sex and examination: the personnel authority of the employer.
    case personnelRecord
    /// Working time: those who lead the people, keep their time or are their personnel authority.
    case workingTime
    /// Duties of the plan: the secretariat, the personnel authority of the employer, and the heads who owe them.
    case duties
  }

  /// What a figure says of how many people it tells.
  public enum Group: Sendable, Hashable {
    /// Those that are counted below the line.
    case counted
    /// Everybody in service.
    case everybody
    /// Those of whom a row adds to what stands below the line, however much: of days, of months, of minutes.
    case listed
  }

  /// Who may see the rows.
  public let audience: Audience
  /// Of whom the figure tells.
  public let group: Group
  /// What one row is, such as 人 or 件.
  public let unit: String
  /// The headings of the facts.
  public let headings: [String]
  /// Lists the rows of a fiscal year, as far as `today`.
  public let rows:
    @Sendable (_ year: FiscalYear, _ today: CivilDate, any SQLConnection) throws -> [CountedRow]

  /// A listing; each row has as many facts as there are headings.
  public init(
    for audience: Audience,
    of group: Group,
    unit: String = "人",
    headings: [String],
    rows: @escaping @Sendable (FiscalYear, CivilDate, any SQLConnection) throws -> [CountedRow]
  ) {
    self.audience = audience
    self.group = group
    self.unit = unit
    self.headings = headings
    self.rows = rows
  }

  /// The rows added up by employer and unit, in the order of their identifiers.
  func values(_ rows: [CountedRow]) -> [IndicatorValue] {
    var sums: [Place: Ratio] = [:]
    var subjects: [Place: Set<CountedRow.Subject>] = [:]
    for row in rows {
      let place = Place(employer: row.employer, unit: row.unit)
      sums[place, default: .zero] += row.ratio
      if group == .listed, row.ratio.denominator > 0 { subjects[place, default: []].insert(row.subject) }
    }
    return sums.sorted { $0.key < $1.key }.map { place, ratio in
      let people: Int? =
        switch group {
        case .counted: ratio.denominator
        case .everybody: nil
        case .listed: subjects[place]?.count ?? 0
        }
      return IndicatorValue(employer: place.employer, unit: place.unit, ratio: ratio, people: people)
    }
  }

  /// Where rows are added up; those without a unit come first.
  private struct Place: Hashable, Comparable {
    let employer: RecordID<Employer>
    let unit: RecordID<OrganizationUnit>?

    static func < (left: Place, right: Place) -> Bool {
      let none = RecordID<OrganizationUnit>(0)
      return (left.employer, left.unit ?? none) < (right.employer, right.unit ?? none)
    }
  }
}

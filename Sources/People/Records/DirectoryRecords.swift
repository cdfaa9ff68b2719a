public import CivilTime
public import Store

/// 職員名簿の検索 – what is sought in the directory.
public struct EmployeeSearch: Sendable, Hashable {
  /// Words of name or reading, all of which must occur; nil or empty for everyone.
  public let text: String?
  /// Employers whose people are also found by former name and number: those of whom the seeker is the personnel
  /// authority.
  public let personnelOf: Set<RecordID<Employer>>
  /// Only people with a post in this unit or below it.
  public let unit: RecordID<OrganizationUnit>?
  /// The page, from 1.
  public let page: Int
  /// How many rows a page has, 1 to 200.
  public let pageSize: Int

  /// A search; page and size are brought into their ranges.
  public init(
    text: String? = nil,
    personnelOf: Set<RecordID<Employer>> = [],
    unit: RecordID<OrganizationUnit>? = nil,
    page: Int = 1,
    pageSize: Int = 50
  ) {
    self.text = text
    self.personnelOf = personnelOf
    self.unit = unit
    self.page = min(max(page, 1), 1_000_000)
    self.pageSize = min(max(pageSize, 1), 200)
  }
}

/// 職員名簿の一行 – a person in the directory with the main post of the day.
public struct DirectoryRow: Sendable {
  /// The person.
  public let employee: RecordID<Employee>
  /// 職員番号.
  public let number: String
  /// The name as shown.
  public let name: String
  /// The reading as shown.
  public let kana: String
  /// The unit of the main post; nil without one.
  public let unit: RecordID<OrganizationUnit>?
  /// The title of the main post; nil without one.
  public let title: String?
}

/// 職員名簿の一頁 – one page of the directory.
public struct DirectoryPage: Sendable {
  /// The rows, in the order of their readings.
  public let rows: [DirectoryRow]
  /// How many people were found on all pages.
  public let total: Int
}

/// 職員名簿の記録 – looks people up who are in service on a day.
public enum DirectoryRecords: Sendable {
  /// One page of what a search finds within the scope.
  public static func search(
    _ search: EmployeeSearch,
    in scope: PersonScope,
    asOf date: CivilDate,
    on connection: any SQLConnection
  ) throws -> DirectoryPage {
    let found = try condition(search, in: scope, asOf: date, on: connection)
    let total: Int = try connection.value("SELECT COUNT(*) FROM employee e WHERE \(fragment: found)") ?? 0
    let rows = try connection.rows(
      """
      SELECT e.id, e.number, e.family_name, e.given_name, e.family_kana, e.given_kana, p.unit, p.title
      FROM employee e
      LEFT JOIN assignment a ON a.id = (
        SELECT b.id FROM assignment b WHERE b.employee = e.id AND b.kind = \(AssignmentKind.primary)
        AND \(fragment: InForce.condition("b", on: date)) ORDER BY b.valid_from DESC, b.id DESC LIMIT 1)
      LEFT JOIN post p ON p.id = a.post
      WHERE \(fragment: found)
      ORDER BY e.family_kana \(fragment: connection.byCodePoint), e.given_kana \(fragment: connection.byCodePoint), e.id
      LIMIT \(search.pageSize) OFFSET \((search.page - 1) * search.pageSize)
      """
    ).map(row)
    return DirectoryPage(rows: rows, total: total)
  }

  private static func condition(
    _ search: EmployeeSearch,
    in scope: PersonScope,
    asOf date: CivilDate,
    on connection: any SQLConnection
  ) throws -> SQLText {
    var conditions = [
      InForce.service("e", on: date), scope.condition(employeeColumn: "e.id", on: date),
    ]
    for word in SearchFolding.words(of: search.text ?? "").prefix(10) {
      conditions.append(matches(word, personnelOf: search.personnelOf))
    }
    if let unit = search.unit {
      let units = try UnitRecords.tree(asOf: date, on: connection).descendants(of: unit)
      conditions.append(
        """
        EXISTS (SELECT 1 FROM assignment w JOIN post q ON q.id = w.post WHERE w.employee = e.id
        AND \(fragment: InForce.condition("w", on: date)) AND q.unit IN (\(list: PaddedList.of(units))))
        """
      )
    }
    return SQLText.joined(conditions, separator: " AND ")
  }

  /// Name and reading are the lines that two more follow.
  private static func matches(_ word: String, personnelOf employers: Set<RecordID<Employer>>) -> SQLText {
    let pattern = "%" + escaped(word) + "%"
    let open: SQLText = "e.search_text LIKE \(pattern + "\n%\n%") ESCAPE '\\'"
    guard !employers.isEmpty else { return open }
    return """
      (\(fragment: open) OR (e.employer IN (\(list: PaddedList.of(employers)))
      AND e.search_text LIKE \(pattern) ESCAPE '\\'))
      """
  }

  private static func escaped(_ word: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      if scalar == "%" || scalar == "_" || scalar == "\\" { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }

  private static func row(_ row: SQLRow) throws -> DirectoryRow {
    DirectoryRow(
      employee: try row.value(0),
      number: try row.value(1),
      name: try row.value(2, as: String.self) + " " + row.value(3, as: String.self),
      kana: try row.value(4, as: String.self) + " " + row.value(5, as: String.self),
      unit: try row.optional(6),
      title: try row.optional(7)
    )
  }
}

internal import Access
internal import CivilTime
internal import DelimitedText
internal import People
internal import Store
internal import WorkingTime

/// 取込の支度: mappings and names; each is appended, the newest counts.
extension PresenceDesk {
  /// Stores a mapping; the next import by its name uses it.
  func set(_ mapping: LogMapping) async throws {
    let id: RecordID<LogMapping> = ids.next()
    let (now, account) = (now, actor.account.number)
    try await act(PresenceKinds.mappingSet, ["\(mapping)"]) { connection in
      try LogMappingRecords.append(mapping, id: id, at: now, account: account, on: connection)
      return [("mapping", "\(id)")]
    }
  }

  /// Registers whose names are.
  ///
  /// - Throws: ``LogNameFaults`` where another employer has taken one of them meanwhile.
  func register(_ names: [LogName]) async throws {
    let fresh = names.map { _ in ids.next(LogName.self) }
    let (now, account, employers) = (now, actor.account.number, actor.personnelEmployers)
    try await act(PresenceKinds.namesRegistered, names.map { "\($0)" }) { connection in
      let others = try LogNameFile.othersNames(names, besides: employers, on: connection)
      guard others.isEmpty else {
        throw LogNameFaults(others.map { "「\($0)」は、別の特定事業主の職員の名前になりました。もう一度取り込んでください。" })
      }
      try LogNameRecords.append(names, ids: fresh, at: now, account: account, on: connection)
      return [("names", "\(names.count)")]
    }
  }
}

/// Reads a file of names; every fault is told with its line.
enum LogNameFile {
  static let most = 5_000
  private static let headings = [["名前", "name"], ["職員番号", "employee_number"], ["開始日", "from"]]

  /// Those of the names that are given to people of other employers.
  static func othersNames(
    _ names: [LogName],
    besides employers: Set<RecordID<Employer>>,
    on connection: any SQLConnection
  ) throws -> [String] {
    let staff = try StaffNumbers(of: employers, on: connection)
    let known = try LogNameRecords.names(on: connection)
    return names.map(\.name).filter { !staff.isOurs(known.holders(of: $0)) }
  }

  /// Names of people of the employers given, or what must be mended.
  static func names(
    _ bytes: [UInt8],
    of employers: Set<RecordID<Employer>>,
    on connection: any SQLConnection
  ) throws -> Result<[LogName], LogNameFaults> {
    let rows = try DelimitedBytes.parse(bytes)
    guard let heading = rows.first else { return .failure(LogNameFaults(["1行目に列名を入れてください。"])) }
    let places = headings.map { names in
      heading.fields.firstIndex { field in names.contains { $0.utf8.elementsEqual(field.utf8) } }
    }
    guard let name = places[0], let number = places[1], let from = places[2] else {
      return .failure(LogNameFaults(["「名前」「職員番号」「開始日」の列を入れてください。"]))
    }
    guard rows.count - 1 <= most else { return .failure(LogNameFaults(["\(most)行までに分けてください。"])) }
    let staff = try StaffNumbers(of: employers, on: connection)
    let known = try LogNameRecords.names(on: connection)
    var names: [LogName] = []
    var faults: [String] = []
    for row in rows.dropFirst() {
      let field = { (place: Int) in place < row.fields.count ? row.fields[place] : "" }
      let day = CivilDate(reading: field(from))
      let employee = staff.find(field(number))
      if field(name).isEmpty { faults.append("\(row.line)行目：名前を入れてください。") }
      if day == nil { faults.append("\(row.line)行目：開始日を2026-04-01のように入れてください。") }
      if employee == nil { faults.append("\(row.line)行目：この職員番号の職員は登録されていません。") }
      // A name that is somebody's of another employer is that employer's to give.
      if !staff.isOurs(known.holders(of: field(name))) {
        faults.append("\(row.line)行目：この名前は、別の特定事業主の職員の名前です。ドメインを付けて（SOUMU\\yamada など）入れてください。")
      }
      if let day, let employee { names.append(LogName(name: field(name), employee: employee.id, from: day)) }
    }
    if names.isEmpty, faults.isEmpty { faults.append("2行目から名前を入れてください。") }
    return faults.isEmpty ? .success(names) : .failure(LogNameFaults(faults))
  }
}

/// What must be mended in a file of names.
struct LogNameFaults: Error {
  /// How many are told at once.
  private static let most = 20

  private let all: [String]

  init(_ all: [String]) {
    self.all = all
  }

  var japanese: String {
    let shown = all.prefix(LogNameFaults.most).joined(separator: " ")
    return all.count > LogNameFaults.most ? "\(shown) ほか\(all.count - LogNameFaults.most)件" : shown
  }
}

/// Finds staff of some employers by number.
private struct StaffNumbers {
  /// Somebody, or nobody on purpose.
  struct Finding {
    let id: RecordID<Employee>?
  }

  private let byNumber: [[UInt8]: RecordID<Employee>]
  private let ids: Set<RecordID<Employee>>

  init(of employers: Set<RecordID<Employer>>, on connection: any SQLConnection) throws {
    let rows = try connection.rows(
      "SELECT number, id FROM employee WHERE employer IN (\(list: employers.sorted())) ORDER BY id"
    ) { row in (Array(try row.value(0, as: String.self).utf8), try row.value(1, as: RecordID<Employee>.self))
    }
    byNumber = Dictionary(rows) { first, _ in first }
    ids = Set(rows.map(\.1))
  }

  func isOurs(_ people: Set<RecordID<Employee>>) -> Bool { people.isSubset(of: ids) }

  /// Nil for a number that nobody has; an empty one is nobody's on purpose.
  func find(_ number: String) -> Finding? {
    if number.isEmpty { return Finding(id: nil) }
    return byNumber[Array(number.utf8)].map { Finding(id: $0) }
  }
}

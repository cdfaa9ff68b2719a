internal import CivilTime
internal import People
internal import Store
internal import WorkingTime

/// アカウント名・PC名 – a name as logs write it: its own part, and the domain where one is named.
///
/// `SOUMU\Yamada`, `yamada@soumu.go.jp` and `yamada@soumu` are the same; `FDMA\yamada` is somebody else's.
struct AccountName: Hashable, Sendable {
  let local: [UInt8]
  /// The first label of the domain; empty where none is named.
  let domain: [UInt8]

  init(_ name: some Collection<UInt8>) {
    let small = name.map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0 }
    let (local, domain): (ArraySlice<UInt8>, ArraySlice<UInt8>) =
      if let slash = small.lastIndex(of: UInt8(ascii: "\\")) {
        (small[(slash + 1)...], small[..<slash])
      } else if let at = small.firstIndex(of: UInt8(ascii: "@")) {
        (small[..<at], small[(at + 1)...])
      } else { (small[...], []) }
    self.local = Array(local.prefix { $0 != UInt8(ascii: "@") })
    self.domain = Array(domain.prefix { $0 != UInt8(ascii: ".") })
  }
}

/// アカウント名・PC名の一覧 – whose a name is on a day: as registered, else as a sign-in name of this system.
struct LogNames {
  struct Entry {
    let from: CivilDate
    /// Nobody's from this day on where nil.
    let employee: RecordID<Employee>?
  }

  /// Before any day of a log.
  private static let ever = CivilDate(dayNumber: .min)

  private var registered: [[UInt8]: [AccountName: [Entry]]] = [:]
  private var logins: [[UInt8]: [AccountName: [Entry]]] = [:]

  /// Adds an entry; they come by day and in the order in which they were written.
  mutating func add(_ name: String, _ entry: Entry) {
    let name = AccountName(name.utf8)
    registered[name.local, default: [:]][name, default: []].append(entry)
  }

  mutating func add(login: String, of employee: RecordID<Employee>) {
    let name = AccountName(login.utf8)
    logins[name.local, default: [:]][name, default: []].append(Entry(from: LogNames.ever, employee: employee))
  }

  /// Everybody to whom a name was ever given, by registration or as a sign-in name.
  func holders(of name: String) -> Set<RecordID<Employee>> {
    let name = AccountName(name.utf8)
    let entries = [registered, logins].flatMap { $0[name.local]?[name] ?? [] }
    return Set(entries.compactMap(\.employee))
  }

  func find(_ name: ArraySlice<UInt8>, on day: CivilDate) -> EmployeeIndex.Finding {
    let name = AccountName(name)
    return LogNames.find(name, in: registered, on: day) ?? LogNames.find(name, in: logins, on: day)
      ?? .unknown
  }

  /// The name as it is written; else without a domain where the log names one, else in the only domain that has it.
  ///
  /// A name that is known in other domains alone may be anybody's.
  private static func find(
    _ name: AccountName,
    in names: [[UInt8]: [AccountName: [Entry]]],
    on day: CivilDate
  ) -> EmployeeIndex.Finding? {
    guard let alike = names[name.local] else { return nil }
    let standing = alike.compactMapValues { entries in entries.last { $0.from <= day } }
    if let entry = standing[name] { return finding(entry) }
    guard let first = standing.values.first else { return nil }
    if !name.domain.isEmpty {
      return standing.first { $0.key.domain.isEmpty }.map { finding($0.value) } ?? .ambiguous
    }
    return standing.values.allSatisfy { $0.employee == first.employee } ? finding(first) : .ambiguous
  }

  private static func finding(_ entry: Entry) -> EmployeeIndex.Finding {
    entry.employee.map { .found($0) } ?? .unknown
  }
}

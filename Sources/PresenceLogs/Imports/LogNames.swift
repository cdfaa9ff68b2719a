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

  /// The name as it was registered; else as a log with a domain or without one may mean it.
  ///
  /// Who is found gets the days of a log for good: where a name may be two people's, it is nobody's.
  func find(_ name: ArraySlice<UInt8>, on day: CivilDate) -> EmployeeIndex.Finding {
    let name = AccountName(name)
    let named = standing(registered, name, on: day)
    if let entry = named[name] { return LogNames.finding(entry) }
    // A sign-in name speaks for its holder until a name of the holder's own is registered.
    let holders = Set(named.values.compactMap(\.employee))
    let free = standing(logins, name, on: day).filter {
      $0.value.employee.map { !holders.contains($0) } ?? true
    }
    return name.domain.isEmpty
      ? LogNames.onlyOne(Array(named.values) + Array(free.values))
      : LogNames.inDomain(name, [named, free])
  }

  private func standing(
    _ names: [[UInt8]: [AccountName: [Entry]]],
    _ name: AccountName,
    on day: CivilDate
  ) -> [AccountName: Entry] {
    (names[name.local] ?? [:]).compactMapValues { entries in entries.last { $0.from <= day } }
  }

  /// Of a log that names a domain: what is known in it, else without any; known in others alone it may be anybody's.
  private static func inDomain(
    _ name: AccountName,
    _ tables: [[AccountName: Entry]]
  ) -> EmployeeIndex.Finding {
    for table in tables {
      if let entry = table[name] ?? table.first(where: { $0.key.domain.isEmpty })?.value {
        return finding(entry)
      }
    }
    return tables.allSatisfy(\.isEmpty) ? .unknown : .ambiguous
  }

  /// Of a log without a domain: the only one who has the name in any.
  private static func onlyOne(_ entries: [Entry]) -> EmployeeIndex.Finding {
    guard let first = entries.first else { return .unknown }
    return entries.allSatisfy { $0.employee == first.employee } ? finding(first) : .ambiguous
  }

  private static func finding(_ entry: Entry) -> EmployeeIndex.Finding {
    entry.employee.map { .found($0) } ?? .unknown
  }
}

internal import People
internal import Store

/// Where the pages of duties live: the one place that spells their paths.
enum DutyPaths {
  static let inbox = "/duties"
  static let confirm = "/duties/confirm"
  static let fulfil = "/duties/fulfil"

  static func inbox(_ filter: InboxFilter) -> String { "\(inbox)?\(query(filter))" }

  static func file(_ filter: InboxFilter) -> String { "\(inbox)/csv?\(query(filter))" }

  private static func query(_ filter: InboxFilter) -> String {
    let measure = filter.measure.map { "&measure=\(DutyPaths.escaped($0))" } ?? ""
    return "state=\(filter.part.rawValue)\(measure)"
  }

  static func duty(_ id: RecordID<Duty>) -> String { "/duties/\(id)" }

  /// The form of evidence by hand, which stands on the same floor.
  static func report(_ id: RecordID<Duty>) -> String { "/duties/\(id)/report" }

  static func excuse(_ id: RecordID<Duty>) -> String { "/duties/\(id)/excuse" }

  static func reopen(_ id: RecordID<Duty>) -> String { "/duties/\(id)/reopen" }

  static func handOver(_ id: RecordID<Duty>) -> String { "/duties/\(id)/hand-over" }

  static func unit(_ id: RecordID<OrganizationUnit>) -> String { "/duties/units/\(id)" }

  static func unit(_ id: RecordID<OrganizationUnit>, _ part: InboxFilter.Part) -> String {
    "/duties/units/\(id)?state=\(part.rawValue)"
  }

  /// Letters, digits, hyphens and dots stand for themselves; anything else is escaped byte by byte.
  static func escaped(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
        bytes.append(byte)
      default:
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

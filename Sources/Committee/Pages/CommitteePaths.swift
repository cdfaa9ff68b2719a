internal import Attachments
internal import CivilTime
internal import Store

/// Where the pages of the committee live: the one place that spells their paths.
enum CommitteePaths {
  static let plan = "/plan"
  static let meetings = "/plan/committee"
  static let voices = "/plan/voices"
  static let intensive = "/plan/intensive"
  static let dates = "/plan/intensive/dates"
  static let actions = "/plan/intensive/actions"

  static func meeting(_ id: RecordID<Meeting>) -> String { "\(meetings)/\(id)" }

  static func agenda(_ id: RecordID<Meeting>) -> String { "\(meeting(id))/agenda" }

  static func papers(_ id: RecordID<Meeting>) -> String { "\(meeting(id))/papers" }

  static func paper(_ file: RecordID<Attachment>, of id: RecordID<Meeting>) -> String {
    "\(papers(id))/\(file)"
  }

  static func minutes(_ id: RecordID<Meeting>) -> String { "\(meeting(id))/minutes" }

  static func decisions(_ id: RecordID<Meeting>) -> String { "\(meeting(id))/decisions" }

  static func held(_ id: RecordID<Meeting>) -> String { "\(meeting(id))/held" }

  static func cancelled(_ id: RecordID<Meeting>) -> String { "\(meeting(id))/cancelled" }

  static func answer(_ id: RecordID<Voice>) -> String { "\(voices)/\(id)/answer" }

  static func intensive(_ year: FiscalYear) -> String { "\(intensive)?year=\(year.startYear)" }

  static func measure(_ id: String) -> String { "/plan/measures/\(id)" }

  static func duty(_ id: String) -> String { "/duties/\(id)" }
}

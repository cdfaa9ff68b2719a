public import CivilTime
public import DelimitedText
public import Store

/// 取り込み結果 – what a staff list would change, or has changed, and what is wrong with it.
public struct RosterReport: Sendable {
  /// What has come of it.
  public enum Outcome: Sendable, Hashable {
    /// Nothing was changed, for there are faults.
    case refused
    /// Nothing was changed, for it was only looked at.
    case checked
    /// It was imported.
    case applied(receipt: RecordID<ImportReceipt>)
    /// The same content was imported before; nothing was changed.
    case alreadyImported(on: CivilDate)
  }

  /// What has come of it.
  public let outcome: Outcome
  /// The encoding in which the file was read.
  public let encoding: TextEncoding
  /// How many rows the file has below the header.
  public let rowCount: Int
  /// What keeps the file from being imported, in the order of rows.
  public let faults: [RosterFault]
  /// What should be looked at, in the order of rows.
  public let warnings: [RosterFault]
  /// What is new, changed and the same.
  public let counts: RosterCounts

  init(outcome: Outcome, file: RosterFile, faults: [RosterFault], counts: RosterCounts) {
    self.outcome = outcome
    encoding = file.encoding
    rowCount = file.rowCount
    let sorted = faults.enumerated().sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }
    self.faults = sorted.map(\.element).filter { !$0.isWarning }
    warnings = sorted.map(\.element).filter(\.isWarning)
    self.counts = counts
  }

  /// What has come of it, in a sentence or two.
  public var message: String {
    switch outcome {
    case .refused:
      "誤りが\(faults.count)件あります。何も取り込んでいません。"
    case .alreadyImported(let date):
      "この内容は \(date.japaneseShort) に取り込み済みです。変更はありません。"
    case .checked where counts.hasChanges:
      "取り込めます。" + counts.message
    case .applied where counts.hasChanges:
      "取り込みました。" + counts.message
    case .checked, .applied:
      "登録済みの内容と同じです。変更はありません。"
    }
  }
}

/// 件数 – what a staff list adds, changes and leaves as it is.
public struct RosterCounts: Sendable, Hashable {
  /// Counts of one kind of record.
  public struct Tally: Sendable, Hashable {
    /// New records.
    public internal(set) var added = 0
    /// Records that say something else now.
    public internal(set) var changed = 0
    /// Records of the file that stay as they are.
    public internal(set) var unchanged = 0
  }

  /// Employers.
  public internal(set) var employers = Tally()
  /// Units; unchanged ones are not counted.
  public internal(set) var units = Tally()
  /// People.
  public internal(set) var employees = Tally()
  /// Assignments.
  public internal(set) var assignments = Tally()
  /// People in service who do not stand in the file; they stay as they are.
  public internal(set) var absentEmployees = 0

  /// Whether anything is added or changed.
  public var hasChanges: Bool { added + changed > 0 }

  var added: Int { [employers, units, employees, assignments].reduce(0) { $0 + $1.added } }
  var changed: Int { [employers, units, employees, assignments].reduce(0) { $0 + $1.changed } }

  var message: String {
    let people = "職員は追加\(employees.added)人、変更\(employees.changed)人、変更なし\(employees.unchanged)人。"
    let posts = "発令は追加\(assignments.added)件、変更\(assignments.changed)件。"
    let absent = absentEmployees == 0 ? "" : "名簿にない在職者\(absentEmployees)人は、そのままです。"
    return people + posts + absent
  }
}

/// 取込の対応付け – how the rows of one log system's file are read; data, not program.
public struct LogMapping: Codable, Sendable, Hashable {
  /// By what a row names the person.
  public enum Person: String, Codable, Sendable, Hashable, CaseIterable {
    /// 職員番号.
    case number
    /// アカウント名 or PC名: found in the register of names, then among the sign-in names of this system.
    case name
  }

  /// Where a moment stands in a row.
  public enum Moment: Codable, Sendable, Hashable {
    /// One column with date and time.
    case stamp([String])
    /// A column with the date and one with the time.
    case dateAndTime([String], [String])
  }

  /// What a row tells.
  public enum Shape: Codable, Sendable, Hashable {
    /// One event a row; rows with other words are passed over.
    case events(at: Moment, kind: [String], words: Words)
    /// A start and an end a row; an end before its start lies on the next day.
    case spans(from: Moment, to: Moment)
  }

  /// The words of a log for what happened, compared without regard to case.
  public struct Words: Codable, Sendable, Hashable {
    /// Somebody is there from now on: ログオン、ロック解除.
    public let on: [String]
    /// Nobody is there from now on: ログオフ、ロック.
    public let off: [String]
    /// Somebody is there at this moment: 操作.
    public let sign: [String]

    /// Words.
    public init(on: [String], off: [String], sign: [String] = []) {
      self.on = on
      self.off = off
      self.sign = sign
    }
  }

  /// In which order the rows of one device stand, by which a clock that was set is noticed.
  public enum Order: String, Codable, Sendable, Hashable, CaseIterable {
    /// 古い順.
    case oldestFirst = "oldest-first"
    /// 新しい順.
    case newestFirst = "newest-first"
    /// 順不同: clocks that were set are not noticed.
    case any
  }

  /// The name by which an import asks for it.
  public let name: String
  /// What log it is for, in Japanese.
  public let title: String
  /// By what a row names the person.
  public let person: Person
  /// The headings, any of which may stand for the column with the person.
  public let personColumn: [String]
  /// The same for the employer's code; needed only where numbers clash.
  public let employerColumn: [String]
  /// The same for the device; empty where the log names none.
  public let deviceColumn: [String]
  /// What a row tells.
  public let shape: Shape
  /// In which order the rows of one device stand.
  public let order: Order

  /// A mapping.
  public init(
    name: String,
    title: String,
    person: Person,
    personColumn: [String],
    employerColumn: [String] = ["特定事業主コード", "employer_code"],
    deviceColumn: [String] = [],
    shape: Shape,
    order: Order
  ) {
    self.name = name
    self.title = title
    self.person = person
    self.personColumn = personColumn
    self.employerColumn = employerColumn
    self.deviceColumn = deviceColumn
    self.shape = shape
    self.order = order
  }
}

extension LogMapping.Person {
  /// The words on the screen.
  var japanese: String {
    switch self {
    case .number: "職員番号"
    case .name: "アカウント名・PC名"
    }
  }
}

extension LogMapping.Order {
  /// The words on the screen.
  var japanese: String {
    switch self {
    case .oldestFirst: "端末ごとに古い順"
    case .newestFirst: "端末ごとに新しい順"
    case .any: "順不同"
    }
  }
}

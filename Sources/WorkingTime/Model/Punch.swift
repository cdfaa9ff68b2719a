public import CivilTime
public import People
public import Store

/// One clock record (打刻): somebody came or went.
///
/// It is never changed; an undo is a record beside it.
public struct Punch: Sendable, Hashable {
  /// Coming or going.
  public enum Kind: String, SQLStorable, Hashable, CaseIterable {
    /// 出勤.
    case arrival = "in"
    /// 退勤.
    case departure = "out"

    /// The word on the screen.
    public var japanese: String {
      switch self {
      case .arrival: "出勤"
      case .departure: "退勤"
      }
    }
  }

  /// How the record came to be; the first three are objective records (客観的な記録).
  public enum Source: String, SQLStorable, Hashable, CaseIterable {
    /// The button of this site, at the server's time.
    case web
    /// A program with a token, at the server's time.
    case api
    /// A card reader or terminal, by its own clock; handed in by a program or in a file.
    case card
    /// Entered later by hand, with a reason.
    case manual

    /// Whether a machine's clock stands behind the record.
    public var isObjective: Bool { self != .manual }

    /// The word on the screen.
    public var japanese: String {
      switch self {
      case .web: "画面"
      case .api: "連携"
      case .card: "端末・取込"
      case .manual: "手入力"
      }
    }
  }

  /// The identifier.
  public let id: RecordID<Punch>
  /// Whose record it is.
  public let employee: RecordID<Employee>
  /// The day of work to which it belongs.
  public let workDate: CivilDate
  /// The time from that day's midnight; 25:31 is half past one in the next night.
  public let time: ClockTime
  /// Coming or going.
  public let kind: Kind
  /// How it came to be.
  public let source: Source
  /// When it was written down.
  public let recordedAt: Instant
  /// Why it was entered by hand; of an objective record, what makes its time doubtful.
  public let reason: String?
  /// When it was taken back; nil while it counts.
  public let cancelledAt: Instant?

  /// A record.
  public init(
    id: RecordID<Punch>,
    employee: RecordID<Employee>,
    workDate: CivilDate,
    time: ClockTime,
    kind: Kind,
    source: Source,
    recordedAt: Instant,
    reason: String? = nil,
    cancelledAt: Instant? = nil
  ) {
    self.id = id
    self.employee = employee
    self.workDate = workDate
    self.time = time
    self.kind = kind
    self.source = source
    self.recordedAt = recordedAt
    self.reason = reason
    self.cancelledAt = cancelledAt
  }

  /// Whether it still counts.
  public var counts: Bool { cancelledAt == nil }
}

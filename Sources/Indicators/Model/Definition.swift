public import CivilTime

extension Indicator {
  /// 定義: what the figure is, so that every shown number can say where it comes from.
  public struct Definition: Sendable, Hashable {
    /// The identifier, `capability.name`.
    public let id: String
    /// The name on screens and in reports.
    public let title: String
    /// What is counted above the line.
    public let numerator: String
    /// What is counted below the line.
    public let denominator: String
    /// How the figure is written.
    public let form: Form
    /// Which records it is computed from.
    public let source: String
    /// The version of the method; it changes when the way of counting does.
    public let methodVersion: Int
    /// Which day of the year it tells of.
    public let asOf: AsOfRule
    /// Whether it is a number of people, which is not shown of few.
    public let guardKind: GuardKind
    /// What follows the number, such as ％ or 年.
    public let unit: String
    /// What to keep in mind, shown with the figure.
    public let caution: String?
    /// What changed with which version, the oldest first.
    public let methodChanges: [MethodChange]
    /// Of which people the group is made, where other indicators count some of the same; nil where none does.
    public let family: Family?

    /// A definition; unless told, counts and averages are figures of people and shares are not.
    public init(
      id: String,
      title: String,
      numerator: String,
      denominator: String,
      form: Form,
      source: String,
      methodVersion: Int,
      asOf: AsOfRule = .throughYear,
      guardKind: GuardKind? = nil,
      unit: String? = nil,
      caution: String? = nil,
      methodChanges: [MethodChange] = [],
      family: Family? = nil
    ) {
      self.id = id
      self.title = title
      self.numerator = numerator
      self.denominator = denominator
      self.form = form
      self.source = source
      self.methodVersion = methodVersion
      self.asOf = asOf
      self.guardKind = guardKind ?? form.guardKind
      self.unit = unit ?? form.unit
      self.caution = caution
      self.methodChanges = methodChanges
      self.family = family
    }
  }

  /// 表し方: how a figure is written.
  public enum Form: Sendable, Hashable {
    /// Numerator over denominator, in percent.
    case share
    /// The numerator alone, of so many in the denominator.
    case count
    /// The numerator over the denominator in a unit, such as years of service.
    case average(AverageUnit)

    fileprivate var guardKind: GuardKind {
      switch self {
      case .share: .shares
      case .count, .average: .people
      }
    }

    fileprivate var unit: String {
      switch self {
      case .share: "％"
      case .count: "件"
      case .average(let unit): unit.japanese
      }
    }
  }

  /// 平均の単位: what an average is written in.
  public enum AverageUnit: Sendable, Hashable, CaseIterable {
    /// Years; the numerator holds months.
    case years
    /// Hours; the numerator holds minutes.
    case hours
    /// Days; the numerator holds days.
    case days

    /// The unit after a number.
    public var japanese: String {
      switch self {
      case .years: "年"
      case .hours: "時間"
      case .days: "日"
      }
    }

    /// How many of what the numerator holds make one of the unit.
    public var parts: Int {
      switch self {
      case .years: 12
      case .hours: 60
      case .days: 1
      }
    }
  }
}

/// 人数の数値か: what a figure tells of, and so how it is guarded.
public enum GuardKind: String, Sendable, Hashable, CaseIterable {
  /// Numbers of persons: not shown of few anywhere, not even of an employer or of all.
  case people
  /// Shares of days, of records, of duties: those of employers are always shown.
  case shares
}

/// 数え方の変更: what changed in the way of counting.
public struct MethodChange: Sendable, Hashable {
  /// The version that it made.
  public let version: Int
  /// The first fiscal year that is counted so.
  public let from: FiscalYear
  /// What changed, in one Japanese sentence.
  public let what: String

  /// A change.
  public init(version: Int, from: FiscalYear, what: String) {
    self.version = version
    self.from = from
    self.what = what
  }
}

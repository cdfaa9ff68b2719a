public import CivilTime

/// 参考の系列: published figures of other bodies over the years, to compare one's own with.
public struct ReferenceSeries: Sendable, Hashable {
  /// The lasting id, such as `rank.director`.
  public let id: String
  /// What it is, in Japanese.
  public let title: String
  /// What follows its numbers, such as ％.
  public let unit: String
  /// The figures in the order of the file, the oldest first.
  public let figures: [ReferenceFigure]
}

/// 参考の数値: one published figure with its source.
public struct ReferenceFigure: Sendable, Hashable {
  /// What the year of a figure means.
  public enum YearKind: String, Sendable, Hashable, CaseIterable {
    /// 年度
    case fiscal
    /// 年
    case calendar
  }

  /// How sure the figure is.
  public enum Certainty: String, Sendable, Hashable, CaseIterable {
    /// The source states it.
    case stated
    /// Worked out from what the source states, such as a difference to the year before.
    case derived
    /// Read off a chart.
    case chart
    /// Stated by somebody who quotes the source.
    case secondary

    /// The word beside the number.
    public var japanese: String {
      switch self {
      case .stated: "公表値"
      case .derived: "公表値から算出"
      case .chart: "図からの読み取り"
      case .secondary: "二次資料"
      }
    }
  }

  /// The targets that it may be compared with, each a plan's code and a target, such as `soumu:T04`.
  public let targets: [String]
  /// Whose figure it is.
  public let body: String
  /// The year.
  public let year: Int
  /// What the year means.
  public let yearKind: YearKind
  /// The day that it tells of, where the source names one.
  public let asOf: CivilDate?
  /// The value in thousandths of the series' unit.
  public let valueMilli: Int
  /// Numerator and denominator, where the source names both.
  public let ratio: Ratio?
  /// How sure it is.
  public let certainty: Certainty
  /// The document.
  public let source: String
  /// Where the document can be read.
  public let address: String
  /// A remark; often empty.
  public let note: String
}

extension ReferenceFigure {
  /// The parts of a text between spaces.
  static func words(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: " ")).map { word in String(Substring(word)) }
  }
}

public import CivilTime
public import DisclosureRules

/// 年度の給与の差異 – the pay gap of one employer for one year as it was computed or taken over last.
public struct PayGapYear: Sendable, Hashable {
  /// Where the ratios come from.
  public enum Origin: String, Sendable, Hashable, CaseIterable {
    /// 職員の給与のファイルから計算
    case computed
    /// 比率を取り込み
    case imported

    /// Its name on pages and in files.
    public var japanese: String {
      switch self {
      case .computed: "給与のファイルから計算"
      case .imported: "取り込んだ比率"
      }
    }
  }

  /// The fiscal year of the pay.
  public let year: FiscalYear
  /// How heads were counted.
  public let method: PayGap.Method
  /// Where the ratios come from.
  public let origin: Origin
  /// The employer's explanation (説明欄); empty without one.
  public let explanation: String
  /// A remark for the tables; empty without one.
  public let note: String
  /// The rows in the order of the tables.
  public let figures: [PayGapFigure]

  /// The pay gap of a year.
  public init(
    year: FiscalYear,
    method: PayGap.Method,
    origin: Origin,
    explanation: String,
    note: String,
    figures: [PayGapFigure]
  ) {
    self.year = year
    self.method = method
    self.origin = origin
    self.explanation = explanation
    self.note = note
    self.figures = figures
  }

  /// The figure of a row; nil where the row was neither computed nor taken over.
  public func figure(_ row: PayGapRow) -> PayGapFigure? {
    figures.first { figure in figure.row == row }
  }

  /// The last day of the year whose pay was counted.
  public var asOf: CivilDate { year.lastDay }
}

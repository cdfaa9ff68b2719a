internal import CivilTime
internal import Indicators
internal import People
internal import Store

/// 数値の内訳: the rows behind a figure as far as one reader may see them.
struct FigureRows: Sendable {
  let definition: Indicator.Definition
  let listing: RowListing
  let year: FiscalYear
  /// The years that can be looked at, the newest first.
  let years: [FiscalYear]
  let filter: RowFilter
  /// What was counted; nil while nothing has been.
  let counted: CountedRows?
}

/// 内訳の絞り込み: which of the rows are asked for.
struct RowFilter: Hashable, Sendable {
  /// 分子: which rows by what they add above the line.
  enum Part: String, CaseIterable, Hashable, Sendable {
    /// All of them.
    case all
    /// Those that add to the numerator.
    case counted
    /// Those that add nothing to it.
    case others

    var japanese: String {
      switch self {
      case .all: "すべて"
      case .counted: "分子に入るもの"
      case .others: "分子に入らないもの"
      }
    }

    func takes(_ row: CountedRow) -> Bool {
      switch self {
      case .all: true
      case .counted: row.ratio.numerator > 0
      case .others: row.ratio.numerator == 0
      }
    }
  }

  var part = Part.all
  /// The unit with all below it; nil for every unit.
  var unit: RecordID<OrganizationUnit>?
}

/// What a reader sees of the rows of a stored figure.
struct CountedRows: Sendable {
  let stored: StoredFigure
  /// The rows that the filter takes, by employer, unit, rank and number.
  let rows: [CountedRow]
  /// All rows that the reader may see, added up.
  let seen: Ratio
  /// The names of the people in ``rows``.
  let people: [RecordID<Employee>: RowPerson]
  /// The units as they were on the day of the figure.
  let tree: UnitTree
  let employers: [Employer]
  /// The highest units of the rows that the reader may see, in 建制順.
  let bureaus: [OrganizationUnit]
  let agreement: RowAgreement
}

/// 保存した数値との一致: whether the rows still come to what was stored.
struct RowAgreement: Hashable, Sendable {
  /// The employers all of whose rows the reader sees, with what was stored of them; empty for heads of units.
  let stored: Ratio?
  /// Where the rows of those employers come to something else now.
  let differences: [ListedFigure.Difference]
  /// Whether anything at all has changed since.
  let hasChanged: Bool
  /// Whether the reader sees the rows of all employers that the figure tells of.
  let isWhole: Bool
  /// Whether the way of counting has changed since.
  let isOtherMethod: Bool
}

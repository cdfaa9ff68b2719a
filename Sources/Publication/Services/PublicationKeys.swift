internal import DisclosureRules
public import Indicators

/// 取り込む項目 – the figures of the disclosure that files may hold, for what no capability computes.
public enum PublicationKeys: Sendable {
  /// One key for every column of the file 情報公表 except the pay gap, such as `publication.a2.regular-other`.
  public static let all: [FigureKeys.Key] = cells.map { cell in
    FigureKeys.Key(cell.fileKey, reading: cell.isShare ? .share : .average)
  }

  static let cells: [DisclosureCell] = DisclosureItem.allCases.filter { $0 != .payGap }.flatMap { item in
    DisclosureCells.cells(of: item, EmployerSettings([:]))
  }
}

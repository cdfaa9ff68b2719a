internal import CivilTime

/// 再計算の要否: which figures have to be computed again.
struct FigureDue {
  /// While records come in, a figure of this year is not computed more often than so.
  static let pauseThisYear: Int64 = 10 * 60 * 1000
  /// A figure of last year is not computed more often than so.
  static let pauseLastYear: Int64 = 24 * 60 * 60 * 1000

  let now: Instant
  let today: CivilDate
  let seen: RecordsSeen
  let runs: [FigureKey: FigureRunRecords.Run]

  init(now: Instant, today: CivilDate, seen: RecordsSeen, runs: [FigureRunRecords.Run]) {
    self.now = now
    self.today = today
    self.seen = seen
    self.runs = Dictionary(runs.map { (FigureKey(indicator: $0.indicator, year: $0.year), $0) }) { $1 }
  }

  /// Whether the figure of a year is missing, was counted otherwise or as of another day, or may have changed.
  ///
  /// Years before the last are never computed by themselves.
  func isDue(_ definition: Indicator.Definition, in year: FiscalYear) -> Bool {
    guard let day = definition.asOf.day(year, today: today) else { return false }
    guard let run = runs[FigureKey(indicator: definition.id, year: year)] else { return true }
    if run.methodVersion != definition.methodVersion || run.day != day { return true }
    let pause = year == FiscalYear(containing: today) ? Self.pauseThisYear : Self.pauseLastYear
    return run.seen != seen && now - run.computedAt >= pause
  }
}

internal import CivilTime
internal import DelimitedText
internal import Demo
internal import Indicators
internal import Plan

/// Figures of the years before for the targets that no capability computes, as a file that is imported.
struct DemoFigures {
  let plan: ActionPlan
  let staff: Int
  let seed: UInt64
  let lastYear: FiscalYear

  private static let years = 5
  private static let columns = [
    "key", "fiscal_year", "as_of", "numerator", "denominator", "source", "method", "note",
  ]

  /// How many parts of its unit make a whole, for the units of rates and averages.
  private static let wholes: [TargetUnit: Int] = [.percent: 100, .permille: 1000, .days: 1, .hours: 1]

  func write(in office: Office) async throws {
    let targets = plan.targets.filter { $0.source == .imported && Self.wholes[$0.value.unit] != nil }
    guard !targets.isEmpty else { return }
    let files = FigureFiles(
      database: office.database,
      clock: office.clock,
      ids: office.ids,
      indicators: House.indicators
    )
    let report = try await files.importFigures(file(of: targets), isDryRun: false)
    guard report.outcome == .applied else {
      throw Failure.failure("\(report.faults.first?.reason ?? "")", .dataError)
    }
    Console.print("Imported \(report.rows) figures of earlier years.")
  }

  private func file(of targets: [Target]) -> [UInt8] {
    var chance = Chance(seed: seed, .figures)
    var writer = DelimitedWriter.plain()
    writer.write(Self.columns)
    for target in targets {
      let reached = chance.within(780...1060)
      let begun = chance.within(300...620)
      for place in 1...Self.years {
        let year = lastYear.advanced(by: place - Self.years)
        let share = begun + (reached - begun) * (place - 1) / (Self.years - 1) + chance.within(-25...25)
        writer.write(row(target, year, permille: place == Self.years ? reached : share, chance: &chance))
      }
    }
    return writer.bytes
  }

  /// A year of a target, at so many thousandths of what is wanted.
  private func row(_ target: Target, _ year: FiscalYear, permille: Int, chance: inout Chance) -> [String] {
    let whole = Self.wholes[target.value.unit] ?? 1
    let isRate = whole > 1
    // A rate is of the few who had a child, an average of nearly all.
    let people =
      isRate ? max(24, staff / 70 + chance.within(-4...4)) : max(40, staff - chance.within(0...20))
    let wanted = people * target.value.amount / whole
    // Nobody takes next to no days, so averages move less.
    let counted = wanted * (isRate ? permille : 700 + permille * 3 / 10) / 1000
    let day =
      target.deadline == .everyCalendarYear
      ? CivilDate(year: year.startYear, month: 12, day: 31) ?? year.lastDay : year.lastDay
    return [
      target.id.text, "\(year.startYear)", day.iso, "\(isRate ? min(people, counted) : counted)",
      "\(people)", "デモの作成", "デモのための数値です。実在の記録ではありません。", "",
    ]
  }
}

internal import CivilTime
internal import Store

/// 対応: what an edition did with a measure of the edition before.
struct MappingLine: Hashable, Sendable {
  /// The edition that did it.
  let edition: Int
  /// The fiscal year from which it holds.
  let firstYear: FiscalYear
  /// The id before.
  let old: MeasureID
  /// The id since; nil when it ended.
  let new: MeasureID?
  /// Why it ended.
  let note: String
  /// Ids other than that of the measure whose line this is.
  let others: [MeasureID]

  /// The line for pages.
  var japanese: String {
    let when = "第\(edition)版（\(firstYear.japanese)から）"
    guard let new else { return "\(when)で\(old)は終わりました。\(note)" }
    return "\(firstYear.advanced(by: -1).japanese)までの\(old)を、\(when)で\(new)が引き継ぎました。"
  }
}

/// Reads what editions did with measures.
enum MappingRecords {
  /// The lines that lead to a measure or away from it, however many editions back and forth, the oldest first.
  static func lines(
    of measure: MeasureID,
    plan: String,
    on connection: any SQLConnection
  ) throws -> [MappingLine] {
    let all = try all(plan: plan, on: connection)
    var known: Set<MeasureID> = [measure]
    var found: Set<Int> = []
    var hasGrown = true
    while hasGrown {
      hasGrown = false
      for (place, line) in all.enumerated() where !found.contains(place) {
        guard known.contains(line.old) || line.new.map(known.contains) == true else { continue }
        found.insert(place)
        known.formUnion([line.old] + [line.new].compactMap { $0 })
        hasGrown = true
      }
    }
    return found.sorted().map { place in
      let line = all[place]
      let others = [line.old, line.new].compactMap { $0 }.filter { $0 != measure }
      return MappingLine(
        edition: line.edition,
        firstYear: line.firstYear,
        old: line.old,
        new: line.new,
        note: line.note,
        others: others
      )
    }
  }

  /// All lines of a plan, by edition and id.
  static func all(plan: String, on connection: any SQLConnection) throws -> [MappingLine] {
    let rows = try connection.rows(
      """
      SELECT v.edition, s.first_year, m.old_measure, m.new_measure, m.note FROM plan_mapping m
      JOIN plan_version v ON v.id = m.version JOIN plan_span s ON s.version = v.id
      WHERE v.code = \(plan) ORDER BY v.edition, m.old_measure, m.new_measure
      """
    )
    return try rows.compactMap { row -> MappingLine? in
      guard let old = MeasureID(try row.value(2)) else { return nil }
      return MappingLine(
        edition: try row.value(0),
        firstYear: FiscalYear(startYear: try row.value(1)),
        old: old,
        new: MeasureID(try row.value(3)),
        note: try row.value(4),
        others: []
      )
    }
  }
}

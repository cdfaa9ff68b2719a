/// Checks what no single row can know: ids given once, and ids named that exist.
struct ReferenceCheck {
  private let ledger: PlanLedger
  private let log: FaultLog
  private let vocabulary: PlanVocabulary?
  private let rows: [MeasureID: PlanLedger.Row]

  /// - Parameter known: the names that capabilities declare; nil when they are not to be checked.
  init(_ ledger: PlanLedger, known: PlanVocabulary?, log: FaultLog) {
    self.ledger = ledger
    self.log = log
    vocabulary = known
    rows = Dictionary(ledger.rows.map { row in (row.id.value, row) }) { first, _ in first }
  }

  func run() {
    checkUniqueness()
    checkThemes()
    checkVocabulary()
    for row in ledger.rows {
      checkAlias(row)
      checkRelated(row)
    }
    for measure in ledger.targetMeasures { checkOriginal(measure, called: "the target") }
    for measure in ledger.mappedTo { checkOriginal(measure, called: "the mapping") }
    for figure in ledger.figureMeasures { checkFigure(figure) }
  }

  private func checkUniqueness() {
    tellDuplicates(ledger.employers, of: "employer code")
    tellDuplicates(ledger.themes, of: "theme id")
    tellDuplicates(ledger.chapters, of: "chapter id")
    tellDuplicates(ledger.items, of: "item id")
    tellDuplicates(ledger.rows.map(\.id), of: "measure id")
    tellDuplicates(ledger.targets, of: "target id")
  }

  private func tellDuplicates<ID: Hashable>(_ ids: [Placed<ID>], of kind: String) {
    var lines: [ID: Int] = [:]
    for id in ids {
      guard let line = lines[id.value] else {
        lines[id.value] = id.place.line
        continue
      }
      let message = "duplicate \(kind) '\(id.value)', already given on line \(line)"
      log.tell(id.place, message, remedy: "give each its own")
    }
  }

  private func checkThemes() {
    let known = Set(ledger.themes.map(\.value))
    for theme in ledger.itemThemes where !known.contains(theme.value) {
      let remedy =
        known.isEmpty ? "list it under 'themes'" : "use one of \(known.sorted().joined(separator: ", "))"
      log.tell(theme.place, "unknown theme '\(theme.value)'", remedy: remedy)
    }
  }

  private func checkVocabulary() {
    guard let vocabulary else { return }
    check(ledger.indicators, among: vocabulary.indicators, called: "indicator")
    check(ledger.evidenceKinds, among: vocabulary.evidenceKinds, called: "kind of evidence")
    check(ledger.events, among: vocabulary.events, called: "event")
  }

  private func check(_ names: [Placed<String>], among known: Set<String>?, called kind: String) {
    guard let known else { return }
    for name in names where !known.contains(name.value) {
      let remedy = "use one of \(known.sorted().joined(separator: ", "))"
      log.tell(name.place, "unknown \(kind) '\(name.value)'", remedy: remedy)
    }
  }

  private func checkAlias(_ row: PlanLedger.Row) {
    guard let named = row.aliasOf, let next = known(named) else { return }
    guard next.aliasOf != nil else { return }
    let chain = chain(from: row)
    let shown = chain.map(\.id.value.text).joined(separator: " → ")
    if let end = chain.last, end.aliasOf == nil {
      let message = "'\(row.id.value)' is an alias of the alias '\(named.value)'"
      log.tell(named.place, message, remedy: "name the original '\(end.id.value)'")
    } else {
      log.tell(named.place, "aliases run in a circle: \(shown)", remedy: "make one of them an original")
    }
  }

  /// The rows from this alias on, until an original, an unknown id, or a row that came before.
  private func chain(from row: PlanLedger.Row) -> [PlanLedger.Row] {
    let longestShown = 8
    var chain = [row]
    var seen: Set<MeasureID> = [row.id.value]
    while let named = chain.last?.aliasOf, let next = rows[named.value], chain.count < longestShown {
      chain.append(next)
      guard seen.insert(next.id.value).inserted else { break }
    }
    return chain
  }

  private func checkRelated(_ row: PlanLedger.Row) {
    for related in row.related where known(related) != nil {
      guard related.value == row.id.value else { continue }
      log.tell(related.place, "'\(related.value)' is related to itself", remedy: "remove it")
    }
  }

  private func checkOriginal(_ measure: Placed<MeasureID>, called what: String) {
    guard let original = known(measure)?.aliasOf else { return }
    let message = "\(what) names '\(measure.value)', which is an alias"
    log.tell(measure.place, message, remedy: "name the original '\(original.value)'")
  }

  private func checkFigure(_ figure: PlanLedger.FigureMeasure) {
    checkOriginal(figure.id, called: "the figure")
    guard figure.needsDuties, let row = rows[figure.id.value], row.aliasOf == nil, !row.hasDuties else {
      return
    }
    let message = "the figure counts duties of '\(figure.id.value)', which has none"
    log.tell(figure.id.place, message, remedy: "add 'duties' to the measure, or name another source")
  }

  private func known(_ id: Placed<MeasureID>) -> PlanLedger.Row? {
    if let row = rows[id.value] { return row }
    log.tell(id.place, "unknown measure id '\(id.value)'", remedy: "name a measure of this file")
    return nil
  }
}

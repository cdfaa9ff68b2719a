/// Reads the chapters with their items.
struct ChapterReader {
  let log: FaultLog
  let ledger: PlanLedger

  func read(_ value: PlanValue) -> Chapter? {
    guard let fields = PlanMapping(value, keys: ["id", "title", "items"], log) else { return nil }
    let id = fields.identifier("id")
    if let id { ledger.chapters.append(id) }
    let title = fields.text("title")
    let items = fields.filledList("items")?.compactMap(item)
    guard let id, let title, let items else { return nil }
    return Chapter(id: id.value, title: title, items: items)
  }

  private func item(_ value: PlanValue) -> PlanItem? {
    guard let fields = PlanMapping(value, keys: ["id", "title", "theme", "measures"], log) else { return nil }
    let id = fields.identifier("id")
    if let id { ledger.items.append(id) }
    let title = fields.text("title")
    let theme = theme(fields)
    let reader = MeasureReader(log: log, ledger: ledger)
    let measures = fields.filledList("measures")?.compactMap(reader.read)
    guard let id, let title, let measures else { return nil }
    return PlanItem(id: id.value, title: title, theme: theme, measures: measures)
  }

  private func theme(_ fields: PlanMapping) -> String? {
    guard let value = fields.optional("theme"), fields.identifier("theme") != nil else { return nil }
    guard let text = value.text(log) else { return nil }
    ledger.itemThemes.append(Placed(value: text, place: value.place))
    return text
  }
}

internal import CivilTime
internal import DisclosureRules
internal import Indicators

/// 情報公表の行 – what one employer publishes of one item: its cells, its remark, and how the rule sees it.
struct DisclosureRow {
  let item: DisclosureItem
  let cells: [DisclosureCell]
  let numbers: [PublishedNumber?]
  private let employer: EmployerMaterial

  init(_ item: DisclosureItem, of employer: EmployerMaterial) {
    self.item = item
    self.employer = employer
    let cells = DisclosureCells.cells(of: item, employer.settings)
    self.cells = cells
    numbers = cells.map { cell in Self.number(cell, employer) }
  }

  /// What the duty to publish looks at.
  var entry: DisclosureEntry {
    DisclosureEntry(
      item: item,
      content: content,
      asOf: shown.map(\.asOf).min(),
      publishedIn: employer.settings.month
    )
  }

  /// The remark: when, how, and why something is blank.
  var remark: String {
    var sentences: [String] = []
    let days = Set(shown.map(\.asOf)).sorted()
    if !days.isEmpty {
      let provisional = shown.contains(where: \.isProvisional) ? "（暫定）" : ""
      sentences.append(days.map { "\($0.iso)時点" }.joined(separator: "、") + provisional)
    }
    sentences += remarks(of: item)
    sentences += Set(shown.compactMap(\.source)).sorted().map { source in "取り込んだ数値：\(source)" }
    if let reason { sentences.append("公表しない理由：\(reason)") }
    if reason == nil, isKeptBack { sentences.append(Self.few) }
    return sentences.joined(separator: "。")
  }

  private static let few = "空欄には、人数が少ないため表示しないものがあります"
  private static let fewReason = "人数が少ないため"
  private static let nobodyReason = "該当する職員がいないため"

  private var shown: [PublishedNumber] { numbers.compactMap { $0 }.filter { $0.text != nil } }

  private var content: DisclosureEntry.Content {
    if !shown.isEmpty { return .value }
    return reason.map { .blank(reason: $0) } ?? .nothing
  }

  /// Why nothing stands there at all; nil where something does or nobody has said.
  private var reason: String? {
    guard shown.isEmpty else { return nil }
    if let written = employer.settings[.blankReason(item)] { return written }
    if isKeptBack { return Self.fewReason }
    return numbers.contains { $0 != nil } ? Self.nobodyReason : nil
  }

  /// Whether a number is there that may not be shown.
  private var isKeptBack: Bool {
    numbers.contains { number in number?.amount == .withheld || number?.amount == .tooFew }
  }

  private func remarks(of item: DisclosureItem) -> [String] {
    switch item {
    case .hires, .staff:
      return employer.settings[.mainGroup].map { ["基幹的な職員のまとまりは「\($0)」"] } ?? []
    case .tenure: return ["\(employer.settings.tenureItem.japanese)による"]
    case .overtime:
      let isComputed = shown.contains { $0.source == nil }
      return isComputed ? ["超過勤務手当の対象になる職員の平均。管理職と非常勤の職員を含まない"] : []
    case .midCareer: return shown.isEmpty ? [] : ["男性には、性別の記載がない職員を含む"]
    case .payGap: return payGapRemarks
    default: return []
    }
  }

  private var payGapRemarks: [String] {
    guard let payGap = employer.payGap else { return [] }
    let change = PayGapWords.methodChange(payGap, before: employer.payGapBefore)
    let table = "役職段階別・勤続年数別の表は給与の男女の差異のファイル（pay-gap.csv）"
    let note = payGap.note.utf8.isEmpty ? nil : payGap.note
    return [payGap.method.japanese, change, note, table].compactMap { $0 }
  }

  private static func number(_ cell: DisclosureCell, _ employer: EmployerMaterial) -> PublishedNumber? {
    // A figure from a file is somebody's decision for this very cell; the two are never added up.
    if let supplied = employer.supplied[cell.fileKey] { return supplied.number(isShare: cell.isShare) }
    switch cell.source {
    case .nothing: return nil
    case .indicator(let id): return employer.figures[id]?.number
    case .above(let id): return employer.figures[id]?.number { ratio in .count(ratio.numerator) }
    case .rest(let id):
      return employer.figures[id]?.number { ratio in .count(ratio.denominator - ratio.numerator) }
    case .difference(let left, let right): return difference(employer.figures[left], employer.figures[right])
    case .payGap(let employment): return payGap(employment, employer)
    }
  }

  /// The difference of two numbers as they are published, so that readers who subtract find the same.
  private static func difference(_ left: RecordedFigure?, _ right: RecordedFigure?) -> PublishedNumber? {
    guard let left, let right else { return nil }
    let amount: PublishedNumber.Amount =
      switch (left.number.amount, right.number.amount) {
      case (.percent(let one), .percent(let other)): .value(milli: (one - other) * 100)
      case (.value(let one), .value(let other)): .value(milli: one - other)
      case (.withheld, _), (_, .withheld): .withheld
      case (.nobody, _), (_, .nobody): .nobody
      default: .tooFew
      }
    return PublishedNumber(
      amount: amount,
      asOf: min(left.asOf, right.asOf),
      isProvisional: left.isProvisional || right.isProvisional,
      source: nil
    )
  }

  private static func payGap(_ employment: PayEmployment, _ employer: EmployerMaterial) -> PublishedNumber? {
    let row = PayGapRow.employment(employment)
    guard let payGap = employer.payGap, let figure = payGap.figure(row) else { return nil }
    let amount: PublishedNumber.Amount
    switch payGap.shown(figure, employer.settings) {
    case .blank: return nil
    case .withheld: amount = .withheld
    case .ratio(let permille): amount = .percent(permille: permille)
    }
    return PublishedNumber(amount: amount, asOf: payGap.asOf, isProvisional: false, source: nil)
  }
}

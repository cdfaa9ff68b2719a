internal import Access
internal import CivilTime
internal import Indicators
internal import Markup
internal import People
internal import Store

/// 内訳への道: links from figures to their rows, for those alone who may open them.
struct RowLinks: Sendable {
  private let open: Set<String>

  /// Of these indicators, those whose rows somebody may open.
  init(_ indicators: [Indicator], for actor: Actor) {
    open = Set(
      indicators.filter { indicator in
        indicator.listing.map { listing in RowReach.opens(listing.audience, to: actor) } ?? false
      }.map(\.definition.id)
    )
  }

  /// A number that leads to its rows; the number alone for everybody else.
  func number(_ text: String, _ indicator: String?, _ year: FiscalYear) -> HTML {
    guard let indicator, open.contains(indicator) else { return "\(text)" }
    return """
      <a\(href: RowPaths.page(indicator, year))>\(text)<span class="hidden">の内訳</span></a>
      """
  }

  /// The way to the rows of a figure in words, of a unit or of all; nothing for everybody else.
  func words(
    _ indicator: String,
    _ year: FiscalYear,
    unit: RecordID<OrganizationUnit>? = nil
  ) -> HTML {
    guard open.contains(indicator) else { return .empty }
    return "<a\(href: RowPaths.page(indicator, year, unit: unit))>内訳を見る</a>"
  }

  /// The same as a paragraph of its own.
  func paragraph(_ indicator: String, _ year: FiscalYear) -> HTML {
    let words = words(indicator, year)
    return words.isEmpty ? .empty : "<p>\(words)</p>"
  }
}

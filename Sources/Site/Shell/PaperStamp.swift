internal import CivilTime
import Markup

/// When a page was drawn or printed; it is seen on paper only.
///
/// The server knows when it drew the page (表示). Where scripts run, the browser puts the time of printing (印刷)
/// in its place.
enum PaperStamp {
  static func draw(shownAt instant: Instant?) -> HTML {
    "<p class=\"stamp\" data-stamp>\(instant.map(text) ?? "")</p>"
  }

  private static func text(_ instant: Instant) -> String {
    let date = OfficeZone.date(of: instant)
    return "表示: \(date.year)年\(date.month)月\(date.day)日 \(OfficeZone.time(of: instant))"
  }
}

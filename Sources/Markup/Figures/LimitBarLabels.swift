/// The words below a limit bar, in as many rows as keep them apart on the narrowest screen.
struct LimitBarLabels {
  /// A width in pixels that every screen has, from which the places are judged.
  private static let narrowest = 260
  private static let gap = 8

  private let placed: [(mark: LimitBar.Mark, place: Int, anchor: String, row: Int)]

  init(marks: [LimitBar.Mark], scale: LimitBarScale) {
    var taken: [[Range<Int>]] = []
    placed = marks.map { mark in
      let place = scale.place(mark.value)
      let width = Self.width(of: mark.label)
      let centre = place * Self.narrowest / 1000
      let (anchor, start) = Self.anchor(centre: centre, width: width)
      let span = start..<(start + width + Self.gap)
      let row = taken.firstIndex { !$0.contains { $0.overlaps(span) } } ?? taken.count
      if row == taken.count { taken.append([]) }
      taken[row].append(span)
      return (mark, place, anchor, row)
    }
  }

  var rowCount: Int { (placed.map(\.row).max() ?? -1) + 1 }

  var texts: HTML {
    HTML(
      placed.map { label in
        """
        <text x="\(LimitBar.percent(label.place))" y="\(44 + 20 * label.row)" \
        text-anchor="\(label.anchor)">\(label.mark.label)</text>
        """
      }
    )
  }

  /// A label stands below its mark, but never reaches over an edge.
  private static func anchor(centre: Int, width: Int) -> (String, start: Int) {
    if centre < width / 2 { return ("start", centre) }
    if centre + width / 2 > narrowest { return ("end", centre - width) }
    return ("middle", centre - width / 2)
  }

  /// A label's width at 14 px; wide characters are as wide as they are high.
  private static func width(of label: String) -> Int {
    label.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 9 : 15) }
  }
}

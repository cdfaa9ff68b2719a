internal import Markup
internal import Site

/// A report as parts that unfold, since the whole is too long for a screen.
struct FollowUpFolds {
  /// What stands under one heading.
  private struct Part {
    let title: String
    var blocks: [(id: String, block: ReportBlock)] = []
  }

  private let opening: [(id: String, block: ReportBlock)]
  private let parts: [Part]

  init(blocks: [ReportBlock]) {
    var opening: [(id: String, block: ReportBlock)] = []
    var parts: [Part] = []
    for (place, block) in blocks.enumerated() {
      if case .heading(let title) = block {
        parts.append(Part(title: title))
      } else if parts.isEmpty {
        opening.append((id: "report-\(place)", block: block))
      } else {
        parts[parts.count - 1].blocks.append((id: "report-\(place)", block: block))
      }
    }
    self.opening = opening
    self.parts = parts
  }

  var drawn: HTML {
    let folds = parts.enumerated().map { place, part in
      Panels.fold(part.title, id: "part-\(place)", level: .section, body: draw(part.blocks))
    }
    return draw(opening) + "<div class=\"folds\">\(folds)</div>"
  }

  /// Tables stand open; what hangs under a subheading, such as the figures of one target, unfolds on its own.
  private func draw(_ blocks: [(id: String, block: ReportBlock)]) -> HTML {
    var drawn: [HTML] = []
    var rest = blocks[...]
    while let first = rest.popFirst() {
      if case .subheading(let title) = first.block {
        let below = rest.prefix { !$0.block.endsSubheading }
        rest = rest.dropFirst(below.count)
        drawn.append(Panels.fold(title, body: draw(Array(below))))
      } else {
        drawn.append(FollowUpHTML.draw(first.block, id: first.id, leads: .toPages))
      }
    }
    return HTML(drawn)
  }
}

extension ReportBlock {
  /// Whether what hangs under a subheading ends before this block.
  fileprivate var endsSubheading: Bool {
    switch self {
    case .heading, .subheading, .table: true
    case .paragraph, .facts, .list: false
    }
  }
}

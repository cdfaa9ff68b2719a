internal import CivilTime
internal import Store

/// 勤務表の一行への入力 – what somebody typed for one day of the sheet.
struct SheetEntry: Sendable, Hashable {
  let date: CivilDate
  /// The times on one line; see ``ClaimNotation``.
  var times: String
  /// What the work was, on one line.
  var work: String
  /// The number of the claim that stood on the page; nought for none.
  var seen: Int64
  /// Whether another row is to be copied into this one.
  var isTarget: Bool = false

  /// Both fields as they were typed, where one line takes no line ends.
  var typed: [String] { [times, work] }

  /// The row as it stands, for a claim or none; one taken back leaves it empty.
  init(_ date: CivilDate, standing claim: OvertimeDeclaration?) {
    self.date = date
    times = ClaimNotation.text(of: claim)
    work = times.utf8.isEmpty ? "" : Self.line(claim?.reason ?? "")
    seen = claim?.id.number ?? 0
  }

  init(_ date: CivilDate, times: String, work: String, seen: Int64, isTarget: Bool) {
    self.date = date
    self.times = times
    self.work = work
    self.seen = seen
    self.isTarget = isTarget
  }

  var hasTimes: Bool { times.unicodeScalars.contains { $0 != " " && $0 != "\u{3000}" && $0 != "\t" } }

  /// Whether the same stands in both fields, byte by byte.
  func says(_ other: SheetEntry) -> Bool {
    times.utf8.elementsEqual(other.times.utf8) && work.utf8.elementsEqual(other.work.utf8)
  }

  /// A text of several lines as a field of one line holds it.
  static func line(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\n" || $0 == "\r" ? " " : $0 }))
  }
}

/// 写すもと – which row is copied into those that were ticked.
enum SheetSource: Sendable, Hashable {
  /// For each the nearest row above it in which something stands.
  case above
  case day(CivilDate)

  /// Rows with the source copied into those ticked; answers with them the ticked days for which there is nothing to
  /// copy.
  func copied(into entries: [SheetEntry]) -> (entries: [SheetEntry], empty: [CivilDate]) {
    var filled = entries
    var empty: [CivilDate] = []
    let fixed: SheetEntry? =
      if case .day(let day) = self { entries.first { $0.date == day && $0.hasTimes } } else { nil }
    for place in filled.indices where filled[place].isTarget {
      let source = self == .above ? filled[..<place].last(where: \.hasTimes) : fixed
      guard let source else {
        empty.append(filled[place].date)
        continue
      }
      filled[place].times = source.times
      filled[place].work = source.work
      filled[place].isTarget = false
    }
    return (filled, empty)
  }
}

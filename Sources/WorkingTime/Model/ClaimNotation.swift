internal import CivilTime

/// 時間帯の書き方 – a day's overtime on one line, as people type it fast: `1815-2030 22:00-25:30`, or `2:30`.
///
/// It only finds the parts; what they mean, and whether they may stand, is read as on the page of one day.
enum ClaimNotation: Sendable, Hashable {
  /// How many stretches a line may have, and how long it may be: nobody's day has more, and each is judged beside all.
  static let most = (stretches: 24, bytes: 500)

  case nothing
  /// A length alone.
  case length(String)
  case stretches([Stretch])

  /// The two ends of a stretch as they were typed; one that is missing is empty.
  struct Stretch: Sendable, Hashable {
    let from: String
    let to: String
  }

  /// A part that is neither a stretch nor a length.
  struct Unreadable: Error, Sendable, Hashable {
    let part: String

    init(part: String) {
      self.part = part
    }

    /// A line that is longer than any day's; of it only the beginning is told.
    init(tooLong line: String) {
      part = String(line.unicodeScalars.prefix(20)) + "…"
    }

    /// What to do, in words of the user interface.
    var japanese: String {
      """
      「\(part)」を読み取れません。時間帯は「1815-2030」「18:15-20:30 22:00-25:30」、長さだけなら「2:30」のように入力してください。\
      1日に\(ClaimNotation.most.stretches)個まで入力できます。
      """
    }
  }

  /// Takes a line apart.
  ///
  /// Either width, any dash or 〜 between the ends, spaces or 、 between stretches; 18 is 18:00.
  init(reading text: String) throws(Unreadable) {
    guard text.utf8.count <= Self.most.bytes else { throw Unreadable(tooLong: text) }
    let parts = Self.parts(of: text)
    guard parts.count <= Self.most.stretches else { throw Unreadable(tooLong: text) }
    guard let first = parts.first else {
      self = .nothing
      return
    }
    if parts.count == 1, !first.contains("-") {
      self = .length(try Self.length(first))
    } else {
      var stretches: [Stretch] = []
      for part in parts { stretches.append(try Self.stretch(part)) }
      self = .stretches(stretches)
    }
  }

  /// A claim on one line, which reads as the same claim; empty for none and for one taken back.
  static func text(of claim: OvertimeDeclaration?) -> String {
    switch claim?.amount {
    case nil, .length(.zero): ""
    case .length(let length): "\(length)"
    case .stretches(let worked, _):
      worked.all.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: " ")
    }
  }

  private typealias Scalars = [Unicode.Scalar]

  private static func length(_ part: Scalars) throws(Unreadable) -> String {
    let text = text(part)
    if text.utf8.elementsEqual("0".utf8) { return "0:00" }
    guard Minutes(reading: text) != nil else { throw Unreadable(part: text) }
    return text
  }

  private static func stretch(_ part: Scalars) throws(Unreadable) -> Stretch {
    let ends = part.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2 else { throw Unreadable(part: text(part)) }
    return Stretch(from: time(Array(ends[0])), to: time(Array(ends[1])))
  }

  /// An hour alone is the full hour.
  private static func time(_ end: Scalars) -> String {
    let isHour = (1...2).contains(end.count) && end.allSatisfy { ("0"..."9").contains($0) }
    return isHour ? text(end) + ":00" : text(end)
  }

  private static func parts(of text: String) -> [Scalars] {
    let signs = DigitFolding.folded(text).unicodeScalars.map { isDash($0) ? "-" : isGap($0) ? " " : $0 }
    // Spaces beside a dash belong to it: 18:15 – 20:30 is one stretch.
    var tight: Scalars = []
    for sign in signs {
      if sign == "-" { while tight.last == " " { tight.removeLast() } }
      if sign == " ", tight.last == "-" { continue }
      tight.append(sign)
    }
    return tight.split(separator: " ").map(Array.init)
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // All hyphens and dashes, and the long vowel marks that a kana keyboard gives for them.
    case 0x2D, 0x7E, 0x2010...0x2015, 0x2212, 0x30FC, 0xFF70: true
    default: false
    }
  }

  private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\t", "\n", "\r", ",", ";", "、", "，", "､", "；", "・": true
    default: false
    }
  }

  private static func text(_ scalars: Scalars) -> String { String(String.UnicodeScalarView(scalars)) }
}

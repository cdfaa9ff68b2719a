internal import Site

/// まとめた処理の結果 – what came of an act on several months, in words for a notice.
struct ToldOutcome: Sendable, Hashable {
  /// Somebody who was left out, and why.
  struct Refused: Sendable, Hashable {
    let name: String
    let reason: String
  }

  let kind: Notice.Kind
  let text: String

  /// Those left out are told by reason, for a notice is short.
  init(_ act: ClosingAct, done: Int, _ refused: [Refused]) {
    var reasons: [(text: String, names: [String])] = []
    for one in refused {
      if let place = reasons.firstIndex(where: { $0.text.utf8.elementsEqual(one.reason.utf8) }) {
        reasons[place].names.append(one.name)
      } else {
        reasons.append((one.reason, [one.name]))
      }
    }
    let rest = reasons.prefix(3).map { reason in
      let others = reason.names.count - 1
      let who = reason.names.prefix(1).joined() + (others == 0 ? "" : "ほか\(others)人")
      return "\(who)は処理していません（\(reason.text)）。"
    }
    kind = refused.isEmpty && done > 0 ? .success : .warning
    text = "\(done)人の\(ClosingWords.act(act))をしました。" + rest.joined()
  }

  /// As it is remembered under its key.
  var remembered: String { "\(kind.rawValue) \(text)" }

  init(remembered: String) {
    let parts = remembered.utf8.split(separator: UInt8(ascii: " "), maxSplits: 1)
    kind = parts.first.flatMap { Notice.Kind(rawValue: String(Substring($0))) } ?? .information
    text = parts.last.map { String(Substring($0)) } ?? remembered
  }
}

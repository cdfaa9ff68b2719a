package import CivilTime
internal import Store

/// 申出の結果 – what became of a request.
package enum RequestOutcome: String, SQLStorable, Hashable, CaseIterable {
  /// 認める.
  case granted
  /// 認めない: only with a reason.
  case refused
  /// 取下げ, by the person who asked.
  case withdrawn

  /// The word in the user interface.
  package var japanese: String {
    switch self {
    case .granted: "認めました"
    case .refused: "認めませんでした"
    case .withdrawn: "取り下げました"
    }
  }
}

/// 決定 – what was decided on a request, by whom, when and why.
package struct RequestDecision: Sendable, Hashable {
  /// What became of it.
  package let outcome: RequestOutcome
  /// Why; empty where it was granted without a word.
  package let reason: String
  /// When.
  package let at: Instant
  /// The name of the account that decided.
  package let by: String
}

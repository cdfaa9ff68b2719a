/// 部署の区分 – whether a post's overtime is in its own hands.
public enum PostKind: String, CaseIterable, Hashable, Sendable {
  /// 自律部署: every post that is not designated as external.
  case ordinary
  /// 他律部署: 他律的業務の比重が高い部署 as designated by the head (人事院規則15―14第16条の2の2第1項第2号).
  case external

  /// The word for it in Japanese.
  public var japanese: String {
    switch self {
    case .ordinary: "自律部署"
    case .external: "他律部署"
    }
  }
}

public import Access

/// One sign-in that the demo offers (デモの利用者).
public struct DemoSignIn: Sendable, Hashable {
  /// What the account is to the system.
  public let role: Role
  /// The login name.
  public let login: String
  /// The password.
  public let password: String
  /// What one can try with it, for the sign-in page, in Japanese.
  public let trial: String
}

/// The named sign-ins of the demo; a database that is not a demo has none of them.
public enum DemoSignIns: Sendable {
  /// The password of every account of the demo.
  public static let password = "hataraki-demo"

  /// One sign-in for each role, in the order in which they are shown.
  public static let all = [
    make(.staff, "忙しい係員です。出退勤を打刻し、今月の勤務時間と上限までの残りを見られます。"),
    make(.superior, "同じ課の課長です。部下の勤務時間と上限の判定を見て、担当の取組をまとめて報告できます。"),
    make(.manager, "別の課の管理職です。自分の課の勤務時間を見られます。"),
    make(.executive, "局長です。計画と、自分が率いる組織の状況を見られます。"),
    make(.hr, "総務省の人事担当です。省内の職員の名簿と勤務時間を見られます。"),
    make(.timeKeeper, "課の勤務時間管理員です。課員の月ごとの超過勤務と上限の判定を見られます。"),
    make(.secretariat, "推進事務局です。遅れを見て催促し、会議とフォローアップを進め、公表できます。"),
    make(.committee, "推進委員です。計画の全体、会議の議題と決定、届いた声を見られます。"),
    make(.auditor, "監査担当です。記録の一覧を見て、改ざんがないことを確かめられます。"),
    make(.administrator, "システム管理者です。システムの状態だけを見られます。職員の情報は見られません。"),
    make(.terminal, "打刻端末の口座です。画面では何も見られません。打刻は、この口座のトークンで連携します。"),
  ]

  private static func make(_ role: Role, _ trial: String) -> DemoSignIn {
    DemoSignIn(role: role, login: role.rawValue, password: password, trial: trial)
  }
}

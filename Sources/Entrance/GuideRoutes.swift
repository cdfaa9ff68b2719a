internal import Markup
internal import Site

/// Pages that help and are open to everyone.
enum GuideRoutes {
  static let all: [Route] = [
    Route.open(.get, "/help") { _ in .page(help) },
    Route.open(.get, "/contact") { _ in .page(contact) },
    Route.open(.get, "/accessibility") { _ in .page(accessibility) },
  ]

  private static let help = PageContent(
    title: "使い方",
    lead: "毎日使うのは「今日の勤務」だけです。",
    body: """
      \(Panels.section("職員の方", body: """
        <ol><li>出勤したら「出勤を記録する」、帰るときは「退勤を記録する」を押します。間違えたときは5分以内なら取り消せます。</li>\
        <li>超過勤務をした日は、その日の画面で長さと業務の内容を申告します。遅くなっても受け付けます。</li>\
        <li>打ち忘れは、その日の画面の「打ち忘れの入力」から理由を添えて追加します。元の記録は消えません。</li></ol>
        """))\
      \(Panels.section("組織の長・勤務時間管理員の方", body: """
        <p>「組織の勤務時間」で職員ごとの超過勤務を月ごとに見ます。×は上限を超えた月です。理由と根拠の条文は、その下の表と氏名の先の画面にあります。</p>
        """))\
      \(Panels.section("推進事務局の方", body: """
        <p>「取組と指標」で取組の状態を見て、年度のフォローアップを印刷します。記録のない取組は「未報告」と表示します。</p>
        """))
      """
  )

  private static let contact = PageContent(
    title: "お問い合わせ",
    lead: "勤務時間のことは所属の勤務時間管理員、利用者名やパスワードのことは人事担当に尋ねてください。",
    body: """
      <p>画面に問い合わせ番号が出たときは、その番号を添えてください。システムの管理者が原因を調べられます。</p>
      """
  )

  private static let accessibility = PageContent(
    title: "アクセシビリティ",
    lead: "JIS X 8341-3:2016 の適合レベルAAと、WCAG 2.2 のA・AAを目標にしています。",
    body: """
      \(Panels.section("試験の方法", body: """
        <p>すべての画面を、幅1280ピクセルと320ピクセル、スクリプトを使わない設定で、自動の検査（axe-core）とキーボード操作により確かめています。</p>
        """))\
      \(Panels.section("確かめていないこと", body: """
        <p>スクリーンリーダーの実機による試験は、導入する組織で行ってください。</p>
        """))\
      <p>配色と寸法はデジタル庁デザインシステムの値を参考に作成しています。</p>
      """
  )
}

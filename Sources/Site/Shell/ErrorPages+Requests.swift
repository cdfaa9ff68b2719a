internal import Markup

/// Errors of requests that say themselves what was wrong.
extension ErrorPages {
  /// The form came from another site or from a session that has ended (403).
  static let foreignForm = told(
    "画面の有効期限が切れました",
    "画面を開いてから時間がたったか、別の画面でログインし直したため、送った内容を保存していません。",
    advice: "前の画面に戻って読み込み直し、もう一度送ってください。"
  )

  /// What was sent cannot be read (400); `message` says why and what to do.
  static func badRequest(_ message: String) -> PageContent {
    told("送られた内容を読み取れませんでした", message, advice: "前の画面に戻り、入力を確かめてもう一度送ってください。")
  }

  private static func told(_ title: String, _ what: String, advice: String) -> PageContent {
    PageContent(
      title: title,
      lead: "\(what)",
      body: """
        <p class="running">\(advice)</p>\
        \(Panels.actions([Buttons.link("ホームへ", to: "/"), Buttons.link("お問い合わせ", to: "/contact")]))
        """
    )
  }
}

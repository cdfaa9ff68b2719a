import Markup

/// The pages that stand where a page could not be: what happened, and what to do now.
public enum ErrorPages: Sendable {
  /// Nothing lives at this address (404).
  public static let notFound = page(
    "ページが見つかりません",
    "アドレスが変わったか、ページがなくなっています。",
    advice: "アドレスを手で入力したときは、誤りがないか見てください。ホームやメニューからも探せます。"
  )

  /// The visitor may not see this (403).
  public static let forbidden = page(
    "このページを見る権限がありません",
    "あなたの現在の官職や役割では、このページを開けません。",
    advice: "異動や併任の直後は、発令が登録されるまで開けないことがあります。必要なときは所属の勤務時間管理員に相談してください。"
  )

  /// The record has changed since the form was drawn (409); `message` says what and by whom.
  public static func conflict(_ message: String) -> PageContent {
    page(
      "ほかの更新と重なりました",
      message,
      advice: "送った内容はまだ保存していません。前の画面に戻って最新の内容を読み込み、もう一度入力してください。"
    )
  }

  /// What was sent is too large (413).
  public static let tooLarge = page(
    "送られた内容が大きすぎます",
    "1回に受け取れる大きさを超えたため、保存していません。",
    advice: "前の画面に戻り、文章を短くするか、ファイルを分けて送ってください。"
  )

  /// What was sent cannot be read (400), as after a session that has ended.
  public static let badRequest = page(
    "送られた内容を読み取れませんでした",
    "画面を開いてから時間がたったか、内容が途中で切れたため、保存していません。",
    advice: "前の画面に戻って読み込み直し、もう一度送ってください。"
  )

  /// Too many tries in a short time (429).
  public static let tooManyTries = page(
    "しばらく待ってからやり直してください",
    "短い時間に何度も試みがあったため、受け付けを止めています。",
    advice: "数分たつと、また受け付けます。パスワードが分からないときは、お問い合わせの窓口に連絡してください。"
  )

  /// The service cannot answer now (503).
  public static let unavailable = page(
    "ただいま利用できません",
    "点検中か、混み合っています。",
    advice: "数分待ってから読み込み直してください。出勤や退勤の記録は、後からでも入力できます。"
  )

  /// Something went wrong inside (500); `reference` is what the log knows it by.
  public static func failure(reference: String) -> PageContent {
    page(
      "処理を完了できませんでした",
      "システムの不具合です。送った内容は保存されていないことがあります。",
      advice: "少し待ってからやり直してください。続くときは、次の番号をお問い合わせの窓口に伝えてください。",
      facts: Panels.keyValues([(term: "問い合わせ番号", value: "<code>\(reference)</code>")])
    )
  }

  private static func page(
    _ title: String,
    _ what: String,
    advice: String,
    facts: HTML = .empty
  ) -> PageContent {
    PageContent(
      title: title,
      lead: "\(what)",
      body: """
        <p class="running">\(advice)</p>\(facts)\
        \(Panels.actions([Buttons.link("ホームへ", to: "/"), Buttons.link("お問い合わせ", to: "/contact")]))
        """
    )
  }
}

internal import Markup
internal import Site

/// ログイン.
struct SignInPage: Sendable {
  let returnTo: String
  let login: String
  let faults: [FormFault]
  let demo: (password: String, signIns: [EntranceCapability.DemoSignIn])?

  var content: PageContent {
    PageContent(
      title: "ログイン",
      lead: "利用者名は職員番号です。",
      faults: faults,
      body: """
        \(form)\
        \(Panels.entries([.init("初めて使うとき", to: "/first-sign-in", text: "登録コードで自分のパスワードを登録します")]))\(demoPart)
        """
    )
  }

  private var form: HTML {
    Forms.form(
      action: "/sign-in",
      token: "",
      actions: [Buttons.submit("ログインする")],
      content: """
        \(Fields.hidden("return", value: returnTo))\
        \(Fields.text(
          "login", label: "利用者名", value: login, faults: faults, width: .medium, autocomplete: "username"))\
        \(Fields.text(
          "password", label: "パスワード", faults: faults, input: .password, width: .medium,
          autocomplete: "current-password"))
        """
    )
  }

  private var demoPart: HTML {
    guard let demo else { return .empty }
    let table = DataTable.draw(
      id: "demo-sign-ins",
      caption: "お試しの利用者名",
      columns: [.init("役割", .rowHeader), .init("利用者名", .word), .init("試せること", .text)],
      rows: demo.signIns.map { [.text($0.role), .text($0.login), .text($0.hint)] },
      note: "パスワードはどれも「\(demo.password)」です。",
      narrow: .stacks
    )
    return Panels.section("デモの利用者", body: table)
  }
}

/// 初めて使うとき: the code that was handed out, and a password of one's own.
struct FirstSignInPage: Sendable {
  var fields: FormFields = .empty
  var faults: [FormFault] = []

  var content: PageContent {
    PageContent(
      title: "パスワードの登録",
      breadcrumbs: [Breadcrumb("ログイン", "/sign-in")],
      lead: "人事担当から受け取った登録コードで、自分のパスワードを登録します。",
      faults: faults,
      body: Forms.form(
        action: "/first-sign-in",
        token: "",
        actions: [Buttons.submit("パスワードを登録する")],
        content: """
          \(Fields.text(
            "login", label: "利用者名", hint: "職員番号です。", value: fields.first("login") ?? "", faults: faults,
            width: .medium, autocomplete: "username"))\
          \(Fields.text(
            "code", label: "登録コード", hint: "16文字。大文字・小文字、空白、ハイフンの違いは構いません。",
            value: fields.first("code") ?? "", faults: faults, width: .medium, autocomplete: "one-time-code"))\
          \(Fields.text(
            "password", label: "新しいパスワード", hint: "12文字以上。文字の種類の決まりはありません。長い言葉が安全です。",
            faults: faults, input: .password, width: .medium, autocomplete: "new-password"))\
          \(Fields.text(
            "again", label: "新しいパスワード（確認）", faults: faults, input: .password, width: .medium,
            autocomplete: "new-password"))
          """
      )
    )
  }
}

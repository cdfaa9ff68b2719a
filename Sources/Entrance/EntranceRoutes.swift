internal import Access
internal import Site
internal import Store

/// Signing in and out, the first sign-in, and home.
struct EntranceRoutes: Sendable {
  let passwords: PasswordWorker
  let demo: (password: String, signIns: [EntranceCapability.DemoSignIn])?
  let waiting: [HomeEntry]

  var all: [Route] {
    [
      Route.open(.get, "/sign-in") { request in
        if request.visitor != nil { return .redirect(to: "/") }
        return .page(page(returnTo: request.query.first("return")).content)
      },
      Route.open(.post, "/sign-in", signIn),
      Route(.post, "/sign-out", allow: .signedIn, signOut),
      Route.open(.get, "/first-sign-in") { _ in .page(FirstSignInPage().content) },
      Route.open(.post, "/first-sign-in", setFirstPassword),
      Route(.get, "/", allow: .signedIn, home),
    ]
  }

  private func home(_ request: SignedInRequest) async throws -> Reply {
    var entries: [Panels.Entry] = []
    for entry in waiting {
      if let entry = try await entry(request) { entries.append(entry) }
    }
    return .page(HomePage(actor: request.actor, waiting: entries).content)
  }

  private func signIn(_ request: SiteRequest) async throws -> Reply {
    let returnTo = ReturnPath.checked(request.form.first("return"))
    var form = FormReader(request.form)
    let login = form.text("login", label: "利用者名")
    let password = request.form.first("password") ?? ""
    if password.utf8.isEmpty { form.add("password", "パスワードを入力してください。") }
    guard let login, form.faults.isEmpty else {
      return .mend(page(returnTo: returnTo, login: login ?? "", faults: form.faults).content)
    }
    do {
      let secret = try await service(request).signIn(
        login: login,
        password: password,
        address: request.address,
        replacing: request.session
      )
      return .signedIn(sessionSecret: secret.text, to: returnTo)
    } catch AccessError.wrongLoginOrPassword {
      let fault = FormFault("login", "利用者名かパスワードが違います。もう一度入力してください。")
      return .mend(page(returnTo: returnTo, login: login, faults: [fault]).content)
    } catch AccessError.tooManyTries {
      throw SiteError.tooManyTries
    }
  }

  private func signOut(_ request: SignedInRequest) async throws -> Reply {
    if let session = request.session {
      try await service(request.request).signOut(session, actor: request.actor)
    }
    return .signedOut(to: "/sign-in")
  }

  private func setFirstPassword(_ request: SiteRequest) async throws -> Reply {
    var form = FormReader(request.form)
    let login = form.text("login", label: "利用者名")
    let code = form.text("code", label: "登録コード")
    let password = request.form.first("password") ?? ""
    let again = request.form.first("again") ?? ""
    if !PasswordRule.allows(password) {
      form.add("password", "パスワードを\(PasswordRule.least)文字以上にしてください。")
    } else if !password.utf8.elementsEqual(again.utf8) {
      form.add("again", "同じパスワードをもう一度入力してください。")
    }
    guard let login, let code, form.faults.isEmpty else {
      return .mend(FirstSignInPage(fields: form.fields, faults: form.faults).content)
    }
    do {
      try await service(request).setFirstPassword(
        login: login,
        code: code,
        password: password,
        address: request.address
      )
      return .redirect(to: "/sign-in", notice: Notice(.success, "パスワードを登録しました。ログインしてください。"))
    } catch AccessError.wrongSetupCode {
      let fault = FormFault("code", "利用者名か登録コードが違うか、期限が切れています。人事担当に新しいコードを頼んでください。")
      return .mend(FirstSignInPage(fields: form.fields, faults: [fault]).content)
    } catch AccessError.tooManyTries {
      throw SiteError.tooManyTries
    }
  }

  private func page(returnTo: String?, login: String = "", faults: [FormFault] = []) -> SignInPage {
    SignInPage(returnTo: ReturnPath.checked(returnTo), login: login, faults: faults, demo: demo)
  }

  private func service(_ request: SiteRequest) -> SignIn {
    SignIn(
      database: request.database,
      clock: request.services.clock,
      ids: request.ids,
      passwords: passwords
    )
  }
}

internal import Access
internal import DelimitedText
internal import People
internal import Site
internal import Store

/// Imports, mappings and names.
enum LogRoutes {
  /// Those who see imports, which hold no personal data, and set up mappings.
  static let keepers: AccessRule = .anyOf([.hr, .administrator])
  /// Those who say whose a name is.
  private static let registrars: AccessRule = .anyOf([.hr])

  static let all: [Route] = [
    Route(.get, "/presence/logs", allow: keepers) { request in .page(try await page(request).content) },
    Route(.post, "/presence/logs/mappings", allow: keepers, setMapping),
    Route(
      .post,
      "/presence/logs/names",
      allow: registrars,
      upload: UploadLimit(bytes: 1 << 20, files: 1),
      registerNames
    ),
    Route(.get, "/presence/logs/{import}/faults", allow: keepers, faults),
  ]

  /// How many imports are listed.
  private static let most = 50

  private static func page(_ request: SignedInRequest) async throws -> LogsPage {
    let mayRegister = registrars.admits(request.actor)
    let token = request.formToken
    let once = (mapping: request.freshOnce(), names: request.freshOnce())
    return try await request.database.read { connection in
      LogsPage(
        imports: try LogImportRecords.newest(most, on: connection),
        mappings: try LogMappingRecords.all(on: connection),
        nameCount: try LogNameRecords.count(on: connection),
        mayRegister: mayRegister,
        token: token,
        once: once
      )
    }
  }

  private static func setMapping(_ request: SignedInRequest) async throws -> Reply {
    var reader = FormReader(request.form)
    guard let mapping = MappingForm.mapping(&reader) else {
      var page = try await page(request)
      page.faults = reader.faults
      page.entered = request.form
      return .mend(page.content)
    }
    try await PresenceErrors.told { try await PresenceDesk(request).set(mapping) }
    let notice = Notice(.success, "対応付け「\(mapping.name)」を保存しました。次の取込から使います。")
    return .redirect(to: PresencePaths.logs, notice: notice)
  }

  private static func registerNames(_ request: SignedInRequest) async throws -> Reply {
    guard let file = request.files.first, !file.bytes.isEmpty else {
      return try await mend(request, "CSVのファイルを選んでください。")
    }
    let employers = request.actor.personnelEmployers
    let count: Int
    do {
      let read = try await request.database.read { connection in
        try LogNameFile.names(file.bytes, of: employers, on: connection)
      }
      let names = try read.get()
      try await PresenceErrors.told { try await PresenceDesk(request).register(names) }
      count = names.count
    } catch let faults as LogNameFaults {
      return try await mend(request, faults.japanese)
    } catch let error as DelimitedTextError {
      return try await mend(request, error.japanese)
    }
    return .redirect(to: PresencePaths.logs, notice: Notice(.success, "\(count)個の名前を登録しました。"))
  }

  private static func mend(_ request: SignedInRequest, _ message: String) async throws -> Reply {
    var page = try await page(request)
    page.faults = [FormFault("file", message)]
    return .mend(page.content)
  }

  private static func faults(_ request: SignedInRequest) async throws -> Reply {
    let id: RecordID<LogImport> = try request.id("import")
    let faults = try await request.database.read { connection in
      try LogImportRecords.faults(of: id, on: connection)
    }
    guard !faults.isEmpty else { throw SiteError.notFound }
    return .download(
      name: "pc-log-faults-\(id).csv",
      contentType: "text/csv; charset=utf-8",
      bytes: try LogFaultFile.bytes(faults)
    )
  }
}

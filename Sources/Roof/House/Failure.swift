internal import Access
internal import ArgumentParser
internal import DelimitedText
internal import Glibc
internal import Store

/// How the commands end: a message that says what to do, and an exit code that scripts can rely on.
enum Failure {
  /// The exit codes of `sysexits.h`.
  enum Code: Int32 {
    case dataError = 65
    case noInput = 66
    case unavailable = 69
    case cannotCreate = 73
    case inputOutput = 74
    case temporary = 75
  }

  /// Runs a command's work and turns errors into messages.
  static func explaining(_ work: () async throws -> Void) async throws {
    do {
      try await work()
    } catch let error as StoreError {
      let (message, code) = explain(error)
      throw failure(message, code)
    } catch let error as DelimitedTextError {
      throw failure(error.description, error.line == 0 ? .noInput : .dataError)
    } catch let error as AccessError {
      throw failure(explain(error), .dataError)
    }
  }

  static func failure(_ message: String, _ code: Code) -> ExitCode {
    Console.error(message)
    return ExitCode(code.rawValue)
  }

  private static func explain(_ error: StoreError) -> (String, Code) {
    switch error {
    case .newerSchema(let name):
      (
        "The database was written by a newer version (\(name)). Install that version, or restore a backup.",
        .unavailable
      )
    case .changedMigration(let name):
      (
        "The migration \(name) differs from the one that was applied. Use the program that made this database.",
        .unavailable
      )
    case .diskFull:
      ("The disk is full. Nothing was written; make room and repeat the command.", .inputOutput)
    case .busy:
      ("Another process is writing to the database. Repeat the command.", .temporary)
    case .connectionLost(let outcomeUnknown):
      outcomeUnknown
        ? (
          "The connection was lost while committing. Look whether the change is there before repeating.",
          .temporary
        )
        : ("The connection to the database was lost. Nothing was written; repeat the command.", .temporary)
    case .cannotOpen(let reason):
      ("The database cannot be opened: \(reason).", .noInput)
    case .closed:
      ("The database is closed.", .temporary)
    case .unique, .foreignKey, .check, .appendOnly, .nullCharacter, .unexpectedColumn, .engine:
      ("The database refused the change: \(error). Nothing was written.", .dataError)
    }
  }

  private static func explain(_ error: AccessError) -> String {
    switch error {
    case .unknownLogin(let login): "There is no account with the login \(login)."
    case .loginTaken(let login): "The login \(login) is taken."
    case .unknownEmployee(let number):
      "There is no employee with the number \(number) who is in service over the whole period."
    case .unsuitableReach(.timeKeeper): "A time-keeper needs --unit and --employer."
    case .unsuitableReach(.hr): "The personnel role needs --employer and no --unit."
    case .unsuitablePeriod: "The period ends before it begins, or lies in the past."
    case .locked(let login): "The account \(login) is locked. First: hataraki account unlock --login \(login)"
    case .noSuchGrant(let role): "The account does not have the role \(role.rawValue) with this reach."
    case .noSuchToken: "The account has no such token in force. See: hataraki token list"
    case .unknownUnit(let code): "No unit has the code \(code) on the first day."
    case .unsuitableReach(let role): "The role \(role.rawValue) cannot be granted with these options."
    case .wrongLoginOrPassword, .tooManyTries, .wrongSetupCode, .unsuitablePassword: "Not let in: \(error)."
    }
  }
}

/// Standard output and error.
enum Console {
  static func print(_ text: String) {
    write(text + "\n", to: 1)
  }

  static func error(_ text: String) {
    write(text + "\n", to: 2)
  }

  static func write(_ text: String, to descriptor: Int32) {
    let bytes = Array(text.utf8)
    write(bytes, to: descriptor)
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes[start...].withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count <= 0 { return }
      start += count
    }
  }
}

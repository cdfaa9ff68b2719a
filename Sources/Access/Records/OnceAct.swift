public import CivilTime
internal import Crypto
public import Journal
public import Store

/// 一度だけ行うこと – what a form or an API call does, with all by which it differs from other acts of its kind.
///
/// A key names one act: sent again with the same it does nothing, sent with another it is refused, so that nothing
/// is lost while success is told.
public struct OnceAct: Sendable, Hashable {
  /// Why nothing was done.
  public enum Refusal: Error, Sendable, Hashable {
    /// The key was sent before, for something else.
    case keyUsedOtherwise

    /// What to do, in words of the user interface.
    public var japanese: String {
      "この画面からは、別の内容をすでに受け付けています。今回の入力は保存していません。画面を開き直してから、もう一度操作してください。"
    }
  }

  private let mark: String

  /// An act with what it was done to and what was entered; of these a digest is kept, for they hold what somebody
  /// wrote.
  public init(_ kind: JournalKind, _ parts: [String], files: [(name: String, bytes: [UInt8])] = []) {
    var hash = SHA256()
    func add(_ bytes: some Collection<UInt8>) {
      hash.update(data: Array("\(bytes.count):".utf8))
      hash.update(data: Array(bytes))
    }
    for part in parts { add(part.utf8) }
    for file in files {
      add(file.name.utf8)
      add(file.bytes)
    }
    let digits = Array("0123456789abcdef".utf8)
    let digest = hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    mark = "\(kind.name) \(String(decoding: digest, as: UTF8.self)) "
  }

  /// What came of this act when it was sent under the key before; nil when the key is new or there is none.
  ///
  /// - Throws: ``Refusal/keyUsedOtherwise``; `StoreError` from the engine.
  public func outcome(
    of once: String?,
    account: RecordID<Account>,
    on connection: any SQLConnection
  ) throws -> String? {
    guard let once, let known = try OnceRecords.outcome(of: once, account: account, on: connection) else {
      return nil
    }
    guard known.utf8.starts(with: mark.utf8) else { throw Refusal.keyUsedOtherwise }
    return String(Substring(known.utf8.dropFirst(mark.utf8.count)))
  }

  /// Remembers what came of it, in the transaction of the change; without a key nothing.
  public func remember(
    _ outcome: String,
    of once: String?,
    account: RecordID<Account>,
    at now: Instant,
    on connection: any SQLConnection
  ) throws {
    guard let once else { return }
    try OnceRecords.remember(mark + outcome, of: once, account: account, at: now, on: connection)
  }
}

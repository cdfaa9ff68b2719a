extension LogMapping {
  /// The mappings that need not be set up.
  public static let builtIn = [events, days, windows]

  /// PCの操作記録: one event a row, by staff number.
  private static let events = LogMapping(
    name: "pc-events",
    title: "PCの操作記録（1行に1つの出来事）",
    person: .number,
    personColumn: ["職員番号", "employee_number"],
    deviceColumn: ["端末名", "device"],
    shape: .events(at: .stamp(["日時", "timestamp"]), kind: ["種別", "event"], words: .usual),
    order: .oldestFirst
  )

  /// PCの使用時間: a start and an end a day, by staff number.
  private static let days = LogMapping(
    name: "pc-days",
    title: "PCの使用時間（1行に1日の開始と終了）",
    person: .number,
    personColumn: ["職員番号", "employee_number"],
    deviceColumn: ["端末名", "device"],
    shape: .spans(
      from: .dateAndTime(["日付", "date"], ["開始時刻", "start"]),
      to: .dateAndTime(["日付", "date"], ["終了時刻", "end"])
    ),
    order: .any
  )

  /// Windowsのイベント ログ: security and system events by account name, as exported newest first.
  private static let windows = LogMapping(
    name: "windows-events",
    title: "Windowsのイベント ログ（新しい順）",
    person: .name,
    personColumn: ["アカウント", "Account", "UserName", "TargetUserName"],
    deviceColumn: ["コンピューター", "Computer", "MachineName"],
    shape: .events(
      at: .stamp(["日付と時刻", "TimeCreated", "Date and Time"]),
      kind: ["イベント ID", "イベントID", "EventID", "Event ID", "Id"],
      words: Words(on: ["4624", "4801", "6005"], off: ["4634", "4647", "4800", "6006", "1074", "42"])
    ),
    order: .newestFirst
  )
}

extension LogMapping.Words {
  /// The words that log tools for offices mostly use.
  static let usual = LogMapping.Words(
    on: ["ログオン", "ロック解除", "起動", "復帰", "logon", "unlock", "startup", "wake"],
    off: ["ログオフ", "ロック", "シャットダウン", "スリープ", "logoff", "lock", "shutdown", "sleep"],
    sign: ["操作", "activity"]
  )
}

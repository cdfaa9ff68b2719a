internal import CivilTime
internal import Store

/// One row of a log that tells nothing, or nothing that is believed (取込の誤り).
public struct LogFault: Sendable, Hashable {
  /// What stood in the way.
  public enum Kind: String, SQLStorable, Hashable, CaseIterable {
    /// Nobody has this number or name.
    case unknownPerson = "unknown-person"
    /// Several employers have the number, or several domains the name.
    case ambiguousPerson = "ambiguous-person"
    /// No date and time can be read, or an end lies more than a day after its start.
    case unreadable
    /// The event lies ahead of the moment of import.
    case ahead
    /// The clock of the device stepped against the order of the log.
    case jump
    /// The event lies before the person was hired or after the person left.
    case outsideService = "outside-service"

    /// What is wrong, in Japanese.
    public var reason: String {
      switch self {
      case .unknownPerson: "この番号又は名前の職員は登録されていません。"
      case .ambiguousPerson: "同じ職員番号が複数の特定事業主に、又は同じ名前が複数のドメインにあり、だれの記録か決められません。"
      case .unreadable: "日時として読めないか、終了が開始の24時間より後です。"
      case .ahead: "取込の時刻より1時間以上先の記録です。端末の時計が進んでいます。"
      case .jump: "同じ端末の前後の記録と、時刻の順序が1時間以上逆です。"
      case .outsideService: "採用の前又は退職の後の日付です。端末の時計か番号が違っています。"
      }
    }

    /// What to do, in Japanese.
    public var remedy: String {
      switch self {
      case .unknownPerson:
        "番号を確かめるか、職員の名簿か、アカウント名・PC名の登録に加えてください。加えた後は、同じファイルを --again を付けて取り込み直せます。"
      case .ambiguousPerson: "特定事業主コードの列を加えるか、ドメインの付いた名前で登録してください。"
      case .unreadable: "2026-04-01 9:30 のような日時にしてください。"
      case .ahead, .jump, .outsideService: "記録は残し、この端末のこの日は在庁の計算に使いません。端末の時計を確かめてください。"
      }
    }

    var doubts: ClockDoubts {
      switch self {
      case .unknownPerson, .ambiguousPerson, .unreadable: []
      case .ahead: .ahead
      case .jump: .jump
      case .outsideService: .outsideService
      }
    }
  }

  /// The line, counted from 1.
  public let line: Int
  /// What stood in the way.
  public let kind: Kind
  /// The column, by its heading in the file.
  public let column: String
}

/// How far an import has come, and what it met.
public struct LogProgress: Sendable, Hashable {
  /// Rows read.
  public internal(set) var rows = 0
  /// Events taken.
  public internal(set) var events = 0
  /// Rows with events that say nothing of presence.
  public internal(set) var passedOver = 0
  /// Rows of people who are not known.
  public internal(set) var unknownPeople = 0
  /// Rows without a moment that can be read.
  public internal(set) var unreadable = 0
  /// Events from clocks that are not believed; kept, but not used for presence.
  public internal(set) var doubtful = 0

  mutating func count(_ kind: LogFault.Kind) {
    switch kind {
    case .unknownPerson, .ambiguousPerson: unknownPeople += 1
    case .unreadable: unreadable += 1
    case .ahead, .jump, .outsideService: doubtful += 1
    }
  }
}

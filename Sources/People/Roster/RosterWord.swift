/// A type whose values stand in a staff list as words.
protocol RosterWord: CaseIterable, RawRepresentable where RawValue == String {
  var japanese: String { get }
  /// Other words for it that personnel systems write.
  var aliases: [String] { get }
}

extension RosterWord {
  /// The words that exports write.
  static var choices: [String] { allCases.map(\.japanese) }
}

/// The words of one type, read by one look-up each.
struct RosterWords<Word: RosterWord & Sendable>: Sendable {
  private let words: [String: Word]

  init() {
    var words: [String: Word] = [:]
    for value in Word.allCases {
      words[value.japanese] = value
      for word in [value.japanese, value.rawValue] + value.aliases {
        words[SearchFolding.folded(word)] = value
      }
    }
    self.words = words
  }

  func callAsFunction(_ word: String) -> Word? {
    words[word] ?? words[SearchFolding.folded(word)]
  }
}

/// はい・いいえ as files write them; an empty cell is no.
enum YesOrNo {
  static func value(_ text: String) -> Bool? {
    values[text] ?? values[SearchFolding.folded(text)]
  }

  static func japanese(_ value: Bool) -> String { value ? "はい" : "いいえ" }

  private static let values: [String: Bool] = {
    let yes = ["はい", "1", "○", "〇", "◯", "有", "該当", "true", "yes", "y"]
    let no = ["", "いいえ", "0", "×", "無", "非該当", "false", "no", "n", "-"]
    var values: [String: Bool] = [:]
    for word in yes { values[SearchFolding.folded(word)] = true }
    for word in no { values[SearchFolding.folded(word)] = false }
    return values
  }()
}

extension UnitKind: RosterWord {
  var aliases: [String] {
    switch self {
    case .regionalBureau: ["地方局", "地方機関"]
    case .institution: ["施設", "機関"]
    case .agency: ["庁"]
    case .commissionSecretariat: ["委員会事務局"]
    case .secretariat, .bureau, .department, .division, .office, .section, .other: []
    }
  }
}

extension RankBand: RosterWord {
  var aliases: [String] {
    switch self {
    case .designated: ["指定職相当"]
    case .director: ["本省課室長相当職", "課室長相当", "本省課室長相当職以上"]
    case .deputyDirector: ["地方機関課長・本省課長補佐相当職", "課長補佐相当", "本省課長補佐相当"]
    case .chief: ["係長相当職", "係長"]
    case .clerk: ["係員相当"]
    }
  }
}

extension AssignmentKind: RosterWord {
  var aliases: [String] {
    switch self {
    case .primary: ["本官", "専任", "main"]
    case .concurrent: ["兼務", "兼任", "兼"]
    case .acting: ["事務取扱い", "心得"]
    }
  }
}

extension Sex: RosterWord {
  var aliases: [String] {
    switch self {
    case .female: ["女", "f"]
    case .male: ["男", "m"]
    case .notStated: ["その他", "不明", "回答しない"]
    }
  }
}

extension StaffCategory: RosterWord {
  var aliases: [String] {
    switch self {
    case .regular: ["常勤職員", "正規"]
    case .termLimited: ["任期付き", "任期付職員"]
    case .reemployed: ["再任用職員", "定年前再任用短時間"]
    case .partTime: ["非常勤職員", "期間業務職員"]
    }
  }
}

extension ExamCategory: RosterWord {
  var aliases: [String] {
    switch self {
    case .general: ["総合", "Ⅰ種", "1種"]
    case .ordinary: ["一般職（大卒程度）", "一般職", "Ⅱ種", "2種"]
    case .ordinaryHighSchool: ["一般職（高卒者）", "一般職（高卒程度）", "Ⅲ種", "3種"]
    case .experienced: ["経験者採用", "中途採用"]
    case .selection: ["選考採用"]
    case .none: ["該当なし"]
    }
  }
}

/// 給与の差異の表の行 – one row of the tables in which the pay gap is published.
public enum PayGapRow: Sendable, Hashable {
  /// Table 1: a form of employment.
  case employment(PayEmployment)
  /// Table 2 (a): a rank, of staff without a term alone.
  case band(PayBand)
  /// Table 2 (b): years of service, of staff without a term alone.
  case service(PayService)

  /// Which table.
  public enum Table: String, Sendable, Hashable, CaseIterable {
    /// 全職員に係る情報
    case employment
    /// 役職段階別
    case band
    /// 勤続年数別
    case service

    /// Its name on pages.
    public var japanese: String {
      switch self {
      case .employment: "全職員に係る情報"
      case .band: "任期の定めのない常勤職員：役職段階別"
      case .service: "任期の定めのない常勤職員：勤続年数別"
      }
    }
  }

  /// Which table it stands in.
  public var table: Table {
    switch self {
    case .employment: .employment
    case .band: .band
    case .service: .service
    }
  }

  /// The key of the row within its table, as it stands in files.
  public var key: String {
    switch self {
    case .employment(let employment): employment.rawValue
    case .band(let band): band.rawValue
    case .service(let service): service.rawValue
    }
  }

  /// The row of a table and a key; nil where there is none.
  public init?(table: Table, key: String) {
    switch table {
    case .employment:
      guard let employment = PayEmployment(rawValue: key) else { return nil }
      self = .employment(employment)
    case .band:
      guard let band = PayBand(rawValue: key) else { return nil }
      self = .band(band)
    case .service:
      guard let service = PayService(rawValue: key) else { return nil }
      self = .service(service)
    }
  }

  /// Its heading in the table.
  public var japanese: String {
    switch self {
    case .employment(let employment): employment.japanese
    case .band(let band): band.japanese
    case .service(let service): service.japanese
    }
  }

  /// The rows of every table with the ranks of both the state and local bodies, in the order of the tables.
  public static let everyRow: [PayGapRow] =
    PayEmployment.allCases.map { .employment($0) } + PayBand.allCases.map { .band($0) }
    + PayService.allCases.map { .service($0) }

  /// All rows for an employer's ranks, in the order of the tables.
  public static func all(_ scheme: PayBand.Scheme) -> [PayGapRow] {
    everyRow.filter { row in
      if case .band(let band) = row { return band.scheme == scheme }
      return true
    }
  }
}

/// 任用の形 – the rows of table 1.
public enum PayEmployment: String, Sendable, Hashable, CaseIterable {
  /// 任期の定めのない常勤職員
  case permanent
  /// 任期の定めのない常勤職員以外の職員
  case other
  /// 全職員
  case all

  /// Its heading.
  public var japanese: String {
    switch self {
    case .permanent: "任期の定めのない常勤職員"
    case .other: "任期の定めのない常勤職員以外の職員"
    case .all: "全職員"
    }
  }
}

/// 役職段階 – the ranks of table 2 (a), of the state's bodies or of local ones.
public enum PayBand: String, Sendable, Hashable, CaseIterable {
  /// 指定職相当（指定職俸給表）
  case designated
  /// 本省課室長相当（行(一)7〜10級）
  case director
  /// 地方機関課長・本省課長補佐相当（行(一)5〜6級）
  case deputyDirector = "deputy_director"
  /// 係長相当（行(一)3〜4級）
  case chief
  /// 本庁部局長・次長相当職
  case localBureauHead = "local_bureau_head"
  /// 本庁課長相当職
  case localDirector = "local_director"
  /// 本庁課長補佐相当職
  case localDeputyDirector = "local_deputy_director"
  /// 本庁係長相当職
  case localChief = "local_chief"

  /// Whose ranks they are.
  public enum Scheme: String, Sendable, Hashable, CaseIterable {
    /// A body of the state.
    case state
    /// A local body.
    case local
  }

  /// Whose rank it is.
  public var scheme: Scheme {
    switch self {
    case .designated, .director, .deputyDirector, .chief: .state
    case .localBureauHead, .localDirector, .localDeputyDirector, .localChief: .local
    }
  }

  /// Its heading.
  public var japanese: String {
    switch self {
    case .designated: "指定職相当"
    case .director: "本省課室長相当職"
    case .deputyDirector: "地方機関課長・本省課長補佐相当職"
    case .chief: "係長相当職"
    case .localBureauHead: "本庁部局長・次長相当職"
    case .localDirector: "本庁課長相当職"
    case .localDeputyDirector: "本庁課長補佐相当職"
    case .localChief: "本庁係長相当職"
    }
  }
}

/// 勤続年数 – the rows of table 2 (b), the longest service first; the year of hire counts as the first.
public enum PayService: String, Sendable, Hashable, CaseIterable {
  /// 36年以上
  case years36 = "36-"
  /// 31～35年
  case years31 = "31-35"
  /// 26～30年
  case years26 = "26-30"
  /// 21～25年
  case years21 = "21-25"
  /// 16～20年
  case years16 = "16-20"
  /// 11～15年
  case years11 = "11-15"
  /// 6～10年
  case years6 = "6-10"
  /// 1～5年
  case years1 = "1-5"

  /// The row of so many years of service; nil below one.
  public init?(years: Int) {
    switch years {
    case 36...: self = .years36
    case 31...: self = .years31
    case 26...: self = .years26
    case 21...: self = .years21
    case 16...: self = .years16
    case 11...: self = .years11
    case 6...: self = .years6
    case 1...: self = .years1
    default: return nil
    }
  }

  /// Its heading.
  public var japanese: String {
    switch self {
    case .years36: "36年以上"
    case .years31: "31～35年"
    case .years26: "26～30年"
    case .years21: "21～25年"
    case .years16: "16～20年"
    case .years11: "11～15年"
    case .years6: "6～10年"
    case .years1: "1～5年"
    }
  }
}

internal import DisclosureRules

/// 情報公表の欄 – one column of the file 情報公表, and what fills it.
struct DisclosureCell: Hashable {
  /// What fills a column from records.
  enum Source: Hashable {
    /// Nothing; only a figure from a file.
    case nothing
    /// An indicator as it is written.
    case indicator(String)
    /// The number of those above the line.
    case above(String)
    /// The number of those below the line who are not above it.
    case rest(String)
    /// The difference of two indicators, the first less the second.
    case difference(String, String)
    /// A row of the pay gap.
    case payGap(PayEmployment)
  }

  /// The item.
  let item: DisclosureItem
  /// The key of the column within its item; figures from files are loaded under it.
  let key: String
  /// The heading.
  let heading: String
  /// What fills it from records.
  let source: Source
  /// Whether it is a share, which is not shown of fewer than ten.
  let isShare: Bool

  init(
    _ item: DisclosureItem,
    _ key: String,
    _ heading: String,
    _ source: Source = .nothing,
    isShare: Bool = true
  ) {
    self.item = item
    self.key = key
    self.heading = heading
    self.source = source
    self.isShare = isShare
  }

  /// The key under which a figure of this column is loaded from a file, such as `publication.a2.regular-other`.
  var fileKey: String { "publication.\(Self.word(item)).\(key)" }

  private static func word(_ item: DisclosureItem) -> String {
    switch item {
    case .hires: "a1"
    case .examinees: "a2"
    case .staff: "a3"
    case .managers: "a4"
    case .ranks: "a5"
    case .midCareer: "a6"
    case .payGap: "a7"
    case .tenure: "b1"
    case .childcareLeave: "b2"
    case .birthLeave: "b3"
    case .overtime: "b4"
    case .annualLeave: "b5"
    case .retention: "retention"
    }
  }
}

/// 情報公表の欄の並び – the columns of the file 情報公表.
///
/// The headings of the government's site were not at hand when this was written: they stand here alone.
enum DisclosureCells {
  /// The columns of an item as an employer's settings fill them.
  static func cells(of item: DisclosureItem, _ settings: EmployerSettings) -> [DisclosureCell] {
    switch item {
    case .hires: groups(item, "ア採用した職員に占める女性（％）", "workforce.women-hired", settings)
    case .examinees: groups(item, "イ受験者に占める女性（％）", nil, settings)
    case .staff: groups(item, "ウ職員に占める女性（％）", "workforce.women-staff", settings)
    case .tenure: tenure(settings)
    case .retention: bySex(item, "オ10年前に採用した職員の継続任用（％）")
    case .childcareLeave: bySex(item, "カ育児休業取得率（％）") + childcareLengths
    case .birthLeave: birthLeave
    case .overtime: overtime(settings)
    case .annualLeave: [DisclosureCell(item, "days", "コ年次休暇の平均取得日数（日）", isShare: false)]
    case .managers: [DisclosureCell(item, "share", "サ管理的地位に占める女性（％）", managers(settings))]
    case .ranks: ranks(settings)
    case .midCareer: midCareer
    case .payGap:
      PayEmployment.allCases.map { employment in
        DisclosureCell(
          item,
          employment.rawValue,
          "給与の男女の差異（％）_\(employment.japanese)",
          .payGap(employment)
        )
      }
    }
  }

  /// The heading of an item's remarks.
  static func remark(of item: DisclosureItem) -> String {
    "\(item.siteCode ?? "給与の男女の差異")_備考（数値の時点等）"
  }

  /// The four groups of staff: with and without full time, each with its main group.
  private static func groups(
    _ item: DisclosureItem,
    _ heading: String,
    _ indicator: String?,
    _ settings: EmployerSettings,
    isShare: Bool = true
  ) -> [DisclosureCell] {
    let filled = settings[.mainGroup] == nil ? "regular-other" : "regular-main"
    let words = [
      ("regular-main", "常勤_基幹的な職員のまとまり"), ("regular-other", "常勤_その他"),
      ("part-time-main", "非常勤_基幹的な職員のまとまり"), ("part-time-other", "非常勤_その他"),
    ]
    return words.map { key, word in
      let source = key == filled ? indicator.map { DisclosureCell.Source.indicator($0) } : nil
      return DisclosureCell(item, key, "\(heading)_\(word)", source ?? .nothing, isShare: isShare)
    }
  }

  private static func bySex(_ item: DisclosureItem, _ heading: String) -> [DisclosureCell] {
    [DisclosureCell(item, "women", "\(heading)_女性"), DisclosureCell(item, "men", "\(heading)_男性")]
  }

  private static func tenure(_ settings: EmployerSettings) -> [DisclosureCell] {
    let (name, unit) = settings.tenureItem == .tenure ? ("tenure", "年") : ("leaving", "％")
    let women = "workforce.\(name)-women"
    let men = "workforce.\(name)-men"
    let heading = "エ継続勤務年数（年）または離職率（％）"
    return [
      DisclosureCell(.tenure, "women", "\(heading)_女性", .indicator(women), isShare: unit == "％"),
      DisclosureCell(.tenure, "men", "\(heading)_男性", .indicator(men), isShare: unit == "％"),
      DisclosureCell(.tenure, "gap", "\(heading)_女性から男性を引いた差", .difference(women, men), isShare: false),
    ]
  }

  private static let childcareLengths: [DisclosureCell] = {
    let lengths = [
      ("2w", "2週間以下"), ("1m", "2週間超1月以下"), ("3m", "1月超3月以下"), ("6m", "3月超6月以下"), ("9m", "6月超9月以下"),
      ("12m", "9月超12月以下"), ("24m", "12月超24月以下"), ("over24m", "24月超"),
    ]
    return [("women", "女性"), ("men", "男性")].flatMap { sex, sexWord in
      lengths.map { key, word in
        DisclosureCell(.childcareLeave, "\(sex)-\(key)", "カ育児休業の期間の分布（％）_\(sexWord)_\(word)")
      }
    }
  }()

  private static let birthLeave = [
    DisclosureCell(.birthLeave, "birth", "キ配偶者出産休暇の取得率（％）"),
    DisclosureCell(.birthLeave, "participation", "キ育児参加のための休暇の取得率（％）"),
    DisclosureCell(.birthLeave, "five-days", "キ合計5日以上の取得率（％）"),
    DisclosureCell(.birthLeave, "days", "キ合計の平均取得日数（日）", isShare: false),
  ]

  private static func overtime(_ settings: EmployerSettings) -> [DisclosureCell] {
    let average = "working-time.overtime-per-month"
    let heading = "超過勤務（一月当たりの平均時間）"
    // Part-time staff are in neither figure: theirs comes from a file alone.
    return [DisclosureCell(.overtime, "all", "ク\(heading)", .indicator(average), isShare: false)]
      + groups(.overtime, "ケ\(heading)", average, settings, isShare: false)
  }

  private static func managers(_ settings: EmployerSettings) -> DisclosureCell.Source {
    .indicator("workforce.women-managers-\(settings.rankDay.rawValue)")
  }

  private static func ranks(_ settings: EmployerSettings) -> [DisclosureCell] {
    let bands = [
      ("designated", "指定職相当"), ("director", "本省課室長相当"), ("deputy-director", "地方機関課長・本省課長補佐相当"),
      ("chief", "本省係長相当"),
    ]
    return bands.map { key, word in
      DisclosureCell(
        .ranks,
        key,
        "シ各役職段階に占める女性（％）_\(word)",
        .indicator("workforce.women-\(key)-\(settings.rankDay.rawValue)")
      )
    }
  }

  private static let midCareer = [
    DisclosureCell(
      .midCareer,
      "women",
      "ス中途採用（人）_女性",
      .above("workforce.women-hired-experienced"),
      isShare: false
    ),
    DisclosureCell(
      .midCareer,
      "men",
      "ス中途採用（人）_男性",
      .rest("workforce.women-hired-experienced"),
      isShare: false
    ),
  ]
}

/// 給与の男女の差異 – women's average pay of a year where men's is 100 % (府令第6条第1項第1号ト).
public enum PayGap: Sendable {
  /// How the heads below the line are counted; a change makes years incomparable.
  public enum Method: String, Sendable, Hashable, CaseIterable {
    /// 実人数
    case persons
    /// 勤務時間による換算人数
    case hours

    /// Its name on pages and in files.
    public var japanese: String {
      switch self {
      case .persons: "実人数で割る方法"
      case .hours: "勤務時間で換算した人数で割る方法"
      }
    }
  }

  /// The most characters (Unicode scalars) of an explanation.
  public static let longestExplanation = 1000

  /// The sentence that stands with every table.
  public static let fixedSentence = "職員の給与は法令や条例に定める給料表に基づいて決まり、同じ級・号俸であれば男女で差はありません。"

  /// What is said where the whole lies below both of its parts.
  public static let compositionSentence =
    "「全職員」の割合が二つの内訳のどちらよりも低いのは、給与水準の異なる職員の男女の構成の違いによるもので、誤りではありません。"

  /// The rows of all tables, in their order, from the pay of each person.
  public static func figures(
    of people: [PaidPerson],
    scheme: PayBand.Scheme,
    method: Method
  ) -> [PayGapFigure] {
    PayGapRow.all(scheme).map { row in
      let members = people.filter { person in person.counts(in: row) }
      let women = PayTotal(members.filter { $0.sex == .woman }, method)
      let men = PayTotal(members.filter { $0.sex == .man }, method)
      return PayGapFigure(
        row: row,
        permille: women.permille(of: men),
        women: women.people,
        men: men.people
      )
    }
  }

  /// Whether the whole of table 1 lies below both of its parts, which is an effect of composition.
  public static func wholeIsBelowItsParts(_ figures: [PayGapFigure]) -> Bool {
    func permille(_ employment: PayEmployment) -> Int? {
      figures.first { $0.row == .employment(employment) }?.permille
    }
    guard let whole = permille(.all), let permanent = permille(.permanent), let other = permille(.other)
    else {
      return false
    }
    return whole < min(permanent, other)
  }
}

/// 一人の給与 – what is known of one person for the pay gap; it is read, added up and forgotten.
public struct PaidPerson: Sendable, Hashable {
  /// On which side of the ratio the person stands.
  public enum Sex: Sendable, Hashable {
    /// Above the line.
    case woman
    /// Below it.
    case man
  }

  /// On which side of the ratio the person stands.
  public let sex: Sex
  /// Whether the person serves without a term and full time.
  public let isPermanent: Bool
  /// The rank; nil where the person has none of the table.
  public let band: PayBand?
  /// Years of service by fiscal years, the year of hire being the first; nil where not known.
  public let serviceYears: Int?
  /// The pay of the year in yen, without retirement pay; not negative.
  public let annualPay: Int
  /// The share of full working hours in thousandths, above zero.
  public let fullTimeShare: Int

  /// A person; nil where the pay is negative or the share not from 1 to 1000.
  public init?(
    sex: Sex,
    isPermanent: Bool,
    band: PayBand? = nil,
    serviceYears: Int? = nil,
    annualPay: Int,
    fullTimeShare: Int = 1000
  ) {
    guard (0...Self.mostPay).contains(annualPay), (1...1000).contains(fullTimeShare) else { return nil }
    self.sex = sex
    self.isPermanent = isPermanent
    self.band = band
    self.serviceYears = serviceYears
    self.annualPay = annualPay
    self.fullTimeShare = fullTimeShare
  }

  /// The most yen a year that are taken for somebody's pay.
  public static let mostPay = 1_000_000_000

  func counts(in row: PayGapRow) -> Bool {
    switch row {
    case .employment(.permanent): isPermanent
    case .employment(.other): !isPermanent
    case .employment(.all): true
    case .band(let band): isPermanent && self.band == band
    case .service(let service): isPermanent && serviceYears.flatMap { PayService(years: $0) } == service
    }
  }
}

/// 差異の数値 – one row of a table: the ratio, and how many people stand behind it.
public struct PayGapFigure: Sendable, Hashable {
  /// The row.
  public let row: PayGapRow
  /// Women's average pay in thousandths of men's, rounded half up; nil where one sex has nobody or men no pay.
  public let permille: Int?
  /// How many women; nil where the figure was taken over without it.
  public let women: Int?
  /// How many men; nil where the figure was taken over without it.
  public let men: Int?

  /// A figure.
  public init(row: PayGapRow, permille: Int?, women: Int?, men: Int?) {
    self.row = row
    self.permille = permille
    self.women = women
    self.men = men
  }

  /// What may be published of a row.
  public enum Shown: Sendable, Hashable {
    /// The ratio in thousandths.
    case ratio(permille: Int)
    /// An empty cell: one sex has nobody.
    case blank
    /// 非表示: so few of one sex that the ratio would tell of somebody's pay.
    case withheld
  }

  /// What may be published of the row.
  ///
  /// The ordinance's tables know only the empty cell; that rows of few are kept back is a decision of the
  /// employer, who may release a row. Where the number of people is not known the ratio was published before.
  public func shown(isReleased: Bool) -> Shown {
    guard let permille else { return .blank }
    let fewest = min(women ?? Disclosure.fewestPeople, men ?? Disclosure.fewestPeople)
    if fewest < Disclosure.fewestPeople, !isReleased { return .withheld }
    return .ratio(permille: permille)
  }
}

/// The pay and the heads of one sex in a row.
private struct PayTotal {
  let pay: UInt128
  /// Heads in thousandths.
  let heads: UInt128
  let people: Int

  init(_ people: [PaidPerson], _ method: PayGap.Method) {
    pay = people.reduce(0) { sum, person in sum + UInt128(person.annualPay) }
    heads = people.reduce(0) { sum, person in
      sum + UInt128(method == .hours ? person.fullTimeShare : 1000)
    }
    self.people = people.count
  }

  /// (pay ÷ heads) ÷ (men's pay ÷ men's heads) in thousandths, rounded half up.
  func permille(of men: PayTotal) -> Int? {
    guard heads > 0, men.heads > 0, men.pay > 0 else { return nil }
    let above = pay * men.heads * 1000
    let below = heads * men.pay
    return Int((2 * above + below) / (2 * below))
  }
}

package import CivilTime
package import Indicators

/// 報告の数値: one figure of a target as it is reported.
package struct ReportedFigure: Hashable, Sendable {
  /// Whose figure it is.
  package let place: ReportedPlace
  /// The fiscal year, or the calendar year for what is counted by calendar years.
  package let year: FiscalYear
  /// The day of the figure.
  package let asOf: CivilDate
  /// Whether the day that it is about still lies ahead.
  package let isProvisional: Bool
  /// What it came to.
  package let amount: ReportedAmount
  /// Where it comes from.
  package let origin: ReportedOrigin
  /// The indicator that computed it, or the source that an imported figure names.
  package let source: String
  /// The way of counting: an indicator's title, or the method of an imported figure.
  package let definition: String
  /// The version of the way of counting; 0 where it has none.
  package let definitionVersion: Int

  /// Makes a figure.
  package init(
    place: ReportedPlace,
    year: FiscalYear,
    asOf: CivilDate,
    isProvisional: Bool,
    amount: ReportedAmount,
    origin: ReportedOrigin,
    source: String,
    definition: String,
    definitionVersion: Int
  ) {
    self.place = place
    self.year = year
    self.asOf = asOf
    self.isProvisional = isProvisional
    self.amount = amount
    self.origin = origin
    self.source = source
    self.definition = definition
    self.definitionVersion = definitionVersion
  }
}

/// 数値の出どころ: whether a figure was computed from records or taken from a file.
package enum ReportedOrigin: String, CaseIterable, Hashable, Sendable {
  /// 記録から計算
  case computed
  /// 取込
  case imported

  /// The word for reports.
  package var japanese: String {
    switch self {
    case .computed: "記録から計算"
    case .imported: "取り込んだ数値"
    }
  }
}

/// 数値の範囲: whose figure it is.
package enum ReportedPlace: Hashable, Sendable {
  /// 全体: all employers together.
  case all
  /// 特定事業主
  case employer(code: String, name: String)
  /// 部局, with the code of its employer.
  case bureau(employer: String, name: String)
  /// The bureaus of an employer whose figure may not be shown.
  case otherBureaus(employer: String, count: Int)

  /// The name for tables.
  package var japanese: String {
    switch self {
    case .all: "全体"
    case .employer(_, let name): name
    case .bureau(_, let name): "　\(name)"
    case .otherBureaus(_, let count): "　ほか\(count)の組織"
    }
  }

  /// The code of the employer; nil for all.
  package var employerCode: String? {
    switch self {
    case .all: nil
    case .employer(let code, _), .bureau(let code, _), .otherBureaus(let code, _): code
    }
  }

  /// The name of the bureau; nil for anything larger.
  package var bureauName: String? {
    switch self {
    case .all, .employer: nil
    case .bureau(_, let name): name
    case .otherBureaus(_, let count): "ほか\(count)の組織"
    }
  }
}

/// 数値の大きさ: a quotient, a value in the target's unit, or that it may not be shown.
package enum ReportedAmount: Hashable, Sendable {
  /// It could be traced to single people; the number is nowhere.
  case withheld
  /// Numerator and denominator.
  case ratio(Ratio)
  /// Thousandths of the target's unit, with what it was counted of where that is known.
  case value(milli: Int, of: Ratio?)
}

/// 指標の報告: what an indicator came to, with the definition under which it was counted.
package struct FigureLine: Hashable, Sendable {
  /// The indicator's id.
  package let id: String
  /// Its title.
  package let title: String
  /// What is counted above the line.
  package let numerator: String
  /// What is counted below the line.
  package let denominator: String
  /// Which records it is computed from.
  package let source: String
  /// How it is written.
  package let form: ReportedForm
  /// The version of the method.
  package let methodVersion: Int
  /// The last day taken in; nil when it has not been computed.
  package let asOf: CivilDate?
  /// Whether the day that it is about still lies ahead.
  package let isProvisional: Bool
  /// All together first, then each employer with its bureaus.
  package let places: [PlaceLine]

  /// Makes a line.
  package init(
    id: String,
    title: String,
    numerator: String,
    denominator: String,
    source: String,
    form: ReportedForm,
    methodVersion: Int,
    asOf: CivilDate?,
    isProvisional: Bool,
    places: [PlaceLine]
  ) {
    self.id = id
    self.title = title
    self.numerator = numerator
    self.denominator = denominator
    self.source = source
    self.form = form
    self.methodVersion = methodVersion
    self.asOf = asOf
    self.isProvisional = isProvisional
    self.places = places
  }
}

/// 指標の行: the figure of one place.
package struct PlaceLine: Hashable, Sendable {
  /// Whose figure it is.
  package let place: ReportedPlace
  /// What was counted of how many people; nil where it may not be shown.
  package let tally: ReportedTally?

  /// Makes a line.
  package init(place: ReportedPlace, tally: ReportedTally?) {
    self.place = place
    self.tally = tally
  }
}

/// 集計: what was counted, and of how many people.
package struct ReportedTally: Hashable, Sendable {
  /// What was counted above the line, and below it.
  package let ratio: Ratio
  /// How many people stand behind it.
  package let people: Int

  /// Makes a tally.
  package init(ratio: Ratio, people: Int) {
    self.ratio = ratio
    self.people = people
  }
}

/// 数値の書き方: how the figure of an indicator is written.
package enum ReportedForm: String, CaseIterable, Hashable, Sendable {
  /// Numerator over denominator in percent.
  case share
  /// The numerator alone.
  case count
  /// Months over people, written in years.
  case averageYears = "average-years"
  /// Minutes over people, written in hours.
  case averageHours = "average-hours"
  /// Days over people.
  case averageDays = "average-days"
}

internal import CivilTime
internal import People
internal import Store

/// 職位の階層 – the layers in which overviews count people.
enum RankLayer: Int, Sendable, Hashable, CaseIterable {
  case clerk
  case chief
  case deputy
  case management

  init(_ band: RankBand) {
    switch band {
    case .clerk: self = .clerk
    case .chief: self = .chief
    case .deputyDirector: self = .deputy
    case .director, .designated: self = .management
    }
  }

  var japanese: String {
    switch self {
    case .clerk: "係員"
    case .chief: "係長"
    case .deputy: "補佐"
    case .management: "管理職"
    }
  }
}

/// 概観の一枠 – what the overtime of a group of people comes to in a month.
struct OverviewCell: Sendable, Hashable {
  /// People with a total of the month.
  var people = 0
  /// Their overtime together, in minutes.
  var minutes = 0
  var over45 = 0
  var over80 = 0
  var over100 = 0
  /// People beyond a limit.
  var beyond = 0
  /// People within all limits who will be beyond one if the month goes on like this; of the month under way alone.
  var heading = 0

  static func += (left: inout OverviewCell, right: OverviewCell) {
    left.people += right.people
    left.minutes += right.minutes
    left.over45 += right.over45
    left.over80 += right.over80
    left.over100 += right.over100
    left.beyond += right.beyond
    left.heading += right.heading
  }
}

/// 概観の集団 – who is counted together.
struct OverviewGroup: Sendable, Hashable {
  let employer: RecordID<Employer>
  /// The unit at the top; nil for all of the employer.
  let bureau: RecordID<OrganizationUnit>?
  /// Nil for all layers.
  let layer: RankLayer?
}

/// 概観の分け方 – how an overview is split.
enum OverviewSplit: String, Sendable, Hashable, CaseIterable {
  case employer
  case bureau
  case layer
  case both

  var japanese: String {
    switch self {
    case .employer: "特定事業主ごと"
    case .bureau: "部局ごと"
    case .layer: "職位の階層ごと"
    case .both: "部局と職位の階層ごと"
    }
  }

  /// The group of somebody's month by this split.
  func group(_ one: OverviewGroup) -> OverviewGroup {
    switch self {
    case .employer: OverviewGroup(employer: one.employer, bureau: nil, layer: nil)
    case .bureau: OverviewGroup(employer: one.employer, bureau: one.bureau, layer: nil)
    case .layer: OverviewGroup(employer: one.employer, bureau: nil, layer: one.layer)
    case .both: one
    }
  }
}

/// 概観の値 – what an overview shows of each group and month.
enum OverviewMeasure: String, Sendable, Hashable, CaseIterable {
  case average
  case over45
  case over80
  case over100
  case beyond
  case heading

  var japanese: String {
    switch self {
    case .average: "平均の超過勤務"
    case .over45: "45時間を超えた職員"
    case .over80: "80時間を超えた職員"
    case .over100: "100時間以上の職員"
    case .beyond: "上限を超えた職員"
    case .heading: "今月、上限を超える見込みの職員"
    }
  }

  var unit: String { self == .average ? "時間:分" : "人" }

  /// The value, in minutes for an average and people for the rest.
  func value(_ cell: OverviewCell) -> Int {
    switch self {
    case .average: cell.people == 0 ? 0 : (cell.minutes + cell.people / 2) / cell.people
    case .over45: cell.over45
    case .over80: cell.over80
    case .over100: cell.over100
    case .beyond: cell.beyond
    case .heading: cell.heading
    }
  }
}

/// 概観の細かさ – how fine a visitor may read an overview.
enum OverviewGrain: Sendable, Hashable {
  /// Everything, for those who see the people anyway.
  case full
  /// Bureaus alone, and nothing of fewer than ten people.
  case bureaus

  static let fewest = 10

  /// What may be shown of a cell; nil where it is withheld.
  func shown(_ measure: OverviewMeasure, _ cell: OverviewCell) -> Int? {
    let value = measure.value(cell)
    guard self == .bureaus else { return value }
    let least = measure == .average ? cell.people : min(value, cell.people)
    return least < Self.fewest ? nil : value
  }
}

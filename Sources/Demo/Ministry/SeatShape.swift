internal import People

/// What kind of post a seat is.
enum SeatShape: UInt8, Sendable, Hashable, CaseIterable {
  case viceMinister
  case topHead
  case councillor
  case regionalTopHead
  case sectionHead
  case planner
  case deputy
  case regionalSectionHead
  case regionalExpert
  case chief
  case clerk

  var rankBand: RankBand {
    switch self {
    case .viceMinister, .topHead, .councillor: .designated
    case .regionalTopHead, .sectionHead, .planner: .director
    case .deputy, .regionalSectionHead, .regionalExpert: .deputyDirector
    case .chief: .chief
    case .clerk: .clerk
    }
  }

  var isHead: Bool {
    switch self {
    case .topHead, .regionalTopHead, .sectionHead, .regionalSectionHead: true
    case .viceMinister, .councillor, .planner, .deputy, .regionalExpert, .chief, .clerk: false
    }
  }

  var isManagerial: Bool { isHead || isExecutive || self == .planner }
  var isExecutive: Bool { rankBand == .designated }

  func title(in unit: UnitPlan) -> String {
    switch self {
    case .viceMinister: "事務次官"
    case .topHead, .regionalTopHead: unit.group.headTitle
    case .councillor: "審議官"
    case .sectionHead, .regionalSectionHead: unit.kind == .division ? "課長" : "室長"
    case .planner: "企画官"
    case .deputy: "課長補佐"
    case .regionalExpert: "上席専門官"
    case .chief: "係長"
    case .clerk: "係員"
    }
  }

  /// How many leaders stand directly in a group.
  static func topSeats(of group: GroupPlan, size: Int) -> Int {
    topShapes(of: group, count: max(1, min(6, size / 60))).count
  }

  /// The posts of a unit.
  static func shapes(of unit: UnitPlan) -> [SeatShape] {
    switch unit.role {
    case .top: topShapes(of: unit.group, count: unit.seatCount)
    case .section: sectionShapes(unit.seatCount, isRegional: unit.group.place == .region)
    }
  }

  private static func topShapes(of group: GroupPlan, count: Int) -> [SeatShape] {
    guard group.place != .region else { return [.regionalTopHead] }
    let others = (1..<max(1, count)).map { place in
      place == 1 && group.kind == .secretariat ? viceMinister : councillor
    }
    return [.topHead] + others
  }

  private static func sectionShapes(_ count: Int, isRegional: Bool) -> [SeatShape] {
    let planners = isRegional ? 0 : count / 18
    let deputies = isRegional ? count * 12 / 100 : max(1, count * 19 / 100)
    let chiefs = max(1, count * 36 / 100)
    let head: SeatShape = isRegional ? .regionalSectionHead : .sectionHead
    let upper = [head] + Array(repeating: .planner, count: planners)
    let middle = Array(repeating: isRegional ? SeatShape.regionalExpert : .deputy, count: deputies)
    let shapes = upper + middle + Array(repeating: .chief, count: chiefs)
    let clerks = max(0, count - shapes.count)
    return Array((shapes + Array(repeating: .clerk, count: clerks)).prefix(count))
  }
}

internal import People

/// The units of the made-up ministry for a number of posts.
struct MinistryPlan: Sendable {
  let units: [UnitPlan]
  /// The section whose month the sign-ins show, of about 40 people where the ministry is large enough.
  let showcase: Int

  init(seatCount: Int, seed: UInt64) {
    let possible = max(4, seatCount / 15)
    let groups = Array(GroupCatalogue.groups.prefix(possible))
    let sizes = Apportionment.parts(of: seatCount, weights: groups.map(\.weight), minimum: 6)
    var builder = UnitBuilder(seatCount: seatCount, seed: seed)
    for (group, size) in zip(groups, sizes) { builder.add(group, size: size) }
    units = builder.units
    showcase = units.firstIndex { $0.name == UnitBuilder.showcaseName } ?? 0
  }
}

/// Divides groups into sections.
struct UnitBuilder {
  static let showcaseName = "財政課"

  private let seed: UInt64
  /// The people of a middle section; larger ministries have larger ones.
  private let middleSize: Int
  private(set) var units: [UnitPlan] = []
  private var groupCount = 0

  init(seatCount: Int, seed: UInt64) {
    self.seed = seed
    middleSize =
      switch seatCount {
      case ..<200: 10
      case ..<2_000: 14
      case ..<20_000: 20
      case ..<100_000: 24
      default: 27
      }
  }

  mutating func add(_ group: GroupPlan, size: Int) {
    groupCount += 1
    var chance = Chance(seed: seed, .sections, groupCount)
    let topSeats = SeatShape.topSeats(of: group, size: size)
    let top = units.count
    units.append(
      UnitPlan(
        group: group,
        parent: nil,
        code: code(0),
        name: group.name,
        kind: group.kind,
        sortOrder: groupCount,
        role: .top,
        seatCount: topSeats
      )
    )
    let sizes = sectionSizes(of: size - topSeats, in: group, &chance)
    for (place, seatCount) in sizes.enumerated() {
      let office = place / group.divisions.count
      let division = place % group.divisions.count
      let name = group.divisions[division]
      let isDivision = office == 0
      units.append(
        UnitPlan(
          group: group,
          parent: isDivision ? top : top + 1 + division,
          code: code(place + 1),
          name: isDivision ? name : Self.officeName(office, under: name),
          kind: isDivision && !name.utf8.hasSuffix("室") ? .division : .office,
          sortOrder: place + 1,
          role: .section(profile(of: group, casting(of: name, at: place), &chance)),
          seatCount: seatCount
        )
      )
    }
  }

  /// What a section is cast as, whatever chance says of the others.
  private enum SectionCasting {
    case showcase
    /// Even the smallest ministry has an ordinary section.
    case ordinary
    case any
  }

  private func casting(of name: String, at place: Int) -> SectionCasting {
    if place == 0 && name == Self.showcaseName { return .showcase }
    return groupCount == 1 && place == 1 ? .ordinary : .any
  }

  private func code(_ place: Int) -> String { "\(100 + groupCount)-\(Self.padded(place))" }

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
  }

  private func sectionSizes(of size: Int, in group: GroupPlan, _ chance: inout Chance) -> [Int] {
    let isShowcase = group.divisions.first == Self.showcaseName
    let first = isShowcase && size > middleSize * 2 ? min(40, size / 2) : nil
    let rest = size - (first ?? 0)
    let count = max(1, (rest + middleSize / 2) / middleSize)
    let weights = (0..<count).map { _ in chance.within(70...130) }
    let sizes = Apportionment.parts(of: rest, weights: weights, minimum: min(5, rest / count))
    return first.map { [$0] + sizes } ?? sizes
  }

  private static let officeWords = [
    "企画", "調整", "制度", "審査", "情報", "支援", "調査", "分析", "連携", "基盤", "統括", "推進",
  ]

  private static func officeName(_ number: Int, under division: String) -> String {
    let endings = ["課", "室", "部"]
    let ending = endings.first { division.utf8.hasSuffix($0) } ?? ""
    let stem = String(decoding: division.utf8.dropLast(ending.utf8.count), as: UTF8.self)
    let word = number <= officeWords.count ? officeWords[number - 1] : "第\(number)"
    return stem + word + "室"
  }

  private func profile(
    of group: GroupPlan,
    _ casting: SectionCasting,
    _ chance: inout Chance
  ) -> SectionProfile {
    let isDrawn = chance.permille(group.place == .region ? 160 : 780)
    let isWide = chance.permille(180)
    let forgotten = chance.permille(100) ? 40 : 6
    let place = chance.below(Self.externalHours.count)
    if casting == .showcase {
      return SectionProfile(
        isExternal: true,
        monthlyMinutes: 42 * 60,
        declaring: .faithful,
        forgottenPermille: 6
      )
    }
    let isExternal = isDrawn && casting == .any
    let middle = (isExternal ? Self.externalHours : Self.ordinaryHours)[place] * 60
    return SectionProfile(
      isExternal: isExternal,
      monthlyMinutes: group.place == .region ? middle * 6 / 10 : middle,
      declaring: isWide ? .wide : .faithful,
      forgottenPermille: forgotten
    )
  }

  private static let externalHours = [16, 20, 24, 27, 30, 33, 37, 42, 48, 58]
  private static let ordinaryHours = [6, 8, 10, 12, 13, 15, 17, 19, 22, 26]
}

extension String.UTF8View {
  fileprivate func hasSuffix(_ ending: String) -> Bool {
    count >= ending.utf8.count && suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }
}

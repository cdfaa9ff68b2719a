internal import Duties

/// 人数の数え方: of how many people the duties of a measure tell at least.
enum DutyHeadCount: Hashable, Sendable {
  /// Of those whom they are about.
  case named
  /// Of one each where they are about nobody by name: they are owed since something happened to somebody of a unit.
  case oneEach
  /// Some are owed for that reason and others not: nobody knows of how few they tell.
  case unknown

  /// - Parameters:
  ///   - named: how many the duties are about.
  ///   - owed: how many duties there are.
  func people(named: Int, owed: Int) -> Int {
    switch self {
    case .named: named
    case .oneEach: named > 0 ? named : owed
    case .unknown: named > 0 ? named : min(owed, 1)
    }
  }
}

extension MeasureContent {
  /// How the people are counted of whom its duties tell.
  var headCount: DutyHeadCount {
    let count = duties.count(where: \.isOfSomebody)
    if count == 0 { return .named }
    return count == duties.count ? .oneEach : .unknown
  }

  /// Whether the numbers of its duties are numbers of people.
  var tellsOfPeople: Bool { duties.contains(where: \.tellsOfPeople) }
}

extension MeasureDuty {
  /// Whether it is about single persons, or exists only because something happened to somebody.
  fileprivate var tellsOfPeople: Bool {
    switch (debtor, occasion) {
    case (.each, _), (.superior, _), (_, .on): true
    case (.head, .every), (.office, .every): false
    }
  }

  /// Whether it is about a unit or an office and exists only because something happened to somebody.
  fileprivate var isOfSomebody: Bool {
    switch (debtor, occasion) {
    case (.head, .on), (.office, .on): true
    case (.each, _), (.superior, _), (.head, .every), (.office, .every): false
    }
  }
}

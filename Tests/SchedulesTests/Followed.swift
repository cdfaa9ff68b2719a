import Site
import Store
import Synchronization

/// Counts who was told of changed hours; zero stands for anybody.
final class Followed: Sendable {
  private let people = Mutex<[Int64]>([])

  var follower: HoursFollower {
    HoursFollower { change, _ in
      let number: Int64 =
        switch change.reach {
        case .person(let employee): employee.number
        case .everybody: 0
        }
      self.people.withLock { $0.append(number) }
    }
  }

  /// Those told of since the last call.
  func taken() -> [Int64] {
    people.withLock { people in
      defer { people = [] }
      return people
    }
  }
}

internal import NIOPosix
internal import Store
internal import Synchronization

/// Derives passwords on two threads of their own, so that sign-ins never hold up pages.
public final class PasswordWorker: Sendable {
  private let pool: NIOThreadPool
  private let cost: PasswordCost
  private let places: Int
  private let taken = Mutex(0)
  /// Compared against when a login is unknown, so that the answer takes as long as for a known one.
  private let decoy: PasswordHash

  /// A worker that makes new hashes at a cost.
  ///
  /// - Parameter places: How many may wait at once; with the standard cost a hundred wait a quarter of a minute.
  /// - Throws: an error of the cryptographic library, when memory is short.
  public init(cost: PasswordCost, places: Int = 100) throws {
    // What may throw comes before the threads, which nobody could stop otherwise.
    decoy = try PasswordHash(password: BearerSecret.random().text, cost: cost)
    self.cost = cost
    self.places = places
    pool = NIOThreadPool(numberOfThreads: 2)
    pool.start()
  }

  /// Runs what asks for passwords, unless too many do so already.
  ///
  /// - Throws: ``StoreError/busy`` when all places are taken, which asks the visitor to come back in a moment.
  func inPlace<Value>(_ work: () async throws -> Value) async throws -> Value {
    let isFree = taken.withLock { taken in
      guard taken < places else { return false }
      taken += 1
      return true
    }
    guard isFree else { throw StoreError.busy }
    defer { taken.withLock { $0 -= 1 } }
    return try await work()
  }

  func hash(_ password: String) async throws -> PasswordHash {
    let cost = cost
    return try await pool.runIfActive { try PasswordHash(password: password, cost: cost) }
  }

  func matches(_ password: String, _ hash: PasswordHash?) async throws -> Bool {
    let decoy = decoy
    return try await pool.runIfActive {
      let isRight = try (hash ?? decoy).matches(password)
      return hash != nil && isRight
    }
  }

  /// Whether a stored hash is weaker than what new ones get.
  func isWeak(_ hash: PasswordHash) -> Bool { hash.cost.logarithmOfRounds < cost.logarithmOfRounds }

  /// Stops the threads.
  public func close() async {
    try? await pool.shutdownGracefully()
  }
}
